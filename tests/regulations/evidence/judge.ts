import type { Catalogue } from './catalogue.ts';
import type { TextFile } from './files.ts';
import { idsIn } from './ids.ts';
import type { NamedTest } from './titles.ts';

/** Why nothing shows a requirement: it comes `later`, or lies `outside` what software decides. `what` is an id or `§1.13`. */
export interface Reason {
  readonly what: string;
  readonly status: string;
  readonly reason: string;
}

/** How one id of the catalogue stands; `open` is neither shown nor explained. */
export interface Standing {
  readonly id: string;
  readonly section: string;
  readonly binding: string;
  readonly says: string;
  readonly status: 'shown' | 'later' | 'outside' | 'open';
  readonly tests: readonly NamedTest[];
  readonly reason: string;
}

/** What is to be judged. */
export interface Evidence {
  readonly catalogue: Catalogue;
  readonly tests: readonly NamedTest[];
  readonly reasons: readonly Reason[];
  /** Every file that may name an id, in whatever place. */
  readonly files: readonly TextFile[];
}

/** Whether a requirement must be shown: a duty (M) or a prohibition (X), also beside another force. */
const binds = (binding: string) => /[MX]/u.test(binding);

/** How every requirement, trap and conflict stands, in the order of the catalogue. */
export const standings = ({ catalogue, tests, reasons }: Evidence): readonly Standing[] => {
  const all = [
    ...catalogue.requirements.map(({ requirement, ...rest }) => ({ ...rest, says: requirement })),
    ...catalogue.traps.map(({ id, trap, right }) => ({
      id,
      section: '4',
      binding: '',
      says: `${trap}: ${right}`,
    })),
    ...catalogue.conflicts.map(({ id, conflict, otherwise }) => ({
      id,
      section: '2.3',
      binding: '',
      says: `${conflict}: ${otherwise}`,
    })),
  ];
  const testsOf = Map.groupBy(
    tests.flatMap((test) => test.ids.map((id) => ({ id, test }))),
    ({ id }) => id,
  );
  const reasonOf = new Map(reasons.map((reason) => [reason.what, reason]));
  return all.map(({ id, section, binding, says }) => {
    const shown = (testsOf.get(id) ?? []).map(({ test }) => test);
    const why = reasonOf.get(id) ?? reasonOf.get(`§${section}`);
    const excused = why?.status === 'outside' ? 'outside' : why ? 'later' : 'open';
    return {
      id,
      section,
      binding,
      says,
      status: shown.length > 0 ? 'shown' : excused,
      tests: shown,
      reason: shown.length > 0 ? '' : (why?.reason ?? ''),
    };
  });
};

const ofUnknown = ({ catalogue, files }: Evidence, known: ReadonlySet<string>): readonly string[] =>
  files.flatMap(({ path, text }) =>
    idsIn(text)
      .filter((id) => !known.has(id))
      .map(
        (id) =>
          `${path} names ${id}, which is none of the ${catalogue.requirements.length} requirements, traps and conflicts.`,
      ),
  );

const ofReasons = ({ reasons, catalogue }: Evidence, all: readonly Standing[]): readonly string[] => {
  const sections = new Set(catalogue.requirements.map(({ section }) => `§${section}`));
  const standing = new Map(all.map((each) => [each.id, each]));
  return reasons.flatMap(({ what, status, reason }) => {
    if (!sections.has(what) && !standing.has(what))
      return [`later.tsv explains ${what}, which does not exist.`];
    if (status !== 'later' && status !== 'outside')
      return [`later.tsv calls ${what} “${status}”, not later or outside.`];
    if (reason === '') return [`later.tsv gives no reason for ${what}.`];
    return standing.get(what)?.status === 'shown' ? [`later.tsv explains ${what}, which a test shows.`] : [];
  });
};

/** What is wrong: a duty or prohibition or trap that nothing shows, an id that does not exist, a reason that holds no more. */
export const failures = (evidence: Evidence): readonly string[] => {
  const all = standings(evidence);
  const open = all.filter(({ status }) => status === 'open');
  return [
    ...open
      .filter(({ binding }) => binds(binding))
      .map(({ id, binding }) => `${id} (${binding}): no test names it and no reason excuses it.`),
    ...all
      .filter(({ id, status }) => id.startsWith('T-') && status !== 'shown')
      .map(({ id }) => `${id}: no test names this trap.`),
    ...ofUnknown(evidence, new Set(all.map(({ id }) => id))),
    ...ofReasons(evidence, all),
  ];
};
