import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { curricula } from './folds/curriculum.ts';
import { currentEnrolment, departureOf, students, type StudentState } from './folds/student.ts';
import { distinct, joining, moving, ofGroup, ofStudent, openGroup, rightToMove } from './movement.ts';
import { orderBehind, type Order } from './order.ts';
import { isRefused } from './rights.ts';

/** Enrols a student, and puts them on open pages of the group. */
export interface EnrolStudent {
  readonly student: string;
  readonly group: string | null;
  readonly from: PlainDate;
  readonly formOfStudy: EventNamed<'StudentEnrolled'>['data']['formOfStudy'];
  readonly individualCurriculum: string | null;
  readonly order: Order | null;
  readonly journals: readonly string[];
}

/** Changes how an enrolled student studies. */
export interface ChangeEnrolmentTerms {
  readonly student: string;
  readonly on: PlainDate;
  readonly formOfStudy: EnrolStudent['formOfStudy'];
  readonly individualCurriculum: string | null;
  readonly order: Order | null;
}

/** An individual curriculum is the student's own, or it is none. */
function* foreignCurriculum(student: string, curriculum: string | null): Deciding<Refused | null> {
  if (curriculum === null || (yield* read(curricula, curriculum))?.student === student) return null;
  return refuse('NOT_FOUND', { student }, { what: 'individualCurriculum' });
}

function* entering(
  circumstances: Circumstances,
  command: EnrolStudent,
  prior: (state: StudentState) => Refused | null,
  type: 'StudentEnrolled' | 'StudentReinstated',
): Deciding {
  const { journals, ...data } = command;
  const { student, group, from, order } = data;
  const subject = { student };
  const role: Role | Refused = yield* rightToMove(circumstances, subject);
  if (isRefused(role)) return role;
  const state = yield* read(students, student);
  if (!state.registered) return refuse('NOT_FOUND', subject, { what: 'student' });
  if (currentEnrolment(state)) return refuse('ALREADY_DONE', subject, { state: 'enrolled' });
  const refused =
    prior(state) ??
    orderBehind(circumstances, order, subject) ??
    (yield* foreignCurriculum(student, data.individualCurriculum));
  if (refused) return refused;
  const until = state.enrolments.at(-1)?.until ?? null;
  if (until !== null && from <= until) return refuse('DATE_OUT_OF_RANGE', subject, { from, until });
  if (group !== null) {
    const open = yield* openGroup(group, subject);
    if (isRefused(open)) return open;
  }
  const pages = group === null ? [] : yield* joining(student, group, distinct(journals), from);
  if (isRefused(pages)) return pages;
  const writes = [
    ofStudent(student, { type, data }),
    ...ofGroup(group, (id) => ({ type: 'GroupJoined', data: { group: id, student, from } })),
    ...pages,
  ];
  return accept(role, writes, { occurredOn: from });
}

/** Enrols a student who is known and not enrolled. */
export function* enrolStudent(circumstances: Circumstances, command: EnrolStudent): Deciding {
  return yield* entering(circumstances, command, () => null, 'StudentEnrolled');
}

/** Takes back who had been expelled: debts and history are as they were, the expulsion stays in it. */
export function* reinstateStudent(circumstances: Circumstances, command: EnrolStudent): Deciding {
  const subject = { student: command.student };
  const expelled = (state: StudentState): Refused | null =>
    departureOf(state)?.kind === 'expulsion' ? null : refuse('NOT_FOUND', subject, { what: 'expulsion' });
  return yield* entering(circumstances, command, expelled, 'StudentReinstated');
}

/** Changes form of study and individual curriculum from a day on (R-PRM-05). */
export function* changeEnrolmentTerms(circumstances: Circumstances, command: ChangeEnrolmentTerms): Deciding {
  const { student, on, formOfStudy, individualCurriculum } = command;
  const subject = { student };
  const found = yield* moving(circumstances, command, on);
  if (isRefused(found)) return found;
  const { role, enrolment: current } = found;
  const foreign = yield* foreignCurriculum(student, individualCurriculum);
  if (foreign) return foreign;
  if (on <= current.from) return refuse('DATE_OUT_OF_RANGE', subject, { on, from: current.from });
  if (formOfStudy === current.formOfStudy && individualCurriculum === current.individualCurriculum)
    return accept(role, []);
  const event = { type: 'EnrolmentTermsChanged', data: { ...command } } as const;
  return accept(role, [ofStudent(student, event)], { occurredOn: on });
}
