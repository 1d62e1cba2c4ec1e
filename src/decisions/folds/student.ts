import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';
import { staysOn } from './group.ts';
import {
  after,
  begun,
  cutShort,
  finished,
  NO_STAYS,
  without,
  type Enrolment,
  type Leave,
  type StudentStays,
} from './student-stays.ts';

export type { Enrolment, Leave } from './student-stays.ts';

/** An academic debt that stands: why, and since when. */
export interface Debt {
  readonly cause: 'failed' | 'notAttested';
  readonly since: PlainDate;
}

/** A promotion with the group, and the semester it led to. */
export interface PromotionState {
  /** The id of its event. */
  readonly id: string;
  readonly group: string;
  readonly toSemester: number;
}

/** A student: registered or not, where and when they study and are on leave, and the debts that stand. */
export interface StudentState extends StudentStays {
  readonly registered: boolean;
  /** `null` where it is not known, or was erased. */
  readonly birthDate: PlainDate | null;
  readonly promotions: readonly PromotionState[];
  /** The ids of the movements that were annulled. */
  readonly annulled: ReadonlySet<string>;
  /** Journal → the debt that stands there. */
  readonly debts: ReadonlyMap<string, Debt>;
}

/** Whether the student studies at the college on a day; a day of leave is one. */
export const isEnrolledOn = ({ enrolments }: StudentState, day: PlainDate): boolean =>
  staysOn(enrolments, day);

/** The enrolment that has not ended. */
export const currentEnrolment = ({ enrolments }: StudentState): Enrolment | undefined =>
  enrolments.find(({ until }) => until === null);

/** The academic leave a day lies in: no lessons, no marks, no promotion, and the term of a debt stands still. */
export const leaveOn = ({ leaves }: StudentState, day: PlainDate): Leave | undefined =>
  leaves.find(({ from, until }) => from <= day && day <= until);

/** How and when the student left the college; `null` for who studies here, or never did. */
export const departureOf = ({
  movements,
}: StudentState): { readonly kind: 'expulsion' | 'graduation'; readonly on: PlainDate } | null => {
  const last = movements.at(-1);
  return last?.kind === 'expulsion' || last?.kind === 'graduation' ? { kind: last.kind, on: last.on } : null;
};

/** Folds `student-<id>`. */
export const students = defineFold<StudentState, 'student'>(
  'student',
  { registered: false, birthDate: null, ...NO_STAYS, promotions: [], annulled: new Set(), debts: new Map() },
  {
    StudentRegistered: (state) => ({ ...state, registered: true }),
    StudentRenamed: (state) => state,
    StudentDataCorrected: (state) => state,
    StudentBirthDateRecorded: (state, { sealed }) => ({ ...state, birthDate: sealed?.birthDate ?? null }),
    StudentEnrolled: (state, { data: { student: _, order: __, ...stay }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'enrolment', on: stay.from }, begun(state, stay)),
    }),
    StudentReinstated: (state, { data: { student: _, order: __, ...stay }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'reinstatement', on: stay.from }, begun(state, stay)),
    }),
    StudentTransferred: (state, { data: { to, on }, meta: { id } }) => {
      const current = currentEnrolment(state);
      if (!current) return state;
      const next = begun(state, { ...current, group: to, from: on });
      return { ...state, ...after(state, { id, kind: 'transfer', on }, next) };
    },
    EnrolmentTermsChanged: (state, { data: { student: _, order: __, on, ...terms }, meta: { id } }) => {
      const current = currentEnrolment(state);
      if (!current) return state;
      const next = begun(state, { ...current, ...terms, from: on });
      return { ...state, ...after(state, { id, kind: 'termsChange', on }, next) };
    },
    AcademicLeaveGranted: (state, { data: { from, until }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'leave', on: from }, { leaves: [...state.leaves, { from, until }] }),
    }),
    AcademicLeaveEnded: (state, { data: { on }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'leaveEnd', on }, { leaves: cutShort(state.leaves, on) }),
    }),
    StudentExpelled: (state, { data: { on }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'expulsion', on }, finished(state, on)),
    }),
    StudentGraduated: (state, { data: { on }, meta: { id } }) => ({
      ...state,
      ...after(state, { id, kind: 'graduation', on }, finished(state, on)),
    }),
    StudentPromoted: (state, { data: { group, toSemester }, meta: { id } }) => ({
      ...state,
      promotions: [...state.promotions, { id, group, toSemester }],
    }),
    StudentMovementAnnulled: (state, { data: { movement } }) => ({
      ...state,
      ...without(state, movement),
      promotions: state.promotions.filter(({ id }) => id !== movement),
      annulled: new Set([...state.annulled, movement]),
    }),
    AcademicDebtIncurred: (state, { data: { journal, cause }, meta }) => ({
      ...state,
      debts: withEntry(state.debts, journal, { cause, since: meta.occurredOn }),
    }),
    DebtMeasureRecorded: (state) => state,
    AcademicDebtCleared: (state, { data: { journal } }) => ({
      ...state,
      debts: withoutEntry(state.debts, journal),
    }),
  },
);
