import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import {
  accept,
  read,
  refuse,
  type Accepted,
  type Circumstances,
  type Deciding,
  type Refused,
} from './decision.ts';
import { courseUnits } from './folds/course-unit.ts';
import { isRefused, rightTo } from './rights.ts';

type Placed = EventNamed<'CourseUnitPlaced'>['data'];

/** Adds a course unit to the reference data, and puts it in its place where one is said. */
export type RegisterCourseUnit = EventNamed<'CourseUnitRegistered'>['data'] &
  Partial<Pick<Placed, 'module' | 'practiceKind'>>;

/** Gives a course unit another code or title. */
export type RenameCourseUnit = EventNamed<'CourseUnitRenamed'>['data'];

/** Puts a course unit into a professional module, or says which kind of practice it is. */
export type PlaceCourseUnit = Placed;

type Kind = RegisterCourseUnit['kind'];

const capabilityFor = ({ source }: Circumstances) =>
  source === 'import' ? ('history.import' as const) : ('courseUnit.register' as const);

const write = (id: string, right: Role, events: readonly DomainEvent[]): Accepted =>
  accept(right, [{ category: 'courseUnit', id, events }]);

const IN_MODULE: ReadonlySet<Kind> = new Set(['interdisciplinaryCourse', 'practice']);

/** What stands against a place: only МДК and practices belong to a module, only practices have a kind (T-26). */
function* misplaced(
  kind: Kind,
  { module, practiceKind }: Omit<Placed, 'courseUnit'>,
): Deciding<Refused | null> {
  if (practiceKind !== null && kind !== 'practice')
    return refuse('WRONG_KIND', {}, { kind, wanted: 'practice' });
  if (module === null) return null;
  if (!IN_MODULE.has(kind)) return refuse('WRONG_KIND', {}, { kind, wanted: 'interdisciplinaryCourse' });
  const found = yield* read(courseUnits, module);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'professionalModule' });
  return found.kind === 'professionalModule'
    ? null
    : refuse('WRONG_KIND', {}, { kind: found.kind, wanted: 'professionalModule' });
}

/** Registers a course unit. */
export function* registerCourseUnit(circumstances: Circumstances, command: RegisterCourseUnit): Deciding {
  const right = yield* rightTo(circumstances, capabilityFor(circumstances));
  if (isRefused(right)) return right;
  const { module = null, practiceKind = null, ...data } = command;
  const { courseUnit } = data;
  if (yield* read(courseUnits, courseUnit)) return refuse('ALREADY_EXISTS', {}, { what: 'courseUnit' });
  const fault = yield* misplaced(data.kind, { module, practiceKind });
  if (fault) return fault;
  const registered = { type: 'CourseUnitRegistered', data } as const;
  if (module === null && practiceKind === null) return write(courseUnit, right, [registered]);
  const placed = { type: 'CourseUnitPlaced', data: { courseUnit, module, practiceKind } } as const;
  return write(courseUnit, right, [registered, placed]);
}

/** Renames a course unit; the same names again change nothing. */
export function* renameCourseUnit(circumstances: Circumstances, command: RenameCourseUnit): Deciding {
  const right = yield* rightTo(circumstances, capabilityFor(circumstances));
  if (isRefused(right)) return right;
  const { courseUnit, code, title } = command;
  const found = yield* read(courseUnits, courseUnit);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'courseUnit' });
  if (found.code === code && found.title === title) return accept(right, []);
  return write(courseUnit, right, [{ type: 'CourseUnitRenamed', data: command }]);
}

/** Places a course unit; the same place again changes nothing. */
export function* placeCourseUnit(circumstances: Circumstances, command: PlaceCourseUnit): Deciding {
  const right = yield* rightTo(circumstances, capabilityFor(circumstances));
  if (isRefused(right)) return right;
  const { courseUnit, module, practiceKind } = command;
  const found = yield* read(courseUnits, courseUnit);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'courseUnit' });
  const fault = yield* misplaced(found.kind, command);
  if (fault) return fault;
  if (found.module === module && found.practiceKind === practiceKind) return accept(right, []);
  return write(courseUnit, right, [{ type: 'CourseUnitPlaced', data: command }]);
}
