import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import {
  accept,
  read,
  refuse,
  type Circumstances,
  type Deciding,
  type Refused,
  type Write,
} from './decision.ts';
import { groups } from './folds/group.ts';
import { studentChanges, type StudentChangeState } from './folds/student-change.ts';
import { currentEnrolment, students } from './folds/student.ts';
import { ofStudent } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import type { Subject } from './refusal.ts';
import { isRefused, rightAsCurator, rightAsGuardian, rightTo } from './rights.ts';
import { sealedName, type StudentName } from './student.ts';

/** Tells the administrator of something that has to change about a student, or of a student who is to come. */
export interface RequestStudentChange extends Omit<EventNamed<'StudentChangeRequested'>['data'], 'group'> {
  /** The group a new student is to come into; of a known student it is where they are. */
  readonly group: string | null;
  readonly name: StudentName | null;
  readonly details: string | null;
}

/** Accepts what was asked for; another surname takes its order with it. */
export interface AcceptStudentChange {
  readonly request: string;
  readonly order: Order | null;
}

/** Declines what was asked for. */
export interface DeclineStudentChange {
  readonly request: string;
  readonly reason: string;
}

/** What each kind of request has to say. */
const NEEDS = {
  enrolment: ['name', 'group'],
  departure: ['student', 'on'],
  transfer: ['student', 'on', 'toGroup'],
  surnameChange: ['student', 'on', 'name'],
  personalData: ['student', 'name'],
} as const satisfies Readonly<Record<RequestStudentChange['kind'], readonly (keyof RequestStudentChange)[]>>;

const ofRequest = (request: string, event: Write['events'][number]): Write => ({
  category: 'changeRequest',
  id: request,
  events: [event],
});

/** The curator of the group, or the guardian of the child (R-PRM-02, R-REF-06). */
function* rightToAsk(
  circumstances: Circumstances,
  { student }: RequestStudentChange,
  group: string | null,
  subject: Subject,
): Deciding<Role | Refused> {
  const curator = yield* rightAsCurator(circumstances, 'studentChange.request', group, subject);
  if (!isRefused(curator) || student === null) return curator;
  const guardian = yield* rightAsGuardian(circumstances, 'studentChange.request', student, subject);
  return isRefused(guardian) ? curator : guardian;
}

/** Asks for a change: the responsible person carries it out (R-PRM-02, R-PRM-03). */
export function* requestStudentChange(circumstances: Circumstances, command: RequestStudentChange): Deciding {
  const { request, kind, student, toGroup, on, name, details } = command;
  const subject = student === null ? {} : { student };
  const state = student === null ? null : yield* read(students, student);
  const group = state ? (currentEnrolment(state)?.group ?? null) : command.group;
  const role = yield* rightToAsk(circumstances, command, group, subject);
  if (isRefused(role)) return role;
  const missing = NEEDS[kind].find((part) => command[part] === null);
  if (missing !== undefined) return refuse('INCOMPLETE_REQUEST', subject, { kind, missing });
  if (state && !state.registered) return refuse('NOT_FOUND', subject, { what: 'student' });
  if (toGroup !== null && !(yield* read(groups, toGroup)).formed)
    return refuse('NOT_FOUND', subject, { what: 'group' });
  if (yield* read(studentChanges, request))
    return refuse('ALREADY_EXISTS', subject, { what: 'changeRequest' });
  const event = {
    type: 'StudentChangeRequested',
    data: { request, kind, student, group, toGroup, on },
    sealed: {
      ...(name && sealedName(name)),
      ...(details === null || details.trim() === '' ? {} : { details }),
    },
  } as const;
  return accept(role, [ofRequest(request, event)]);
}

function* openRequest(request: string): Deciding<StudentChangeState | Refused> {
  const state = yield* read(studentChanges, request);
  if (!state) return refuse('NOT_FOUND', {}, { what: 'changeRequest' });
  return state.status === 'open' ? state : refuse('ALREADY_DONE', {}, { state: state.status });
}

/** A name is carried out with the yes to it; what moves a student takes a command of its own with its order. */
function* carriedOut(
  circumstances: Circumstances,
  { request, order }: AcceptStudentChange,
  asked: StudentChangeState,
): Deciding<readonly Write[] | Refused> {
  const { kind, student, on, familyName, givenName, patronymic } = asked;
  if (student === null || (kind !== 'surnameChange' && kind !== 'personalData')) return [];
  const subject = { student };
  if (familyName === null || givenName === null) return refuse('NOT_FOUND', subject, { what: 'name' });
  const sealed = sealedName({ familyName, givenName, patronymic });
  yield* read(students, student);
  if (kind === 'personalData')
    return [ofStudent(student, { type: 'StudentDataCorrected', data: { student, request }, sealed })];
  const unordered = orderBehind(circumstances, order, subject);
  if (unordered) return unordered;
  const data = { student, on: on ?? circumstances.today, order };
  return [ofStudent(student, { type: 'StudentRenamed', data, sealed })];
}

/** Accepts a request: data and names change with it (D-12). */
export function* acceptStudentChange(circumstances: Circumstances, command: AcceptStudentChange): Deciding {
  const right = yield* rightTo(circumstances, 'student.move');
  if (isRefused(right)) return right;
  const { request } = command;
  const asked = yield* openRequest(request);
  if (isRefused(asked)) return asked;
  const done = yield* carriedOut(circumstances, command, asked);
  if (isRefused(done)) return done;
  const { student } = asked;
  return accept(right, [
    ofRequest(request, { type: 'StudentChangeAccepted', data: { request, student } }),
    ...done,
  ]);
}

/** Declines a request, and says why. */
export function* declineStudentChange(circumstances: Circumstances, command: DeclineStudentChange): Deciding {
  const { request, reason } = command;
  const right = yield* rightTo(circumstances, 'student.move');
  if (isRefused(right)) return right;
  const asked = yield* openRequest(request);
  if (isRefused(asked)) return asked;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const { student } = asked;
  const event = { type: 'StudentChangeDeclined', data: { request, student }, sealed: { reason } } as const;
  return accept(right, [ofRequest(request, event)]);
}
