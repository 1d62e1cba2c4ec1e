import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from '../policies/access.ts';
import { refuse, type Circumstances, type Deciding } from './decision.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';
import { rolesOfActor, type Right } from './rights.ts';

/** The parameters that name who does something, beside what the table of rights lets a role ever do. */
type NamingParameter = 'timetable.producedBy' | 'timetable.approvedBy' | 'academicCalendar.setBy';

/** The right of whom the regulation names for it; where it names nobody, of every role that carries the capability. */
export function* rightNamedBy(
  circumstances: Circumstances,
  capability: Capability,
  parameter: NamingParameter,
  subject: Subject = {},
): Deciding<Right> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const named: readonly Role[] | null = regulation.value(parameter);
  const role = [...(yield* rolesOfActor(circumstances))].find(
    (held) => capabilitiesOf(held).has(capability) && (named?.includes(held) ?? true),
  );
  return role ?? refuse('NOT_PERMITTED', subject, { capability }, named && regulation.rule(parameter));
}
