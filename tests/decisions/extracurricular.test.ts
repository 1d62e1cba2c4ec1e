import type { CommandNamed } from '../../src/decisions/register.ts';
import { under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { together } from '../support/programme.ts';
import { command, curator, group, happened, ivanova, newcomer, petrova, world } from '../support/world.ts';

const activity = idOf('activity');
const plan = (changes: Partial<CommandNamed<'PlanActivity'>['data']> = {}) =>
  command('PlanActivity', {
    group,
    activity,
    plannedOn: '2024-10-05',
    title: 'Экскурсия на завод',
    reason: null,
    ...changes,
  });
const hold = (changes: Partial<CommandNamed<'RecordActivity'>['data']> = {}) =>
  command('RecordActivity', {
    group,
    activity,
    heldOn: '2024-10-05',
    academicHours: 2,
    students: [ivanova],
    notes: 'Были в двух цехах',
    ...changes,
  });
const drop = (reason: string) => command('DropActivity', { group, activity, reason });
const planned = {
  [`extracurricular-${group}`]: [happened('ActivityPlanned', { group, activity, plannedOn: '2024-10-05' })],
};
const held = {
  [`extracurricular-${group}`]: [
    happened('ActivityRecorded', { group, activity, heldOn: '2024-10-05', academicHours: 2, students: [] }),
  ],
};
const on = (day: string) => ({ by: curator, on: day });

describe('the extracurricular plan of a group', () => {
  it('R-REF-17: is made by its curator by 30 August; what is added during the year is not late', () => {
    given(world(), on('2024-08-30'))
      .when(plan())
      .thenRecords(
        { type: 'ActivityPlanned', sealed: { title: 'Экскурсия на завод' } },
        { right: 'groupCurator', rule: { deadline: '2024-08-30', late: false } },
      );
    given(world(), on('2024-08-31'))
      .when(plan())
      .thenRecords({ type: 'ActivityPlanned' }, { rule: { late: true } });
    given(world(planned), on('2024-09-20'))
      .when(plan({ activity: idOf('another') }))
      .thenRecords({ type: 'ActivityPlanned' }, { rule: null });
  });

  it('is adjusted for a reason, until the activity was held', () => {
    given(world(planned), on('2024-09-20'))
      .when(plan({ plannedOn: '2024-10-12' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(planned), on('2024-09-20'))
      .when(plan({ plannedOn: '2024-10-12', reason: 'Дождь' }))
      .thenRecords({ type: 'ActivityPlanned', sealed: { reason: 'Дождь' } });
    given(world(planned), on('2024-09-20')).when(drop('Отменена')).thenRecords({ type: 'ActivityDropped' });
    given(world(planned), on('2024-09-20')).when(drop('')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), on('2024-09-20')).when(drop('Отменена')).thenRefuses({ code: 'NOT_FOUND' });
    given(world(together(planned, held)), on('2024-10-06'))
      .when(drop('Отменена'))
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world(together(planned, held)), on('2024-10-06'))
      .when(plan())
      .thenRefuses({ code: 'ALREADY_DONE' });
  });
});

describe('the extracurricular journal of a group', () => {
  it('R-LES-15: is kept by its curator within their own group', () => {
    given(world(planned), on('2024-10-05'))
      .when(hold())
      .thenRecords({
        type: 'ActivityRecorded',
        data: { students: [ivanova] },
        sealed: { notes: 'Были в двух цехах' },
      });
    given(world(), { by: petrova, on: '2024-10-05' }).when(hold()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), on('2024-10-05'))
      .when(hold({ group: idOf('no group') }))
      .thenRefuses({ code: 'NOT_FOUND' });
  });

  it('holds what took place, once, with students of the group', () => {
    given(world(), on('2024-10-04')).when(hold()).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), on('2024-10-05'))
      .when(hold({ students: [newcomer] }))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(world(held), on('2024-10-06')).when(hold()).thenRefuses({ code: 'ALREADY_RECORDED' });
  });

  it('is kept only where the regulation has one', () => {
    given(world(under('001')), on('2024-10-05'))
      .when(hold())
      .thenRefuses({ code: 'NOT_PERMITTED', parameter: 'extracurricularJournal' });
  });
});
