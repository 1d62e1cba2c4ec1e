import type { CommandNamed } from '../../src/decisions/register.ts';
import { asking } from './given.ts';
import { idOf } from './names.ts';
import { PureLedger } from './pure-ledger.ts';
import { administrator, algebra, command, group, happened, ivanova, world } from './world.ts';

/** The order behind every movement. */
export const order = { number: '12-с', date: '2024-09-10' };
/** The administrator, on the Friday of the third week. */
export const office = { by: administrator, on: '2024-09-20' };
/** A second group. */
export const other = idOf('other group');
/** It was formed. */
export const formed = {
  [`group-${other}`]: [happened('GroupFormed', { group: other, name: 'С-22', year: 1, semester: 1 })],
};
/** Go on academic leave for a year from 9 September. */
export const leave = (changes: Partial<CommandNamed<'GrantAcademicLeave'>['data']> = {}) =>
  command('GrantAcademicLeave', {
    student: ivanova,
    from: '2024-09-09',
    until: '2025-09-08',
    order,
    reason: 'По болезни',
    ...changes,
  });
/** Come back from it. */
export const back = (on = '2024-12-31') => command('EndAcademicLeave', { student: ivanova, on, order });
/** Expel. */
export const expel = (on = '2024-09-15') =>
  command('ExpelStudent', { student: ivanova, on, order, reason: 'Заявление' });
/** The usual terms of an enrolment. */
export const terms = { formOfStudy: 'fullTime', individualCurriculum: null } as const;
/** Take back. */
export const reinstate = (changes: Partial<CommandNamed<'ReinstateStudent'>['data']> = {}) =>
  command('ReinstateStudent', {
    student: ivanova,
    group,
    from: '2024-09-18',
    ...terms,
    order,
    journals: [algebra],
    ...changes,
  });
/** Graduate. */
export const graduate = (student = ivanova) =>
  command('GraduateStudent', { student, on: '2024-09-19', order });
/** Ivanova has graduated. */
export const graduated = happened('StudentGraduated', { student: ivanova, group, on: '2024-09-19', order });
/** Ivanova was on leave in the first days. */
export const onLeave = happened(
  'AcademicLeaveGranted',
  { student: ivanova, group, from: '2024-09-02', until: '2024-09-10', order },
  { reason: 'По болезни' },
);

/** A ledger in which some commands were accepted one after the other. */
export const after = (...acts: Parameters<PureLedger['execute']>[1][]): PureLedger => {
  const ledger = new PureLedger(world(formed));
  for (const act of acts) expect(ledger.execute(asking(office), act)).toMatchObject({ accepted: true });
  return ledger;
};
