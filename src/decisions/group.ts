import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { accesses, rolesOn } from './folds/access.ts';
import { groups } from './folds/group.ts';
import { isRefused, rightTo } from './rights.ts';

/** Forms a study group. */
export type FormGroup = EventNamed<'GroupFormed'>['data'];

/** Gives a group its curator. */
export type AssignCurator = EventNamed<'GroupCuratorAssigned'>['data'];

const write = (group: string, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'group', id: group, events: [event] }]);

/** Forms a group. */
export function* formGroup(circumstances: Circumstances, command: FormGroup): Deciding {
  const right = yield* rightTo(circumstances, 'group.form');
  if (isRefused(right)) return right;
  const { formed } = yield* read(groups, command.group);
  if (formed) return refuse('ALREADY_EXISTS', {}, { what: 'group' });
  return write(command.group, right, { type: 'GroupFormed', data: command });
}

/** Assigns the curator; the account must hold the role (T-37). */
export function* assignCurator(circumstances: Circumstances, command: AssignCurator): Deciding {
  const right = yield* rightTo(circumstances, 'group.form');
  if (isRefused(right)) return right;
  const group = yield* read(groups, command.group);
  if (!group.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const roles = rolesOn(yield* read(accesses, command.account), circumstances.today);
  if (!roles.has('groupCurator')) return refuse('NOT_FOUND', {}, { what: 'groupCurator' });
  if (group.curator === command.account) return accept(right, []);
  return write(command.group, right, { type: 'GroupCuratorAssigned', data: command });
}
