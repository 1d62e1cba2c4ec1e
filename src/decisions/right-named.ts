import type { Role } from '../../events/role.ts';
import { capabilitiesOf, type Capability } from '../policies/access.ts';
import type { Rule } from '../policies/regulation/regulation.ts';
import { refuse, type Circumstances, type Deciding } from './decision.ts';
import type { Subject } from './refusal.ts';
import { regulationOn } from './regulation.ts';
import { rightTo, rolesOfActor, type Right } from './rights.ts';

/** The parameters that name who does something, beside what the table of rights lets a role ever do. */
type NamingParameter = 'timetable.producedBy' | 'timetable.approvedBy' | 'academicCalendar.setBy';

/** Whom a rule names for something (`null`: nobody), and what it is about. */
interface Naming {
  readonly named: readonly Role[] | null;
  readonly rule: Rule;
  readonly subject: Subject;
}

/** The right of those alone whom a rule names; where it names nobody, and in an import, of whoever may. */
export function* rightOfNamed(
  circumstances: Circumstances,
  capability: Capability,
  { named, rule, subject }: Naming,
): Deciding<Right> {
  if (named === null || circumstances.source === 'import')
    return yield* rightTo(circumstances, capability, subject);
  const role = [...(yield* rolesOfActor(circumstances))].find(
    (held) => named.includes(held) && capabilitiesOf(held).has(capability),
  );
  return role ?? refuse('NOT_PERMITTED', subject, { capability, named: named.join(' ') }, rule);
}

/** The right of whom the regulation of today names for it; where it names nobody, of every role that carries the capability. */
export function* rightNamedBy(
  circumstances: Circumstances,
  capability: Capability,
  parameter: NamingParameter,
  subject: Subject = {},
): Deciding<Right> {
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const naming = { named: regulation.value(parameter), rule: regulation.rule(parameter), subject };
  return yield* rightOfNamed(circumstances, capability, naming);
}
