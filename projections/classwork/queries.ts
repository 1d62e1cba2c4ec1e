import { sql } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import { visiblePage } from '../directory/visible.ts';
import type { Reader } from '../reader.ts';
import { seen } from '../standing/seen.ts';
import { anyOf, isOneOf, within } from '../within.ts';
import type { ActivityRow, AssignmentRow, ControlWorkRow, MistakeReportRow, TopicDebtRow } from './table.ts';

const MOST = 500;

/** The tasks of a page, by the day they are due. */
export const assignments = async (
  reader: Reader,
  scope: Scope,
  journal: string,
): Promise<readonly AssignmentRow[]> =>
  await reader
    .selectFrom('assignment as a')
    .where('a.college', '=', scope.college)
    .where('a.journal', '=', journal)
    .where((eb) => visiblePage(reader, scope, eb.ref('a.journal')))
    .select(['a.assignment', 'a.journal', 'a.lesson', 'a.workType', 'a.electronic', 'a.dueOn'])
    .select(['a.contents', 'a.checked'])
    .orderBy('a.dueOn')
    .orderBy('a.assignment')
    .execute();

/** The control works of a page, by day. */
export const controlWorks = async (
  reader: Reader,
  scope: Scope,
  journal: string,
): Promise<readonly ControlWorkRow[]> =>
  await reader
    .selectFrom('control_work as c')
    .where('c.college', '=', scope.college)
    .where('c.journal', '=', journal)
    .where((eb) => visiblePage(reader, scope, eb.ref('c.journal')))
    .select(['c.journal', 'c.controlWork', 'c.workType', 'c.plannedOn', 'c.topic'])
    .orderBy('c.plannedOn')
    .orderBy('c.controlWork')
    .execute();

/** Topic debts of a page or a student, those that stand before those that were cleared, 500 at most. */
export const topicDebts = async (
  reader: Reader,
  scope: Scope,
  { journal, student }: { readonly journal?: string | undefined; readonly student?: string | undefined },
): Promise<readonly TopicDebtRow[]> =>
  await reader
    .selectFrom('topic_debt as d')
    .innerJoin('directory_page as j', (join) =>
      join.onRef('j.college', '=', 'd.college').onRef('j.journal', '=', 'd.journal'),
    )
    .where('d.college', '=', scope.college)
    .$if(journal !== undefined, (query) => query.where('d.journal', '=', journal ?? ''))
    .$if(student !== undefined, (query) => query.where('d.student', '=', student ?? ''))
    .where((eb) =>
      seen(reader, scope, {
        student: eb.ref('d.student'),
        journal: eb.ref('d.journal'),
        period: eb.ref('j.period'),
        groups: [eb.ref('j.group')],
      }),
    )
    .select(['d.debt', 'd.journal', 'd.lesson', 'd.student', 'd.workType', 'd.topic'])
    .select(['d.makeUpOn', 'd.clearedOn'])
    .orderBy((eb) => eb('d.clearedOn', 'is not', null))
    .orderBy('d.makeUpOn')
    .orderBy('d.debt')
    .limit(MOST)
    .execute();

/** Reported mistakes that wait for an answer, oldest first, 500 at most. */
export const mistakeReports = async (
  reader: Reader,
  scope: Scope,
  journal?: string,
): Promise<readonly MistakeReportRow[]> =>
  await reader
    .selectFrom('mistake_report as m')
    .innerJoin('directory_page as j', (join) =>
      join.onRef('j.college', '=', 'm.college').onRef('j.journal', '=', 'm.journal'),
    )
    .where('m.college', '=', scope.college)
    .$if(journal !== undefined, (query) => query.where('m.journal', '=', journal ?? ''))
    .where((eb) =>
      within(scope, {
        journals: [eb.ref('m.journal')],
        groups: [eb.ref('j.group')],
        students: [eb.ref('m.student')],
      }),
    )
    .select(['m.lesson', 'm.student', 'm.workType', 'm.journal', 'm.explanation', 'm.reportedAt'])
    .orderBy('m.reportedAt')
    .orderBy('m.lesson')
    .orderBy('m.student')
    .limit(MOST)
    .execute();

/** The extracurricular plan and journal of a group, by day. */
export const activities = async (
  reader: Reader,
  scope: Scope,
  group: string,
): Promise<readonly ActivityRow[]> => {
  const ofStudents = reader
    .selectFrom('group_member as g')
    .where('g.college', '=', scope.college)
    .where((eb) => isOneOf(eb.ref('g.student'), scope.students))
    .select('g.group');
  return await reader
    .selectFrom('activity as a')
    .where('a.college', '=', scope.college)
    .where('a.group', '=', group)
    .where((eb) =>
      anyOf([
        within(scope, { groups: [eb.ref('a.group')] }),
        sql<boolean>`${eb.ref('a.group')} IN (${ofStudents})`,
      ]),
    )
    .select(['a.group', 'a.activity', 'a.title', 'a.plannedOn', 'a.heldOn', 'a.academicHours'])
    .select(['a.students', 'a.notes'])
    .orderBy((eb) => eb.fn.coalesce('a.heldOn', 'a.plannedOn'))
    .orderBy('a.activity')
    .execute();
};
