import type { Recorded } from '../../events/recorded.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { replayed } from '../replayed.ts';
import { debtHandlers, pageHandlers, standingHandlers, studentHandlers } from './apply.ts';
import type { TrackedDebt } from './debts.ts';
import { shownStanding, type StudentStanding } from './shown.ts';
import type { Standing, StandingDebt } from './table.ts';

/** A student on a page. */
export type OnPage = Pick<Standing, 'student' | 'journal'>;

/** Standing as it was, and the debts there were, those that were cleared by then included. */
export interface PastStanding {
  /** By student and page. */
  readonly pages: readonly StudentStanding[];
  /** Oldest first. */
  readonly debts: readonly TrackedDebt[];
}

const nameOf = ({ student, journal }: OnPage): string => `${student} ${journal}`;
const byText = (one: string, other: string): number => (one < other ? -1 : 1);
const placeOf = (debt: StandingDebt): string => `${debt.since} ${nameOf(debt)}`;

/** Which of the rows that were folded are asked for. */
export interface PastStandingOf {
  /** Those that the viewer may see; of the others nothing is told. */
  readonly visible: readonly OnPage[];
  /** Only of those who studied in this group then. */
  readonly group: string | null;
  readonly scope: Scope;
}

/** The standing that events leave, by the folds that fill the tables, joined as the queries join them. */
export const replayStanding = (
  events: readonly Recorded[],
  { visible, group, scope }: PastStandingOf,
): PastStanding => {
  const wanted = new Set(visible.map(nameOf));
  const pages = new Map(replayed(pageHandlers, events).map((page) => [page.journal, page]));
  const students = new Map(replayed(studentHandlers, events).map((student) => [student.student, student]));
  const joined = replayed(standingHandlers, events).flatMap((row) => {
    const page = pages.get(row.journal);
    const student = students.get(row.student);
    const isAsked = wanted.has(nameOf(row)) && (group === null || student?.group === group);
    return page && student && isAsked ? [{ row, page, student }] : [];
  });
  const known = new Map(joined.map((one) => [nameOf(one.row), one]));
  const debts = replayed(debtHandlers, events).flatMap((debt): TrackedDebt[] => {
    const found = known.get(nameOf(debt));
    if (!found) return [];
    const { attestationOriginal, repeats, repeatScheduled } = found.row;
    const { group: ofPage, courseUnit } = found.page;
    const { leaves } = found.student;
    return [{ ...debt, attestationOriginal, repeats, repeatScheduled, group: ofPage, courseUnit, leaves }];
  });
  return {
    pages: joined
      .map(({ row, page }) => shownStanding(scope, row, page))
      .sort((one, other) => byText(nameOf(one), nameOf(other))),
    debts: debts.sort((one, other) => byText(placeOf(one), placeOf(other))),
  };
};
