import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { accesses } from './folds/access.ts';
import { courseUnits } from './folds/course-unit.ts';
import { groups } from './folds/group.ts';
import { isRefused, rightTo } from './rights.ts';

/** Forms a study group. */
export type FormGroup = EventNamed<'GroupFormed'>['data'];

/** Gives a group its curator. */
export type AssignCurator = EventNamed<'GroupCuratorAssigned'>['data'];

/** Adds a course unit to the reference data, or renames it. */
export type RegisterCourseUnit = EventNamed<'CourseUnitRegistered'>['data'];

/** Gives a course unit another code or title. */
export type RenameCourseUnit = EventNamed<'CourseUnitRenamed'>['data'];

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
  const { roles } = yield* read(accesses, command.account);
  if (!roles.has('groupCurator')) return refuse('NOT_FOUND', {}, { what: 'groupCurator' });
  if (group.curator === command.account) return accept(right, []);
  return write(command.group, right, { type: 'GroupCuratorAssigned', data: command });
}

const capabilityFor = ({ source }: Circumstances) =>
  source === 'import' ? ('history.import' as const) : ('courseUnit.register' as const);

/** Registers a course unit. */
export function* registerCourseUnit(circumstances: Circumstances, command: RegisterCourseUnit): Deciding {
  const right = yield* rightTo(circumstances, capabilityFor(circumstances));
  if (isRefused(right)) return right;
  const { courseUnit: id } = command;
  if (yield* read(courseUnits, id)) return refuse('ALREADY_EXISTS', {}, { what: 'courseUnit' });
  const event = { type: 'CourseUnitRegistered', data: command } as const;
  return accept(right, [{ category: 'courseUnit', id, events: [event] }]);
}

/** Renames a course unit; the same names again change nothing. */
export function* renameCourseUnit(circumstances: Circumstances, command: RenameCourseUnit): Deciding {
  const right = yield* rightTo(circumstances, capabilityFor(circumstances));
  if (isRefused(right)) return right;
  const { courseUnit: id, code, title } = command;
  const found = yield* read(courseUnits, id);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'courseUnit' });
  if (found.code === code && found.title === title) return accept(right, []);
  const event = { type: 'CourseUnitRenamed', data: command } as const;
  return accept(right, [{ category: 'courseUnit', id, events: [event] }]);
}
