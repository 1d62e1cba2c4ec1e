import type { EventNamed } from '../../events/register.ts';
import type { z } from 'zod';
import { plusDays, type PlainDate } from './calendar.ts';
import type { beforeSchoolYear } from './regulation/values/school-date.ts';
import { schoolDate } from './school-date.ts';

/** One line of a curriculum. */
export type CurriculumItem = EventNamed<'CurriculumAdopted'>['data']['items'][number];

/** The lines of a curriculum from a date on. */
export interface CurriculumVersion {
  readonly from: PlainDate;
  readonly items: readonly CurriculumItem[];
}

/** The lines in force on a day: of the latest version that took effect by then, or the first there ever was. */
export const linesOn = (versions: readonly CurriculumVersion[], day: PlainDate): readonly CurriculumItem[] =>
  (versions.findLast(({ from }) => from <= day) ?? versions[0])?.items ?? [];

const AUGUST = 8;

/** The academic year a day lies in, by the calendar year it begins in: August belongs to the year about to start (T-47). */
export const academicYearOf = (day: PlainDate): number => {
  const { year, month } = Temporal.PlainDate.from(day);
  return month >= AUGUST ? year : year - 1;
};

/** The first day of an academic year, 1 September. */
export const academicYearStart = (academicYear: number): PlainDate => `${academicYear}-09-01`;

/** The two semesters of an academic year, counted within a training that began in a year of intake. */
export const semestersOfYear = (intakeYear: number, academicYear: number): readonly number[] => {
  const first = 2 * (academicYear - intakeYear) + 1;
  return [first, first + 1];
};

/** Longer than any semester: the period is a whole academic year. */
const LONGEST_SEMESTER_DAYS = 200;

/** The semesters of a training that a period covers: one, by the half of the year its middle lies in, or both. */
export const semestersOfPeriod = (
  intakeYear: number,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): readonly number[] => {
  const start = Temporal.PlainDate.from(from);
  const { days } = start.until(Temporal.PlainDate.from(until), { largestUnit: 'days' });
  const middle = start.add({ days: Math.floor(days / 2) });
  const [autumn, spring] = semestersOfYear(intakeYear, academicYearOf(middle.toString()));
  if (autumn === undefined || spring === undefined) return [];
  if (days > LONGEST_SEMESTER_DAYS) return [autumn, spring];
  return middle.month >= AUGUST ? [autumn] : [spring];
};

/** The lines of one course unit in some semesters. */
export const linesOf = (
  items: readonly CurriculumItem[],
  courseUnit: string,
  semesters: readonly number[],
): readonly CurriculumItem[] =>
  items.filter((item) => item.courseUnit === courseUnit && semesters.includes(item.semester));

/** The hours of some lines. */
export const hoursOf = (items: readonly { readonly hours: number }[]): number =>
  items.reduce((sum, { hours }) => sum + hours, 0);

/** By when a plan of a year is entered: a date, before the first lesson, or before the year begins. */
export type PlanDeadline = z.infer<typeof beforeSchoolYear>;

/** The last day for a plan of an academic year; without any lesson yet, the last day before the year (T-47). */
export const planDeadline = (
  deadline: PlanDeadline,
  academicYear: number,
  firstLesson: PlainDate | null,
): PlainDate => {
  if (!('kind' in deadline)) return schoolDate(deadline, academicYear);
  const begins =
    deadline.kind === 'beforeClasses' && firstLesson ? firstLesson : academicYearStart(academicYear);
  return plusDays(begins, -1);
};
