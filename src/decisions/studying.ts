import type { PlainDate } from '../policies/calendar.ts';
import { refuse, type Refused } from './decision.ts';
import { isEnrolledOn, leaveOn, type StudentState } from './folds/student.ts';
import type { Subject } from './refusal.ts';

/** Why a student does not study on a day, as a no: not enrolled, or on academic leave; `null` for who does. */
export const absenceFromStudies = (state: StudentState, day: PlainDate, subject: Subject): Refused | null => {
  if (!isEnrolledOn(state, day)) return refuse('NOT_ENROLLED', subject, { day });
  const leave = leaveOn(state, day);
  return leave ? refuse('ON_ACADEMIC_LEAVE', subject, { day, from: leave.from, until: leave.until }) : null;
};
