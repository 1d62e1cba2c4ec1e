import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { seen } from './seen.ts';
import type { Standing, StandingDebt, StandingPage, StandingStudent } from './table.ts';

/** Which debts are asked for; what is not said is not asked. */
export interface DebtFilter {
  readonly student?: string;
  readonly journal?: string;
  readonly group?: string;
  readonly period?: string;
  /** Those that stand, or those that were cleared. */
  readonly cleared?: boolean;
}

/** A debt with all that says how long and how often it may still be attested. */
export interface TrackedDebt
  extends
    StandingDebt,
    Pick<Standing, 'attestationOriginal' | 'repeats' | 'repeatScheduled'>,
    Pick<StandingPage, 'group' | 'courseUnit'>,
    Pick<StandingStudent, 'leaves'> {}

/** How many debts are told at once. */
export const MOST_DEBTS = 1000;

/** Academic debts with the repeats so far and the measures taken, oldest first; a thousand at most (R-PA-16). */
export const trackedDebts = async (
  reader: Reader,
  scope: Scope,
  { student, journal, group, period, cleared }: DebtFilter,
): Promise<readonly TrackedDebt[]> =>
  await reader
    .selectFrom('standing_debt as d')
    .innerJoin('standing as s', (join) =>
      join
        .onRef('s.college', '=', 'd.college')
        .onRef('s.journal', '=', 'd.journal')
        .onRef('s.student', '=', 'd.student'),
    )
    .innerJoin('standing_page as p', (join) =>
      join.onRef('p.college', '=', 'd.college').onRef('p.journal', '=', 'd.journal'),
    )
    .innerJoin('standing_student as t', (join) =>
      join.onRef('t.college', '=', 'd.college').onRef('t.student', '=', 'd.student'),
    )
    .where('d.college', '=', scope.college)
    .where((eb) =>
      seen(reader, scope, {
        student: eb.ref('d.student'),
        journal: eb.ref('d.journal'),
        period: eb.ref('p.period'),
        groups: [eb.ref('p.group'), eb.ref('t.group')],
      }),
    )
    .$if(student !== undefined, (query) => query.where('d.student', '=', student ?? ''))
    .$if(journal !== undefined, (query) => query.where('d.journal', '=', journal ?? ''))
    .$if(group !== undefined, (query) => query.where('t.group', '=', group ?? ''))
    .$if(period !== undefined, (query) => query.where('d.period', '=', period ?? ''))
    .$if(cleared !== undefined, (query) =>
      query.where('d.clearedOn', cleared === true ? 'is not' : 'is', null),
    )
    .select([
      'd.student',
      'd.journal',
      'd.period',
      'd.cause',
      'd.since',
      'd.clearedOn',
      'd.measures',
      's.attestationOriginal',
      's.repeats',
      's.repeatScheduled',
      'p.group',
      'p.courseUnit',
      't.leaves',
    ])
    .orderBy('d.since')
    .orderBy('d.student')
    .orderBy('d.journal')
    .limit(MOST_DEBTS)
    .execute();
