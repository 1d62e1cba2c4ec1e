import type { Role } from '../../../events/role.ts';
import { capabilitiesOf, type Capability } from '../../policies/access.ts';
import { refuse, type Circumstances, type Deciding } from '../decision.ts';
import type { Subject } from '../refusal.ts';
import { regulationOn } from '../regulation.ts';
import { rightTo, rolesOfActor, type Right } from '../rights.ts';

function* rightNamedBy(
  circumstances: Circumstances,
  capability: Capability,
  parameter: 'timetable.producedBy' | 'timetable.approvedBy',
  subject: Subject,
): Deciding<Right> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const named: readonly Role[] | null = regulation.value(parameter);
  const role = [...(yield* rolesOfActor(circumstances))].find(
    (held) => capabilitiesOf(held).has(capability) && (named?.includes(held) ?? true),
  );
  return role ?? refuse('NOT_PERMITTED', subject, { capability }, named && regulation.rule(parameter));
}

/** The right to make and change the timetable: of whom the regulation names; where it names nobody, of every role that has it (D-08). */
export const rightToSchedule = (circumstances: Circumstances, subject: Subject): Deciding<Right> =>
  circumstances.source === 'import'
    ? rightTo(circumstances, 'history.import', subject)
    : rightNamedBy(circumstances, 'lesson.schedule', 'timetable.producedBy', subject);

/** The right to cancel a lesson: of those who make the timetable, and of those who record substitutions (R-SCH-09). */
export function* rightToCancel(circumstances: Circumstances, subject: Subject): Deciding<Right> {
  const substituting = yield* rightTo(circumstances, 'substitution.assign', subject);
  return typeof substituting === 'string' ? substituting : yield* rightToSchedule(circumstances, subject);
}

/** The right to approve a timetable (R-SCH-05). */
export const rightToApprove = (circumstances: Circumstances): Deciding<Right> =>
  rightNamedBy(circumstances, 'timetable.approve', 'timetable.approvedBy', {});
