import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { algebra, command, curator, deputy, group, ivanova, petrova, world } from '../support/world.ts';

const on = (by: string, day = '2024-10-01') => ({ by, on: day });

const measure = (more = {}) =>
  command('TakeMeasure', {
    measure: idOf('measure'),
    group,
    student: null,
    journal: null,
    about: 'attendance',
    on: '2024-09-30',
    note: 'Беседа с родителями',
    ...more,
  });

describe('a measure of the curator', () => {
  it('R-MON-12: is recorded about the own group, one of its students or pages', () => {
    for (const about of [{}, { student: ivanova }, { journal: algebra }])
      given(world(), on(curator))
        .when(measure(about))
        .thenRecords(
          { type: 'MeasureTaken', data: { group, ...about }, sealed: { note: 'Беседа с родителями' } },
          { right: 'groupCurator', occurredOn: '2024-09-30' },
        );
  });

  it('R-MON-12: is nobody else’s, and about nobody outside the group', () => {
    for (const by of [petrova, deputy])
      given(world(), on(by)).when(measure()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(), on(curator))
      .when(measure({ student: idOf('newcomer') }))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(world(), on(curator))
      .when(measure({ journal: idOf('nowhere') }))
      .thenRefuses({ code: 'NOT_IN_GROUP' });
    given(world(), on(curator))
      .when(measure({ note: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), on(curator))
      .when(measure({ on: '2024-10-02' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });
});
