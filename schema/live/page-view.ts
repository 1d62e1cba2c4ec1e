import { isWholeIn, type GradebookPage } from '../../projections/gradebook/page.ts';
import { gradebookPage } from '../../projections/gradebook/queries.ts';
import type { CellRow, LessonRow } from '../../projections/gradebook/rows.ts';
import { partsShown, type LearnerParts } from '../../src/policies/learner-view.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { scopeFor, viewerOf, type Context } from '../context.ts';

/** A page as a viewer may see it: the whole, or the lines of some students, as far as the regulation shows them. */
export interface PageView {
  readonly page: GradebookPage;
  readonly isWhole: boolean;
  readonly parts: LearnerParts;
  /** Whether a lesson is one that the viewer sees on the line of a student; without a student, on any line. */
  readonly sees: (lesson: LessonRow, student?: string) => boolean;
}

const WHOLE: LearnerParts = { marks: true, attendance: true, homework: true, topic: true };

const learnersView = (page: GradebookPage, { learnerView }: Scope): PageView => ({
  page,
  isWhole: false,
  parts: partsShown(learnerView),
  sees: ({ date }, student) =>
    (learnerView.since === null || learnerView.since <= date) &&
    page.roster.some(
      (line) =>
        (student === undefined || line.student === student) &&
        line.stays.some(({ from, until }) => from <= date && date <= (until ?? date)),
    ),
});

/** What the viewer sees of a page: as staff the whole of it, else as a learner or for one; `null` where nothing. */
export const viewedPage = async (context: Context, journal: string): Promise<PageView | null> => {
  const { capabilities } = viewerOf(context);
  const { reader, pages } = context;
  if (capabilities.has('gradebook.read')) {
    const scope = scopeFor(context, 'gradebook.read');
    const page = await gradebookPage(reader, scope, journal, pages);
    if (page && isWholeIn(scope, page.page)) return { page, isWhole: true, parts: WHOLE, sees: () => true };
  }
  if (!capabilities.has('diary.read')) return null;
  const scope = scopeFor(context, 'diary.read');
  const page = await gradebookPage(reader, scope, journal, pages);
  if (page && isWholeIn(scope, page.page)) return { page, isWhole: true, parts: WHOLE, sees: () => true };
  return page && learnersView(page, scope);
};

const byPlace = new WeakMap<GradebookPage, ReadonlyMap<string, CellRow>>();

const placeOf = (lesson: string, student: string): string => `${lesson} ${student}`;

/** The cell of a lesson and a student; looked up in a map that is made once for a page that many look at. */
export const cellAt = (page: GradebookPage, lesson: string, student: string): CellRow | undefined => {
  const known =
    byPlace.get(page) ?? new Map(page.cells.map((cell) => [placeOf(cell.lesson, cell.student), cell]));
  byPlace.set(page, known);
  return known.get(placeOf(lesson, student));
};
