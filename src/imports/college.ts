import { accesses, rolesOn } from '../decisions/folds/access.ts';
import type { House } from '../house.ts';
import { decode } from '../log/body.ts';
import type { RunningCollege } from '../runtime/college.ts';

/** The college to import into, and the administrator whose act it is. */
export interface Target {
  readonly college: RunningCollege;
  readonly account: string;
}

/** The options do not say what to do: the command was not understood. */
export class TargetUnclear extends Error {
  override readonly name = 'TargetUnclear';
}

const PAGE = 1_000;

/** The first administrator in the order of the log who still is one. Throws `TargetUnclear`. */
export async function administratorOf({ log, id, stateOf, today }: RunningCollege): Promise<string> {
  const head = await log.head(id);
  for (let after = 0n; after < head; after += BigInt(PAGE))
    for (const stored of await log.read(id, after, PAGE)) {
      if (stored.type !== 'RoleGranted') continue;
      const event = decode(stored);
      if (event.type !== 'RoleGranted' || event.data.role !== 'journalAdministrator') continue;
      const { account } = event.data;
      if (rolesOn(await stateOf(accesses, account), await today()).has('journalAdministrator'))
        return account;
    }
  throw new TargetUnclear('The college has no administrator who could import into it.');
}

/** Which college, by its origin, and whose act it is; else the only one that is no demonstration, and its administrator. */
export interface CollegeOptions {
  readonly college?: string | undefined;
  readonly as?: string | undefined;
}

/** Finds a college that is there. Throws `TargetUnclear`. */
export async function standingCollege(house: House, options: CollegeOptions): Promise<Target> {
  const { college: wanted, as } = options;
  const colleges = await house.colleges();
  // A demonstration lives by a clock of its own; it is imported into only where it is named.
  const candidates = colleges.filter(({ origin, clock }) =>
    wanted === undefined ? clock === 'server' : origin === wanted,
  );
  const [chosen] = candidates;
  const origins = colleges.map(({ origin }) => origin).join(', ');
  if (!chosen && wanted === undefined && colleges.length > 0)
    throw new TargetUnclear(`There are only demonstrations; name one of ${origins} with --college.`);
  if (!chosen)
    throw new TargetUnclear(
      `There is no college ${wanted ?? 'to import into'}; there is ${origins || 'none'}.`,
    );
  if (candidates.length > 1)
    throw new TargetUnclear(`There are several colleges; name one of ${origins} with --college.`);
  const college = await house.college(chosen.id);
  return { college, account: as ?? (await administratorOf(college)) };
}
