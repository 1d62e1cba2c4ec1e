import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { groups } from './folds/group.ts';
import { referenceData } from './folds/reference-data.ts';
import { isRefused, rightTo } from './rights.ts';

/** Adds a department. */
export type RegisterDepartment = Omit<EventNamed<'DepartmentRegistered'>['data'], 'college'>;

/** Gives a department another name. */
export type RenameDepartment = RegisterDepartment;

/** Names a stream of groups. */
export type RegisterStudyStream = Omit<EventNamed<'StudyStreamRegistered'>['data'], 'college'>;

/** Says to which department and which stream a group belongs. */
export type PlaceGroup = EventNamed<'GroupPlaced'>['data'];

/** Fills in a section that describes the college. */
export interface FillCollegeInformation {
  readonly section: EventNamed<'CollegeInformationFilled'>['data']['section'];
  readonly text: string;
}

const write = ({ college }: Circumstances, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'referenceData', id: college, events: [event] }]);

const isTaken = (names: ReadonlyMap<string, string>, id: string, name: string): boolean =>
  [...names].some(([other, taken]) => other !== id && taken === name);

/** Registers a department; a name stands once. */
export function* registerDepartment(circumstances: Circumstances, command: RegisterDepartment): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const { departments } = yield* read(referenceData, college);
  const { department, name } = command;
  if (departments.has(department) || isTaken(departments, department, name))
    return refuse('ALREADY_EXISTS', {}, { what: 'department' });
  return write(circumstances, right, { type: 'DepartmentRegistered', data: { ...command, college } });
}

/** Renames a department; the same name again changes nothing. */
export function* renameDepartment(circumstances: Circumstances, command: RenameDepartment): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const { departments } = yield* read(referenceData, college);
  const { department, name } = command;
  if (!departments.has(department)) return refuse('NOT_FOUND', {}, { what: 'department' });
  if (departments.get(department) === name) return accept(right, []);
  if (isTaken(departments, department, name)) return refuse('ALREADY_EXISTS', {}, { what: 'department' });
  return write(circumstances, right, { type: 'DepartmentRenamed', data: { ...command, college } });
}

/** Registers a stream; a name stands once. */
export function* registerStudyStream(circumstances: Circumstances, command: RegisterStudyStream): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const { streams } = yield* read(referenceData, college);
  const { stream, name } = command;
  if (streams.has(stream) || isTaken(streams, stream, name))
    return refuse('ALREADY_EXISTS', {}, { what: 'stream' });
  return write(circumstances, right, { type: 'StudyStreamRegistered', data: { ...command, college } });
}

/** Places a group in a department and a stream that are there (R-REF-18). */
export function* placeGroup(circumstances: Circumstances, command: PlaceGroup): Deciding {
  const right = yield* rightTo(circumstances, 'group.form');
  if (isRefused(right)) return right;
  const { group, department, stream } = command;
  if (!(yield* read(groups, group)).formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const { departments, streams } = yield* read(referenceData, circumstances.college);
  if (department !== null && !departments.has(department))
    return refuse('NOT_FOUND', {}, { what: 'department' });
  if (stream !== null && !streams.has(stream)) return refuse('NOT_FOUND', {}, { what: 'stream' });
  return accept(right, [{ category: 'group', id: group, events: [{ type: 'GroupPlaced', data: command }] }]);
}

/** Fills in or replaces a section: the deputy's duty in 004, the administrator's in 002 (R-REF-21). */
export function* fillCollegeInformation(
  circumstances: Circumstances,
  { section, text }: FillCollegeInformation,
): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  if (text.trim() === '') return refuse('NOT_RECORDED', {}, { what: section });
  yield* read(referenceData, college);
  return write(circumstances, right, {
    type: 'CollegeInformationFilled',
    data: { college, section },
    sealed: { text },
  });
}
