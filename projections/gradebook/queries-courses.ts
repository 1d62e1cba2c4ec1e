import { sql } from 'kysely';
import type { PlainDate } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import type { CellRow, LessonRow, PageRow } from './rows.ts';

/** As much of a page as its marks and their days. */
export interface MarkedPage {
  readonly page: Pick<PageRow, 'journal' | 'courseUnit' | 'scale'>;
  readonly lessons: readonly Pick<LessonRow, 'lesson' | 'date' | 'status'>[];
  readonly cells: readonly Pick<CellRow, 'lesson' | 'student' | 'marks'>[];
}

/** Which finished pages are asked for: of one scale, over before a day, the latest first. */
export interface FinishedPages {
  readonly scale: PageRow['scale'];
  readonly before: PlainDate;
  readonly most: number;
}

/**
 * Finished pages of the whole college, to learn from. They are read for the weights they teach and are shown to
 * nobody, so of the scope only the college counts.
 */
export const finishedPages = async (
  reader: Reader,
  { college }: Pick<Scope, 'college'>,
  { scale, before, most }: FinishedPages,
): Promise<readonly MarkedPage[]> => {
  const pages = await reader
    .selectFrom('gradebook_page as p')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('gradebook_lesson as l')
          .whereRef('l.college', '=', 'p.college')
          .whereRef('l.journal', '=', 'p.journal')
          .where('l.status', '!=', 'cancelled')
          .select((l) => l.fn.max('l.date').as('ended'))
          .as('days'),
      (join) => join.onTrue(),
    )
    .where('p.college', '=', college)
    .where('p.scale', '=', scale)
    .where('days.ended', '<', before)
    .select(['p.journal', 'p.courseUnit', 'p.scale'])
    .orderBy('days.ended', 'desc')
    .orderBy('p.journal')
    .limit(most)
    .execute();
  if (pages.length === 0) return [];
  const journals = pages.map(({ journal }) => journal);
  const [lessons, cells] = await Promise.all([
    reader
      .selectFrom('gradebook_lesson')
      .select(['journal', 'lesson', 'date', 'status'])
      .where('college', '=', college)
      .where('journal', 'in', journals)
      .execute(),
    reader
      .selectFrom('gradebook_cell')
      .select(['journal', 'lesson', 'student', 'marks'])
      .where('college', '=', college)
      .where('journal', 'in', journals)
      .where('marks', '!=', sql<never>`'[]'::jsonb`)
      .execute(),
  ]);
  const lessonsOf = Map.groupBy(lessons, ({ journal }) => journal);
  const cellsOf = Map.groupBy(cells, ({ journal }) => journal);
  return pages.map((page) => ({
    page,
    lessons: lessonsOf.get(page.journal) ?? [],
    cells: cellsOf.get(page.journal) ?? [],
  }));
};
