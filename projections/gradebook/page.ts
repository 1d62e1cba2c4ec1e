import type { Scope } from '../../src/policies/scope.ts';
import type { AttestationRow, CellRow, LessonRow, PageRow, RosterRow } from './rows.ts';

/** Everything that stands on one page of the journal. */
export interface GradebookPage {
  readonly page: PageRow;
  /** By date and time. */
  readonly lessons: readonly LessonRow[];
  /** By student. */
  readonly roster: readonly RosterRow[];
  /** By lesson and student; a cell in which nothing was ever entered has no row. */
  readonly cells: readonly CellRow[];
  /** By student. */
  readonly attestations: readonly AttestationRow[];
}

/** Whether a viewer may read every row of a page. */
export const isWholeIn = (
  { everything, journals, groups }: Scope,
  { journal, group }: Pick<PageRow, 'journal' | 'group'>,
): boolean => everything || journals.has(journal) || (group !== null && groups.has(group));

/** What a viewer may read of a page: all of it, or the rows of some students; `null` where they are not on it. */
export const visiblePart = (whole: GradebookPage, scope: Scope): GradebookPage | null => {
  if (isWholeIn(scope, whole.page)) return whole;
  const isTheirs = ({ student }: { readonly student: string }): boolean => scope.students.has(student);
  const roster = whole.roster.filter(isTheirs);
  if (roster.length === 0) return null;
  return {
    ...whole,
    roster,
    cells: whole.cells.filter(isTheirs),
    attestations: whole.attestations.filter(isTheirs),
  };
};
