import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { capabilitiesOf } from '../policies/access.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses, rolesOn } from './folds/access.ts';
import { courseUnits } from './folds/course-unit.ts';
import { finalQualifications, type Supervised } from './folds/final-qualification.ts';
import { students } from './folds/student.ts';
import type { Page } from './page.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, rightToFillIn, rolesOfActor, type Right } from './rights.ts';

/** Names a supervisor, by an order. */
export type AppointSupervisor = EventNamed<'SupervisorAppointed'>['data'];

const SUPERVISOR: Readonly<Record<Supervised, Role>> = {
  thesis: 'thesisSupervisor',
  preDiplomaPractice: 'practiceSupervisor',
};

/**
 * The right of the supervisor whom an order names for this student, and of no other teacher (001 §5.5.13; T-55).
 * An administrator's import enters history for all.
 */
export function* rightAsSupervisor(
  circumstances: Circumstances,
  of: Supervised,
  student: string,
  regulation: Regulation,
  subject: Subject,
): Deciding<Right> {
  if (circumstances.source === 'import') return yield* rightTo(circumstances, 'history.import', subject);
  const { actor, today } = circumstances;
  const roles = yield* rolesOfActor(circumstances);
  const role = SUPERVISOR[of];
  const { supervisors } = yield* read(finalQualifications, student);
  const named = supervisors.get(of);
  if (named?.account === actor.account && named.from <= today && roles.has(role)) return role;
  const facts = { of, appointed: named !== undefined };
  return refuse('NOT_NAMED_BY_ORDER', subject, facts, regulation.rule('thesis'));
}

/** The right to attest a student on a page: the teacher's, but of a pre-diploma practice the named supervisor's. */
export function* rightToAttest(
  circumstances: Circumstances,
  page: Page,
  regulation: Regulation,
  subject: { readonly journal: string; readonly student: string },
): Deciding<Right> {
  const unit = yield* read(courseUnits, page.opened.courseUnit);
  return unit?.practiceKind === 'preDiploma'
    ? yield* rightAsSupervisor(circumstances, 'preDiplomaPractice', subject.student, regulation, subject)
    : yield* rightToFillIn(circumstances, 'attestation.record', page, null, subject);
}

/** Names who supervises a thesis or a pre-diploma practice; whoever was named before no longer does (R-WRK-02). */
export function* appointSupervisor(circumstances: Circumstances, command: AppointSupervisor): Deciding {
  const { student, account, of, order, from } = command;
  const subject = { student };
  const right = yield* rightTo(circumstances, 'supervisor.appoint', subject);
  if (isRefused(right)) return right;
  const { registered } = yield* read(students, student);
  if (!registered) return refuse('NOT_FOUND', subject, { what: 'student' });
  const roles = rolesOn(yield* read(accesses, account), circumstances.today);
  const role = SUPERVISOR[of];
  if (!roles.has(role) || !capabilitiesOf(role).has('finalQualification.record'))
    return refuse('WRONG_HOLDER', subject, { role });
  const state = yield* read(finalQualifications, student);
  const named = state.supervisors.get(of);
  if (named?.account === account && named.order === order && named.from === from) return accept(right, []);

  const regulation = yield* regulationOn(circumstances, from);
  const event = { type: 'SupervisorAppointed', data: { student, account, of, from, order } } as const;
  return accept(right, [{ category: 'finalQualification', id: student, events: [event] }], {
    rule: applying(regulation.rule('thesis')),
    occurredOn: from,
  });
}
