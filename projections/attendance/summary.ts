import { isMissedDay, type MissedDay } from '../../src/policies/missed-day.ts';
import { percentText } from '../../src/policies/ratio.ts';

/** One student's day, counted over the lessons that were held and that they had to attend. */
export interface AttendanceDay {
  readonly student: string;
  readonly date: string;
  readonly held: number;
  readonly heldHours: number;
  readonly missed: number;
  readonly missedHours: number;
  readonly excusedHours: number;
  readonly unexcusedHours: number;
  readonly late: number;
}

/** A line of Форма 2: days, lessons and academic hours are counted apart (R-ATT-10, T-15). */
export interface StudentAttendance {
  readonly student: string;
  readonly daysMissed: number;
  readonly lessonsMissed: number;
  readonly hoursMissed: number;
  /** Only the dates on which something was missed. */
  readonly hoursByDate: readonly { readonly date: string; readonly hours: number }[];
  readonly excusedHours: number;
  readonly unexcusedHours: number;
  /** Missed, and nobody has said yet whether excused: the other two need not add up to all (T-14). */
  readonly unclassifiedHours: number;
  readonly lateArrivals: number;
}

/** The form and its footer. Per cents have one place, rounded half up; `null` where nothing was held. */
export interface AttendanceSummary {
  readonly students: readonly StudentAttendance[];
  /** Σ over the lessons held of their hours × the students who had to attend (T-16). */
  readonly personHours: number;
  readonly missedHours: number;
  readonly missedPercent: string | null;
  readonly unexcusedHours: number;
  readonly unexcusedPercent: string | null;
}

const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const line = (student: string, days: readonly AttendanceDay[], policy: MissedDay): StudentAttendance => {
  const hoursMissed = total(days, (day) => day.missedHours);
  const excusedHours = total(days, (day) => day.excusedHours);
  const unexcusedHours = total(days, (day) => day.unexcusedHours);
  return {
    student,
    daysMissed: days.filter((day) => isMissedDay(policy, day)).length,
    lessonsMissed: total(days, (day) => day.missed),
    hoursMissed,
    hoursByDate: days
      .filter(({ missedHours }) => missedHours > 0)
      .map(({ date, missedHours: hours }) => ({ date, hours })),
    excusedHours,
    unexcusedHours,
    unclassifiedHours: hoursMissed - excusedHours - unexcusedHours,
    lateArrivals: total(days, (day) => day.late),
  };
};

/** Adds the days up: a line for every student for whom a lesson was held, and the footer. */
export const summarise = (days: readonly AttendanceDay[], policy: MissedDay): AttendanceSummary => {
  const students = [...Map.groupBy(days, ({ student }) => student)].map(([student, own]) =>
    line(student, own, policy),
  );
  const personHours = total(days, ({ heldHours }) => heldHours);
  const missedHours = total(students, ({ hoursMissed }) => hoursMissed);
  const unexcusedHours = total(students, (student) => student.unexcusedHours);
  return {
    students,
    personHours,
    missedHours,
    missedPercent: percentText(missedHours, personHours),
    unexcusedHours,
    unexcusedPercent: percentText(unexcusedHours, personHours),
  };
};
