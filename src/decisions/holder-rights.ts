import { capabilitiesOf, type Capability } from '../policies/access.ts';
import { read, readAll, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses, holdingOn } from './folds/access.ts';
import { groups } from './folds/group.ts';
import { currentEnrolment, students } from './folds/student.ts';
import { rolesOfActor, type Right } from './rights.ts';

/** The groups of a student, or of the students a guardian answers for, by the account they have. */
function* groupsOfHolder({ today }: Circumstances, account: string): Deciding<readonly string[]> {
  const { grants, wards } = yield* read(accesses, account);
  const own = holdingOn(grants, today).flatMap(([, { student }]) => student ?? []);
  const answeredFor = holdingOn(wards, today).map(([, { student }]) => student);
  const found = yield* readAll(students, [...new Set([...own, ...answeredFor])]);
  return [...new Set(found.flatMap((student) => currentEnrolment(student)?.group ?? []))];
}

/**
 * The right to do something about a person by their account: of a role that has it everywhere, or of the curator
 * for students of the own group and their guardians (R-ACC-06).
 */
export function* rightOverHolder(
  circumstances: Circumstances,
  capability: Capability,
  account: string,
): Deciding<Right> {
  const roles = yield* rolesOfActor(circumstances);
  const held = [...roles].filter((role) => capabilitiesOf(role).has(capability));
  const office = held.find((role) => role !== 'groupCurator');
  if (office) return office;
  if (held.length === 0) return refuse('NOT_PERMITTED', {}, { capability });
  for (const group of yield* groupsOfHolder(circumstances, account))
    if ((yield* read(groups, group)).curator === circumstances.actor.account) return 'groupCurator';
  return refuse('NOT_IN_GROUP', {}, { capability });
}
