import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from '../policies/access.ts';
import { regulationAt } from '../policies/regulation/regulation.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { accesses } from './folds/access.ts';
import { groups } from './folds/group.ts';
import type { JournalState, LessonState } from './folds/journal.ts';
import { regulations } from './folds/regulation.ts';
import type { Subject } from './refusal.ts';

/** The role that gives the right, or the no. */
export type Right = Role | Refused;

/** Whether a step of a decision ended in a no. */
export const isRefused = (step: unknown): step is Refused =>
  typeof step === 'object' && step !== null && 'accepted' in step && step.accepted === false;

const notPermitted = (capability: Capability, subject: Subject): Refused =>
  refuse('NOT_PERMITTED', subject, { capability });

/** The first role of the actor that carries a capability everywhere in the college. */
export function* rightTo(
  { actor }: Circumstances,
  capability: Capability,
  subject: Subject = {},
): Deciding<Right> {
  const { roles } = yield* read(accesses, actor.account);
  const role = [...roles.keys()].find((candidate) => capabilitiesOf(candidate).has(capability));
  return role ?? notPermitted(capability, subject);
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
  const { roles } = yield* read(accesses, account);
  const role = TEACHING.find(
    (candidate) => roles.has(candidate) && capabilitiesOf(candidate).has(capability),
  );
  if (!role) return notPermitted(capability, subject);

  const since = page.teachers.get(account);
  if (since !== undefined && since <= circumstances.today) return role;
  if (lesson?.substitute === account) return 'substituteTeacher';
  const regulation = regulationAt(yield* read(regulations, circumstances.college), circumstances.today);
  return refuse('NOT_IN_LOAD', subject, {}, regulation.rule('teacher.scope'));
}

/** The right of the group's own curator (R-ROLE-13, R-ATT-09). */
export function* rightAsCurator(
  { actor }: Circumstances,
  capability: Capability,
  group: string | null,
  subject: Subject,
): Deciding<Right> {
  const { roles } = yield* read(accesses, actor.account);
  if (!roles.has('groupCurator') || !capabilitiesOf('groupCurator').has(capability) || group === null)
    return notPermitted(capability, subject);

  const { curator } = yield* read(groups, group);
  return curator === actor.account ? 'groupCurator' : refuse('NOT_IN_GROUP', subject);
}

/** The right of a guardian over their own child only (T-39). */
export function* rightAsGuardian(
  { actor }: Circumstances,
  capability: Capability,
  student: string,
  subject: Subject,
): Deciding<Right> {
  const { roles, wards } = yield* read(accesses, actor.account);
  if (!roles.has('legalGuardian') || !capabilitiesOf('legalGuardian').has(capability))
    return notPermitted(capability, subject);
  return [...wards.values()].includes(student) ? 'legalGuardian' : notPermitted(capability, subject);
}
