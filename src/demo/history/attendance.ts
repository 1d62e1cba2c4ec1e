import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import { diceOf, type Dice } from '../dice.ts';
import { isAdult, type DemoStudent } from '../people.ts';
import type { Plan } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';

/** How a student came to a lesson, and what was said about it. */
export interface Attendance {
  readonly status: 'present' | 'absent' | 'late';
  /** Absent for a reason that a curator would excuse. */
  readonly isIll: boolean;
  /** The guardian who announced it on the evening before. */
  readonly announcedBy: string | null;
  /** Marked absent by mistake: came late after all. */
  readonly isMistake: boolean;
}

const mondayOf = (date: PlainDate): PlainDate => plusDays(date, 1 - Temporal.PlainDate.from(date).dayOfWeek);

/** One illness in twenty weeks, of two to four days. */
const isIllOn = (plan: Plan, { id }: DemoStudent, date: PlainDate): boolean => {
  const monday = mondayOf(date);
  const dice = diceOf(plan.college.id, `health ${id} ${monday}`);
  if (!dice.chance(0.05)) return false;
  const from = plusDays(monday, dice.whole(0, 3));
  return date >= from && date < plusDays(from, dice.whole(2, 4));
};

/**
 * Each child's guardian who announces; the last one never does, since that guardianship ends in the demo, nor does one
 * whose child is of age where the regulation speaks of minors only.
 */
export const announcerOf = ({ people, regulation }: Plan, student: string): string | null => {
  const adult = people.students.find(isAdult);
  if (regulation.value('guardian.onlyMinors') === true && student === adult?.id) return null;
  const guardians = people.accounts.filter(({ roles }) => roles.includes('legalGuardian')).slice(0, -1);
  return guardians.find(({ wards }) => wards.includes(student))?.account ?? null;
};

/** The lesson of every page at which an announced child turns out to be present. */
const TURNED_UP = 7;

/** How a student came to a lesson. */
export const attendanceOf = (
  plan: Plan,
  lesson: DemoLesson,
  student: DemoStudent,
  dice: Dice,
): Attendance => {
  const isIll = isIllOn(plan, student, lesson.date);
  const lot = dice.roll();
  const isTruant = lot < 0.01 + (1 - student.diligence) * 0.12;
  const status = isIll || isTruant ? 'absent' : lot > 0.985 ? 'late' : 'present';
  const guardian = isIll || lesson.index === TURNED_UP ? announcerOf(plan, student.id) : null;
  const isAnnounced = (status === 'present' && lesson.index === TURNED_UP) || (isIll && dice.chance(0.7));
  return {
    status,
    isIll,
    announcedBy: isAnnounced ? guardian : null,
    isMistake: status === 'absent' && !isIll && dice.chance(0.03),
  };
};
