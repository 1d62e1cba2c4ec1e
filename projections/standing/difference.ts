import { isDeepStrictEqual } from 'node:util';
import type { Recorded } from '../../events/recorded.ts';
import { merged, paired, type Difference } from '../paired.ts';
import { touching } from '../replayed.ts';
import { debtHandlers, pageHandlers, standingHandlers, studentHandlers } from './apply.ts';
import type { TrackedDebt } from './debts.ts';
import { replayStanding, type OnPage, type PastStandingOf } from './replay.ts';
import type { StudentStanding } from './shown.ts';

/** What happened to the standing of some students between two moments. */
export interface StandingDifference {
  /** By student and page: those to which anything happened. */
  readonly pages: readonly (OnPage & Difference<StudentStanding>)[];
  /** By student and page: those that arose, were worked on or cleared. */
  readonly debts: readonly (OnPage & Difference<TrackedDebt>)[];
}

const nameOf = ({ student, journal }: OnPage): string => `${student} ${journal}`;
const onlyNames = ({ student, journal }: OnPage): OnPage => ({ student, journal });

/**
 * What events of some students on some pages did to their standing after a position. A debt that only grew overdue is
 * not told: nothing happened to it.
 */
export const standingDifference = (
  events: readonly Recorded[],
  from: bigint,
  of: PastStandingOf,
): StandingDifference => {
  const before = replayStanding(
    events.filter(({ position }) => position <= from),
    of,
  );
  const after = replayStanding(events, of);
  const between = events.filter(({ position }) => position > from);
  const [rows, debts] = [touching(standingHandlers, between), touching(debtHandlers, between)];
  const [students, pages] = [touching(studentHandlers, between), touching(pageHandlers, between)];
  return {
    pages: paired(before.pages, after.pages, nameOf).flatMap(({ row, ...pair }) => {
      const own = rows.get(`${row.journal}/${row.student}`);
      if (!own && isDeepStrictEqual(pair.before, pair.after)) return [];
      // Whether the row is among those asked for may hang on the group the student studies in.
      const asked = pair.before && pair.after ? [] : [students.get(row.student), pages.get(row.journal)];
      return [{ ...onlyNames(row), ...pair, events: merged(own, ...asked) }];
    }),
    debts: paired(before.debts, after.debts, nameOf).flatMap(({ row, ...pair }) => {
      const own = debts.get(`${row.student}/${row.journal}`);
      if (!own && isDeepStrictEqual(pair.before, pair.after)) return [];
      const results = rows
        .get(`${row.journal}/${row.student}`)
        ?.filter(({ type }) => type.includes('Attestation'));
      const isPaused = !isDeepStrictEqual(pair.before?.leaves, pair.after?.leaves);
      const paused = isPaused ? students.get(row.student) : [];
      return [{ ...onlyNames(row), ...pair, events: merged(own, results, paused) }];
    }),
  };
};
