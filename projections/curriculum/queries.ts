import type { Scope } from '../../src/policies/scope.ts';
import type { PlainDate } from '../../src/policies/calendar.ts';
import { visibleStudent } from '../directory/visible.ts';
import type { Reader } from '../reader.ts';
import { anyOf, isOneOf } from '../within.ts';
import type { CurriculumRow } from './table.ts';

/** Which curricula are asked for. */
export interface CurriculumFilter {
  readonly curricula?: readonly string[] | undefined;
  readonly intakeYear?: number | undefined;
  readonly student?: string | undefined;
}

/** The curricula: those of groups for everyone at the college, a student's own where the scope reaches the student. */
export const curricula = async (
  reader: Reader,
  scope: Scope,
  { curricula: ids, intakeYear, student }: CurriculumFilter = {},
): Promise<readonly CurriculumRow[]> =>
  await reader
    .selectFrom('curriculum as c')
    .where('c.college', '=', scope.college)
    .where((eb) => anyOf([eb('c.student', 'is', null), visibleStudent(reader, scope, eb.ref('c.student'))]))
    .$if(ids !== undefined, (query) => query.where((eb) => isOneOf(eb.ref('c.curriculum'), ids ?? [])))
    .$if(intakeYear !== undefined, (query) => query.where('c.intakeYear', '=', intakeYear ?? 0))
    .$if(student !== undefined, (query) => query.where('c.student', '=', student ?? ''))
    .select(['c.curriculum', 'c.programmeKind', 'c.code', 'c.title', 'c.formOfStudy', 'c.intakeYear'])
    .select(['c.student', 'c.basedOn', 'c.versions'])
    .orderBy('c.intakeYear')
    .orderBy('c.code')
    .orderBy('c.curriculum')
    .execute();

/** The curriculum a group studies by on a day; the groups of a college and their curricula are no secret in it. */
export const curriculumOfGroup = async (
  reader: Reader,
  scope: Scope,
  group: string,
  day: PlainDate,
): Promise<string | null> => {
  const assigned = await reader
    .selectFrom('group_curriculum as a')
    .where('a.college', '=', scope.college)
    .where('a.group', '=', group)
    .select(['a.from', 'a.curriculum'])
    .orderBy('a.from')
    .execute();
  return (assigned.findLast(({ from }) => from <= day) ?? assigned[0])?.curriculum ?? null;
};
