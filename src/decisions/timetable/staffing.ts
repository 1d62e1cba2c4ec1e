import type { PlainDate } from '../../policies/calendar.ts';
import { busyAt, overlaps, type Occupation } from '../../policies/timetable.ts';
import { readAll, type Circumstances, type Deciding, type Write } from '../decision.ts';
import { timetableDays, type DayState } from '../folds/timetable-day.ts';
import type { JournalState } from '../folds/journal.ts';
import { byDay, placing, teachersOn } from './placing.ts';

/** A page's teachers as they will be, and who is released, if somebody is. */
export interface Staffing {
  readonly journal: string;
  readonly lessons: JournalState['lessons'];
  readonly teachers: JournalState['teachers'];
  readonly released: string | null;
}

const isFree = (day: DayState, lesson: string, at: Occupation, account: string): boolean =>
  ![...day].some(([id, other]) => id !== lesson && overlaps(at, other) && busyAt(other).includes(account));

/** Who then teaches a lesson: whoever stays, or else those of the page who teach nothing else at that time. */
const staffOf = (
  { teachers, released }: Staffing,
  day: DayState,
  date: PlainDate,
  lesson: string,
  standing: Occupation,
): readonly string[] => {
  const staying = standing.teachers.filter((account) => account !== released);
  return staying.length > 0
    ? staying
    : teachersOn({ teachers }, date, null).filter((account) => isFree(day, lesson, standing, account));
};

/**
 * What a change of a page's teachers does to its lessons to come: those that lose their teacher or have none are
 * given to the others who are free. Nobody is taken away from a lesson elsewhere, and what was held stays as it was.
 */
export function* restaffing(
  { today, source }: Circumstances,
  staffing: Staffing,
): Deciding<readonly Write[]> {
  if (source === 'import') return [];
  const coming = [...staffing.lessons].filter(
    ([, { status, date }]) => status === 'scheduled' && date >= today,
  );
  const days = yield* readAll(
    timetableDays,
    coming.map(([, { date }]) => date),
  );
  const placed = coming.flatMap(([lesson, { date }], index): readonly Write[] => {
    const day = days[index];
    const standing = day?.get(lesson);
    if (!day || !standing) return [];
    const teachers = staffOf(staffing, day, date, lesson, standing);
    const isSame =
      teachers.length === standing.teachers.length &&
      teachers.every((each) => standing.teachers.includes(each));
    return isSame ? [] : [placing(date, lesson, { ...standing, teachers })];
  });
  return byDay(placed);
}
