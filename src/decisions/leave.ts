import type { PlainDate } from '../policies/calendar.ts';
import { accept, refuse, type Circumstances, type Deciding } from './decision.ts';
import { leaveOn } from './folds/student.ts';
import { moving, ofStudent } from './movement.ts';
import type { Order } from './order.ts';
import { isRefused } from './rights.ts';

/** Lets a student go on academic leave; both days are days of leave. */
export interface GrantAcademicLeave {
  readonly student: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly order: Order | null;
  readonly reason: string;
}

/** Ends an academic leave before its time; the day is its last one. */
export interface EndAcademicLeave {
  readonly student: string;
  readonly on: PlainDate;
  readonly order: Order | null;
}

/** Grants an academic leave: in it no mark and no absence is entered, and no promotion takes place. */
export function* grantAcademicLeave(circumstances: Circumstances, command: GrantAcademicLeave): Deciding {
  const { student, from, until, order, reason } = command;
  const subject = { student };
  const found = yield* moving(circumstances, command, from);
  if (isRefused(found)) return found;
  const { role, state, enrolment } = found;
  if (until < from || from < enrolment.from)
    return refuse('DATE_OUT_OF_RANGE', subject, { from, until, enrolledFrom: enrolment.from });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  const other = state.leaves.find((leave) => leave.from <= until && from <= leave.until);
  if (other)
    return refuse('ALREADY_DONE', subject, { state: 'onLeave', from: other.from, until: other.until });
  const data = { student, group: enrolment.group, from, until, order };
  const event = { type: 'AcademicLeaveGranted', data, sealed: { reason } } as const;
  return accept(role, [ofStudent(student, event)], { occurredOn: from });
}

/** Ends a leave early: the student is back on the day after. */
export function* endAcademicLeave(circumstances: Circumstances, command: EndAcademicLeave): Deciding {
  const { student, on, order } = command;
  const subject = { student };
  const found = yield* moving(circumstances, command, on);
  if (isRefused(found)) return found;
  const { role, state, enrolment } = found;
  const leave = leaveOn(state, on);
  if (!leave) return refuse('NOT_FOUND', subject, { what: 'academicLeave', day: on });
  if (on === leave.until) return accept(role, []);
  const event = {
    type: 'AcademicLeaveEnded',
    data: { student, group: enrolment.group, ...leave, on, order },
  } as const;
  return accept(role, [ofStudent(student, event)], { occurredOn: on });
}
