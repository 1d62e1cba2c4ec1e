import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { administrator, command, deputy, happened, petrova, world } from '../support/world.ts';

const council = idOf('council');
const schedule = (on: string, title = 'Итоги полугодия') =>
  command('ScheduleCouncil', { council, on, title });
const cancel = (reason = 'Болезнь председателя') => command('CancelCouncil', { council, reason });
const scheduled = (on: string) => happened('CouncilScheduled', { council, on }, { title: 'Итоги полугодия' });
const past = (on: string) => world({ [`council-${council}`]: [scheduled(on)] });
const office = { by: deputy, on: '2024-12-20' };

describe('a pedagogical council', () => {
  it('R-MON-11: gets its day from a deputy or an administrator, ahead of it', () => {
    const records = { type: 'CouncilScheduled', data: { on: '2024-12-27' } } as const;
    given(world(), office).when(schedule('2024-12-27')).thenRecords(records, { right: 'deputyDirector' });
    given(world(), { ...office, by: administrator })
      .when(schedule('2024-12-27'))
      .thenRecords(records);
    given(world(), office).when(schedule('2024-12-20')).thenRecords({ type: 'CouncilScheduled' });
    given(world(), office)
      .when(schedule('2024-12-19'))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE', facts: { on: '2024-12-19', today: '2024-12-20' } });
    given(world(), { ...office, by: petrova })
      .when(schedule('2024-12-27'))
      .thenRefuses({ code: 'NOT_PERMITTED', facts: { capability: 'council.schedule' } });
  });

  it('moves to another day until it has been held, and the same day again changes nothing', () => {
    given(past('2024-12-27'), office).when(schedule('2024-12-27')).thenNothingChanges();
    given(past('2024-12-27'), office)
      .when(schedule('2024-12-28'))
      .thenRecords({ type: 'CouncilScheduled', data: { on: '2024-12-28' } });
    given(past('2024-12-19'), office)
      .when(schedule('2024-12-28'))
      .thenRefuses({ code: 'ALREADY_DONE', facts: { on: '2024-12-19' } });
  });

  it('is called off for a reason, unless it has been held or was never scheduled', () => {
    given(past('2024-12-27'), office)
      .when(cancel())
      .thenRecords({ type: 'CouncilCancelled', sealed: { reason: 'Болезнь председателя' } });
    given(past('2024-12-27'), office).when(cancel(' ')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(past('2024-12-19'), office).when(cancel()).thenRefuses({ code: 'ALREADY_DONE' });
    given(world(), office)
      .when(cancel())
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'council' } });
    given(past('2024-12-27'), { ...office, by: petrova })
      .when(cancel())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });
});
