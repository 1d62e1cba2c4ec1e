import type { DomainEvent } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { groups } from './folds/group.ts';
import { leaveOn, type StudentState } from './folds/student.ts';
import { moving, ofGroup, ofStudent, type Moving } from './movement.ts';
import type { Order } from './order.ts';
import { isRefused } from './rights.ts';

/** Ends an enrolment before its time; the day is the last one. */
export interface ExpelStudent {
  readonly student: string;
  readonly on: PlainDate;
  readonly order: Order | null;
  readonly reason: string;
}

/** Ends an enrolment with the programme completed; the day is the last one. */
export interface GraduateStudent {
  readonly student: string;
  readonly on: PlainDate;
  readonly order: Order | null;
}

function* leaver(circumstances: Circumstances, command: GraduateStudent): Deciding<Moving | Refused> {
  const { student, on } = command;
  const found = yield* moving(circumstances, command, on);
  if (isRefused(found)) return found;
  const { group, from } = found.enrolment;
  if (on < from) return refuse('DATE_OUT_OF_RANGE', { student }, { on, from });
  if (group !== null) yield* read(groups, group);
  return found;
}

const departed = (
  { role, enrolment: { group } }: Moving,
  { student, on }: GraduateStudent,
  event: DomainEvent,
): Accepted =>
  accept(
    role,
    [
      ofStudent(student, event),
      ...ofGroup(group, (id) => ({ type: 'GroupLeft', data: { group: id, student, until: on } })),
    ],
    { occurredOn: on },
  );

/** Ends the enrolment: later lessons take no entry, nothing of the past goes (T-33). */
export function* expelStudent(circumstances: Circumstances, command: ExpelStudent): Deciding {
  const { student, on, order, reason } = command;
  const found = yield* leaver(circumstances, command);
  if (isRefused(found)) return found;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { student });
  const data = { student, group: found.enrolment.group, on, order };
  return departed(found, command, { type: 'StudentExpelled', data, sealed: { reason } });
}

/** What keeps a student from graduating on a day: a leave, or debts that stand. */
export const obstacleTo = (
  state: StudentState,
  on: PlainDate,
): {
  readonly code: 'ON_ACADEMIC_LEAVE' | 'DEBTS_REMAIN';
  readonly facts: Readonly<Record<string, string | number>>;
} | null => {
  const leave = leaveOn(state, on);
  if (leave) return { code: 'ON_ACADEMIC_LEAVE', facts: { day: on, from: leave.from, until: leave.until } };
  return state.debts.size > 0 ? { code: 'DEBTS_REMAIN', facts: { debts: state.debts.size } } : null;
};

/** Ends the educational relationship of a student who completed the programme without a debt (R-PRM-06). */
export function* graduateStudent(circumstances: Circumstances, command: GraduateStudent): Deciding {
  const { student, on, order } = command;
  const found = yield* leaver(circumstances, command);
  if (isRefused(found)) return found;
  const obstacle = obstacleTo(found.state, on);
  if (obstacle) return refuse(obstacle.code, { student }, obstacle.facts);
  const data = { student, group: found.enrolment.group, on, order };
  return departed(found, command, { type: 'StudentGraduated', data });
}
