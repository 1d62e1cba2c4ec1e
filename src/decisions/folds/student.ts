import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { staysOn, type Stay } from './group.ts';

/** A stretch of study in one group, or in none. */
export interface Enrolment extends Stay {
  readonly group: string | null;
}

/** A student: registered or not, where and when they study, and the debts that stand. */
export interface StudentState {
  readonly registered: boolean;
  readonly enrolments: readonly Enrolment[];
  /** Journal → why the debt arose. */
  readonly debts: ReadonlyMap<string, 'failed' | 'notAttested'>;
}

/** Whether the student studies at the college on a day. */
export const isEnrolledOn = ({ enrolments }: StudentState, day: PlainDate): boolean =>
  staysOn(enrolments, day);

/** The enrolment that has not ended. */
export const currentEnrolment = ({ enrolments }: StudentState): Enrolment | undefined =>
  enrolments.find(({ until }) => until === null);

const dayBefore = (day: PlainDate): PlainDate =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

const closed = (enrolments: readonly Enrolment[], until: PlainDate): readonly Enrolment[] =>
  enrolments.map((enrolment) => (enrolment.until === null ? { ...enrolment, until } : enrolment));

/** Folds `student-<id>`. */
export const students = defineFold<StudentState, 'student'>(
  'student',
  { registered: false, enrolments: [], debts: new Map() },
  {
    StudentRegistered: (state) => ({ ...state, registered: true }),
    StudentRenamed: (state) => state,
    StudentEnrolled: (state, { data: { group, from } }) => ({
      ...state,
      enrolments: [...state.enrolments, { group, from, until: null }],
    }),
    StudentTransferred: (state, { data: { to, on } }) => ({
      ...state,
      enrolments: [...closed(state.enrolments, dayBefore(on)), { group: to, from: on, until: null }],
    }),
    StudentExpelled: (state, { data: { on } }) => ({ ...state, enrolments: closed(state.enrolments, on) }),
    AcademicDebtIncurred: (state, { data: { journal, cause } }) => ({
      ...state,
      debts: withEntry(state.debts, journal, cause),
    }),
    AcademicDebtCleared: (state, { data: { journal } }) => ({
      ...state,
      debts: withoutEntry(state.debts, journal),
    }),
    StudentPromoted: (state) => state,
  },
);
