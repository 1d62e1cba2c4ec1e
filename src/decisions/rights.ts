import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from '../policies/access.ts';
import { denialOf, mayBeDenied } from '../policies/denial.ts';
import { isOfAge } from '../policies/majority.ts';
import { regulationAt, type Regulation, type Rule } from '../policies/regulation/regulation.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { accesses, holdingOn, rolesOn } from './folds/access.ts';
import { groups } from './folds/group.ts';
import type { JournalState, LessonState } from './folds/journal.ts';
import { regulations } from './folds/regulation.ts';
import { students } from './folds/student.ts';
import type { Subject } from './refusal.ts';

/** The role that gives the right, or the no. */
export type Right = Role | Refused;

/** Whether a step of a decision ended in a no. */
export const isRefused = (step: unknown): step is Refused =>
  typeof step === 'object' && step !== null && 'accepted' in step && step.accepted === false;

const notPermitted = (capability: Capability, subject: Subject, rule: Rule | null = null): Refused =>
  refuse('NOT_PERMITTED', subject, { capability }, rule);

/** The regulation of today: whether somebody may act is a question of the day they act on. */
function* regulationToday({ college, today }: Circumstances): Deciding<Regulation> {
  return regulationAt(yield* read(regulations, college), today);
}

/** The roles the actor holds today: none before its first day or after its last. */
export function* rolesOfActor({ actor, today }: Circumstances): Deciding<ReadonlySet<Role>> {
  return rolesOn(yield* read(accesses, actor.account), today);
}

/** A no to some roles, with the clause that expressly keeps one of them from it. */
function* denied(
  circumstances: Circumstances,
  roles: Iterable<Role>,
  capability: Capability,
  subject: Subject,
): Deciding<Refused> {
  for (const role of roles) {
    if (!mayBeDenied(role, capability)) continue;
    const rule = denialOf(yield* regulationToday(circumstances), role, capability);
    if (rule) return notPermitted(capability, subject, rule);
  }
  return notPermitted(capability, subject);
}

/** The first role of the actor that carries a capability everywhere in the college and that no clause denies it. */
export function* rightTo(
  circumstances: Circumstances,
  capability: Capability,
  subject: Subject = {},
): Deciding<Right> {
  const roles = yield* rolesOfActor(circumstances);
  for (const role of roles) {
    if (!capabilitiesOf(role).has(capability)) continue;
    if (!mayBeDenied(role, capability)) return role;
    if (!denialOf(yield* regulationToday(circumstances), role, capability)) return role;
  }
  return yield* denied(circumstances, roles, capability, subject);
}

const TEACHING = ['teacher', 'practicalTrainingInstructor'] as const;

/**
 * The right to fill in a page: a teacher or instructor who has it in the load, or who stands in for this
 * lesson and no other (R-ROLE-11, R-SCH-10, T-29, T-30). An administrator's import enters history for all.
 */
export function* rightToFillIn(
  circumstances: Circumstances,
  capability: Capability,
  page: JournalState,
  lesson: LessonState | null,
  subject: Subject,
): Deciding<Right> {
  if (circumstances.source === 'import') return yield* rightTo(circumstances, 'history.import', subject);

  const { account } = circumstances.actor;
  const roles = yield* rolesOfActor(circumstances);
  const role = TEACHING.find(
    (candidate) => roles.has(candidate) && capabilitiesOf(candidate).has(capability),
  );
  if (!role) return yield* denied(circumstances, roles, capability, subject);

  const since = page.teachers.get(account);
  if (since !== undefined && since <= circumstances.today) return role;
  if (lesson?.substitute === account) return 'substituteTeacher';
  const regulation = yield* regulationToday(circumstances);
  return refuse('NOT_IN_LOAD', subject, {}, regulation.rule('teacher.scope'));
}

/** The right of the group's own curator (R-ROLE-13, R-ATT-09). */
export function* rightAsCurator(
  circumstances: Circumstances,
  capability: Capability,
  group: string | null,
  subject: Subject,
): Deciding<Right> {
  const roles = yield* rolesOfActor(circumstances);
  if (!roles.has('groupCurator') || !capabilitiesOf('groupCurator').has(capability) || group === null)
    return notPermitted(capability, subject);

  const { curator } = yield* read(groups, group);
  return curator === circumstances.actor.account ? 'groupCurator' : refuse('NOT_IN_GROUP', subject);
}

/** Whether an account is today the guardian of a student, in a regulation that may end that at majority (T-39). */
function* answersFor(
  circumstances: Circumstances,
  account: string,
  student: string,
  guardianship: string | null,
): Deciding<true | Rule | null> {
  const state = yield* read(accesses, account);
  if (!rolesOn(state, circumstances.today).has('legalGuardian')) return null;
  const holds = holdingOn(state.wards, circumstances.today).some(
    ([id, ward]) => ward.student === student && (guardianship ?? id) === id,
  );
  if (!holds) return null;
  const regulation = yield* regulationToday(circumstances);
  if (!regulation.value('guardian.onlyMinors')) return true;
  const { birthDate } = yield* read(students, student);
  return isOfAge(birthDate, circumstances.today) ? regulation.rule('guardian.onlyMinors') : true;
}

/**
 * The right of a guardian over their own child only (T-39), or of a trusted person to whom that guardian handed
 * it on: as long as the delegation lasts, and never longer than the guardian holds it (R-ROLE-10, T-38).
 */
export function* rightAsGuardian(
  circumstances: Circumstances,
  capability: Capability,
  student: string,
  subject: Subject,
): Deciding<Right> {
  const { actor, today } = circumstances;
  const own = capabilitiesOf('legalGuardian').has(capability)
    ? yield* answersFor(circumstances, actor.account, student, null)
    : null;
  if (own === true) return 'legalGuardian';

  const { delegations } = yield* read(accesses, actor.account);
  for (const [, { rights, guardian, guardianship }] of holdingOn(delegations, today)) {
    if (!rights.some((right) => right === capability)) continue;
    const regulation = yield* regulationToday(circumstances);
    if (!regulation.value('userCategories.trustedPerson'))
      return notPermitted(capability, subject, regulation.rule('userCategories.trustedPerson'));
    if ((yield* answersFor(circumstances, guardian, student, guardianship)) === true) return 'trustedPerson';
  }
  return notPermitted(capability, subject, own);
}
