import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import type {
  Building,
  CollegeInformation,
  Department,
  ReferenceCheck,
  Room,
  StudyStream,
} from './table-reference.ts';

/** The buildings by name: reference data, the same for everyone at the college. */
export const buildings = async (reader: Reader, scope: Scope): Promise<readonly Building[]> =>
  await reader
    .selectFrom('building as b')
    .where('b.college', '=', scope.college)
    .select(['b.building', 'b.name', 'b.address'])
    .orderBy('b.name')
    .execute();

/** The rooms in use, by number. */
export const rooms = async (reader: Reader, scope: Scope): Promise<readonly Room[]> =>
  await reader
    .selectFrom('room as r')
    .where('r.college', '=', scope.college)
    .where('r.closed', '=', false)
    .select(['r.room', 'r.building', 'r.number', 'r.kind', 'r.capacity', 'r.closed'])
    .orderBy('r.number')
    .orderBy('r.room')
    .execute();

/** The departments by name. */
export const departments = async (reader: Reader, scope: Scope): Promise<readonly Department[]> =>
  await reader
    .selectFrom('department as d')
    .where('d.college', '=', scope.college)
    .select(['d.department', 'd.name'])
    .orderBy('d.name')
    .execute();

/** The streams by name. */
export const studyStreams = async (reader: Reader, scope: Scope): Promise<readonly StudyStream[]> =>
  await reader
    .selectFrom('study_stream as s')
    .where('s.college', '=', scope.college)
    .select(['s.stream', 's.name'])
    .orderBy('s.name')
    .execute();

/** What describes the college. */
export const collegeInformation = async (
  reader: Reader,
  scope: Scope,
): Promise<readonly Omit<CollegeInformation, 'about'>[]> =>
  await reader
    .selectFrom('college_information as i')
    .where('i.college', '=', scope.college)
    .select(['i.section', 'i.text', 'i.filledAt'])
    .orderBy('i.section')
    .execute();

/** The groups that share a stream, and the department and stream of each group, by group. */
export const groupPlacements = async (
  reader: Reader,
  scope: Scope,
  groups: readonly string[],
): Promise<ReadonlyMap<string, { readonly department: string | null; readonly stream: string | null }>> => {
  const rows = await reader
    .selectFrom('group_placement as g')
    .where('g.college', '=', scope.college)
    .where('g.group', 'in', groups)
    .select(['g.group', 'g.department', 'g.stream'])
    .execute();
  return new Map(rows.map(({ group, ...place }) => [group, place]));
};

/** The checks for a year and its months, within the scope: a curator sees those of the own group. */
export const referenceChecks = async (
  reader: Reader,
  scope: Scope,
  year: number,
): Promise<readonly ReferenceCheck[]> =>
  await reader
    .selectFrom('reference_check as c')
    .where('c.college', '=', scope.college)
    .where('c.term', 'like', `${year}%`)
    .where((eb) => within(scope, { groups: [eb.ref('c.group')] }))
    .select(['c.what', 'c.of', 'c.term', 'c.group', 'c.documentsOn', 'c.documentsDue'])
    .select(['c.checkedOn', 'c.checkedBy', 'c.deadline', 'c.clause', 'c.faults'])
    .orderBy('c.term')
    .orderBy('c.what')
    .orderBy('c.of')
    .execute();
