import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { isOneOf } from '../within.ts';
import type {
  GradingCriteriaRow,
  ThematicPlanItemRow,
  ThematicPlanRow,
  WorkProgrammeRow,
} from './table-plan.ts';

/** Which plans are asked for. */
export interface PlanFilter {
  readonly plans?: readonly string[] | undefined;
  readonly courseUnit?: string | undefined;
  readonly group?: string | undefined;
  readonly academicYear?: number | undefined;
  readonly templatesOnly?: boolean | undefined;
}

/** The shared base of thematic plans, the same for everyone at the college (R-REF-14, R-REF-20). */
export const thematicPlans = async (
  reader: Reader,
  scope: Scope,
  { plans, courseUnit, group, academicYear, templatesOnly = false }: PlanFilter,
): Promise<readonly ThematicPlanRow[]> =>
  await reader
    .selectFrom('thematic_plan as t')
    .where('t.college', '=', scope.college)
    .$if(plans !== undefined, (query) => query.where((eb) => isOneOf(eb.ref('t.plan'), plans ?? [])))
    .$if(courseUnit !== undefined, (query) => query.where('t.courseUnit', '=', courseUnit ?? ''))
    .$if(group !== undefined, (query) => query.where('t.group', '=', group ?? ''))
    .$if(academicYear !== undefined, (query) => query.where('t.academicYear', '=', academicYear ?? 0))
    .$if(templatesOnly, (query) => query.where('t.group', 'is', null))
    .select(['t.plan', 't.courseUnit', 't.group', 't.academicYear', 't.hours', 't.curriculumHours'])
    .select(['t.basedOn', 't.author'])
    .orderBy('t.academicYear', 'desc')
    .orderBy('t.plan')
    .limit(200)
    .execute();

/** The topics of some plans, in their order. */
export const planItems = async (
  reader: Reader,
  scope: Scope,
  plans: readonly string[],
): Promise<readonly ThematicPlanItemRow[]> =>
  await reader
    .selectFrom('thematic_plan_item as i')
    .where('i.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('i.plan'), plans))
    .select(['i.plan', 'i.item', 'i.place', 'i.hours', 'i.workTypes', 'i.plannedOn', 'i.topic'])
    .orderBy('i.plan')
    .orderBy('i.place')
    .orderBy('i.item')
    .execute();

/** The work programmes of a course unit, the latest year first: no secret at the college (R-REF-20). */
export const workProgrammes = async (
  reader: Reader,
  scope: Scope,
  courseUnit: string,
): Promise<readonly WorkProgrammeRow[]> =>
  await reader
    .selectFrom('work_programme as w')
    .where('w.college', '=', scope.college)
    .where('w.courseUnit', '=', courseUnit)
    .select(['w.courseUnit', 'w.academicYear', 'w.hours', 'w.contents', 'w.codifier'])
    .orderBy('w.academicYear', 'desc')
    .execute();

/** The grading criteria of a course unit as they stand: students are graded by them (R-REF-16, R-MRK-12). */
export const gradingCriteria = async (
  reader: Reader,
  scope: Scope,
  courseUnit: string,
): Promise<GradingCriteriaRow | undefined> =>
  await reader
    .selectFrom('grading_criteria as c')
    .where('c.college', '=', scope.college)
    .where('c.courseUnit', '=', courseUnit)
    .select(['c.courseUnit', 'c.workTypes', 'c.checkingDays', 'c.criteria'])
    .executeTakeFirst();
