import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import type { AbsenceCorrection, AttendanceCheck } from './table-control.ts';

/** Which corrections are asked for. */
export interface CorrectionFilter {
  readonly journal?: string | undefined;
  readonly group?: string | undefined;
  readonly status?: AbsenceCorrection['status'] | undefined;
}

const MOST = 500;

/** The corrections of attendance that curators proposed, newest first, 500 at most. */
export const absenceCorrections = async (
  reader: Reader,
  scope: Scope,
  { journal, group, status }: CorrectionFilter,
): Promise<readonly AbsenceCorrection[]> =>
  await reader
    .selectFrom('absence_correction as c')
    .innerJoin('attendance_page as p', (join) =>
      join.onRef('p.college', '=', 'c.college').onRef('p.journal', '=', 'c.journal'),
    )
    .where('c.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('c.journal')], groups: [eb.ref('p.group')] }))
    .where((eb) =>
      eb.and([
        ...(journal === undefined ? [] : [eb('c.journal', '=', journal)]),
        ...(group === undefined ? [] : [eb('p.group', '=', group)]),
        ...(status === undefined ? [] : [eb('c.status', '=', status)]),
      ]),
    )
    .select(['c.correction', 'c.journal', 'c.lesson', 'c.student', 'c.to', 'c.status'])
    .select(['c.proposedBy', 'c.proposedAt', 'c.reason', 'c.answer'])
    .orderBy('c.proposedAt', 'desc')
    .orderBy('c.correction')
    .limit(MOST)
    .execute();

/** The weeks of a group that were gone through, the latest first. */
export const attendanceChecks = async (
  reader: Reader,
  scope: Scope,
  group: string,
): Promise<readonly AttendanceCheck[]> =>
  await reader
    .selectFrom('attendance_check as k')
    .where('k.college', '=', scope.college)
    .where('k.group', '=', group)
    .where((eb) => within(scope, { groups: [eb.ref('k.group')] }))
    .select(['k.group', 'k.week', 'k.checkedOn', 'k.checkedBy'])
    .orderBy('k.week', 'desc')
    .limit(MOST)
    .execute();
