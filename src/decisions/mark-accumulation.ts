import type { Warning } from './warning.ts';
import { marksNeeded, weeklyHoursOf } from '../policies/mark-accumulation.ts';
import { linesOf, linesOn, semestersOfPeriod } from '../policies/programme.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { read, readAll, type Deciding } from './decision.ts';
import { curricula } from './folds/curriculum.ts';
import { groups } from './folds/group.ts';
import { marks } from './folds/mark.ts';
import type { Page } from './page.ts';

/** The weekly load of a page: by the group's curriculum, else by the lessons in its timetable. */
export function* weeklyLoadOf({ opened, period, lessons }: Page): Deciding<number> {
  const byLessons = weeklyHoursOf(lessons.values(), period);
  if (opened.group === null) return byLessons;
  const assigned = (yield* read(groups, opened.group)).curricula.findLast(({ from }) => from <= period.until);
  const curriculum = assigned ? yield* read(curricula, assigned.curriculum) : null;
  if (!curriculum) return byLessons;
  const semesters = semestersOfPeriod(curriculum.intakeYear, period);
  const lines = linesOf(linesOn(curriculum.versions, period.from), opened.courseUnit, semesters);
  return Math.max(0, ...lines.map(({ weeklyHours }) => weeklyHours)) || byLessons;
}

/** How many current marks a student has on the page. */
function* marksOf(page: Page, student: string): Deciding<number> {
  const conducted = [...page.lessons].filter(([, { status }]) => status === 'conducted');
  const cells = yield* readAll(
    marks,
    conducted.map(([lesson]) => `${lesson}.${student}`),
  );
  return cells.reduce((sum, cell) => sum + cell.marks.size, 0);
}

/** The warning that a final mark stands on too few current marks (001 §6.2; R-MRK-06, T-28); it blocks nothing. */
export function* fewMarksWarnings(
  regulation: Regulation,
  page: Page,
  student: string,
): Deciding<readonly Warning[]> {
  if (regulation.value('attestation.minMarks')?.kind !== 'byWeeklyLoad') return [];
  const weeklyHours = yield* weeklyLoadOf(page);
  const needed = marksNeeded(regulation, weeklyHours);
  if (needed === null) return [];
  const count = yield* marksOf(page, student);
  if (count >= needed) return [];
  const facts = { marks: count, needed, missing: needed - count, weeklyHours };
  return [{ code: 'TOO_FEW_MARKS', facts, ...regulation.rule('attestation.minMarks') }];
}
