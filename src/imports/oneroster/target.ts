import { v5, v7 } from 'uuid';
import type { House } from '../../house.ts';
import { administratorOf, TargetUnclear, type Target } from '../college.ts';
import type { Bundle } from './bundle.ts';
import { labelOf } from './entry/label.ts';

/** What of the command line says into which college to import, and on whose authority. */
export interface TargetOptions {
  /** The origin of a college that is there. */
  readonly college?: string | undefined;
  /** The origin of a college to be founded. */
  readonly newCollege?: string | undefined;
  readonly name?: string | undefined;
  readonly zone?: string | undefined;
  /** The account of an administrator. */
  readonly as?: string | undefined;
}

const DEFAULT_ZONE = 'Europe/Moscow';

const slugOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '') || 'college';

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** Founds a college with its first administrator: that person founds it, at this command line. */
async function found(
  house: House,
  { name, zone = DEFAULT_ZONE }: TargetOptions,
  { origin, title }: { readonly origin: string; readonly title: string },
  say: (line: string) => void,
): Promise<Target> {
  if (!isZone(zone)) throw new TargetUnclear(`There is no time zone ${zone}.`);
  const id = v7();
  const college = await house.open({ id, origin, clock: 'server' });
  const account = v5('administrator', id);
  const data = {
    name: labelOf(name ?? title, origin),
    zone,
    workingWeek: 6 as const,
    administrator: account,
    administratorName: 'Администратор',
  };
  const actor = { account, session: v7(), channel: 'cli' } as const;
  const outcome = await college.execute({ type: 'FoundCollege', data }, { commandId: v7(), actor });
  if (!outcome.accepted) throw new TargetUnclear(`The college was not founded: ${outcome.refusal.code}.`);
  say(`Founded the college ${origin} in the time zone ${zone}; its administrator is account ${account}.`);
  return { college, account };
}

/** What a college founded for a bundle is called: after its first org, the one that others belong to first. */
const orgOf = ({ orgs }: Bundle): { readonly origin: string; readonly title: string } => {
  const rows = [...orgs.values()];
  const org = rows.find(({ type }) => type === 'district') ?? rows[0];
  return { origin: `${slugOf(org?.sourcedId ?? 'college')}/journal`, title: org?.name ?? 'OneRoster' };
};

/**
 * Finds the college to import into: the one named, else the only one that is no demonstration; where there is none,
 * one is founded for the org of the bundle. Throws `TargetUnclear`.
 */
export async function targetOf(
  house: House,
  options: TargetOptions,
  bundle: Bundle,
  say: (line: string) => void,
): Promise<Target> {
  const colleges = await house.colleges();
  const { college: wanted, newCollege } = options;
  if (wanted !== undefined && newCollege !== undefined)
    throw new TargetUnclear('Give either --college or --new-college.');

  // A demonstration lives by a clock of its own.
  const real = colleges.filter(({ clock }) => clock === 'server');
  const origins = real.map(({ origin }) => origin).join(', ');
  if (newCollege !== undefined) {
    if (colleges.some(({ origin }) => origin === newCollege))
      throw new TargetUnclear(`There is a college ${newCollege} already; import into it with --college.`);
    return found(house, options, { origin: newCollege, title: orgOf(bundle).title }, say);
  }
  if (wanted === undefined && real.length === 0) return found(house, options, orgOf(bundle), say);
  if (wanted === undefined && real.length > 1)
    throw new TargetUnclear(`There are several colleges; name one of ${origins} with --college.`);
  const chosen = real.find(({ origin }) => wanted === undefined || origin === wanted);
  if (!chosen)
    throw new TargetUnclear(`There is no college ${wanted ?? ''} to import into; there is ${origins}.`);
  const college = await house.college(chosen.id);
  return { college, account: options.as ?? (await administratorOf(college)) };
}
