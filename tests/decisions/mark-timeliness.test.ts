import {
  correctMark,
  granted,
  marked,
  recordMark,
  regulationChanged,
  under,
  withdrawMark,
} from '../support/acts.ts';
import { given } from '../support/given.ts';
import { together } from '../support/programme.ts';
import { algebra, first, happened, streams, world } from '../support/world.ts';

const works = {
  [streams.page]: [
    happened('LessonRecordCorrected', {
      journal: algebra,
      lesson: first,
      deliveryForm: 'inPerson',
      workTypes: ['lessonWork', 'control', 'written', 'graphic', 'qualityMonitoring'],
      planItem: null,
      attendanceBasis: 'presence',
    }),
  ],
};
const past = (preset: string) => world(together(works, under(preset)));

describe('when a current mark is due', () => {
  it('R-MRK-02: marks for lesson work on the study day under 001, 002 and 004; later is late, not refused', () => {
    for (const preset of ['001', '002', '004']) {
      const due = { parameter: 'currentMark.entryDeadline.lesson', until: '2024-09-02' };
      given(past(preset), { on: '2024-09-02', time: '23:59' })
        .when(recordMark())
        .thenRecords({ type: 'MarkRecorded' }, { rule: { late: false, due } });
      given(past(preset), { on: '2024-09-03' })
        .when(recordMark())
        .thenRecords({ type: 'MarkRecorded' }, { rule: { late: true, due } });
    }
  });

  it('R-MRK-03, T-18, D-07: written work within one week of the day it was held, under 001 graphic work too', () => {
    const due = { parameter: 'currentMark.entryDeadline.writtenWork', until: '2024-09-09' };
    for (const preset of ['001', '002']) {
      given(past(preset), { on: '2024-09-09' })
        .when(recordMark({ workType: 'written' }))
        .thenRecords({ type: 'MarkRecorded' }, { rule: { late: false, due } });
      given(past(preset), { on: '2024-09-10' })
        .when(recordMark({ workType: 'written' }))
        .thenRecords({ type: 'MarkRecorded' }, { rule: { late: true, due } });
    }
    given(past('001'), { on: '2024-09-09' })
      .when(recordMark({ workType: 'graphic' }))
      .thenRecords({ type: 'MarkRecorded' }, { rule: { late: false, due } });
    given(past('002'), { on: '2024-09-09' })
      .when(recordMark({ workType: 'graphic' }))
      .thenRecords({ type: 'MarkRecorded' }, { rule: { late: true, due: { until: '2024-09-02' } } });
  });

  it('R-MRK-04: under 003 as fast as possible and never beyond the window: no date of its own', () => {
    given(world(), { on: '2024-09-23' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' }, { rule: { late: false, due: null, deadline: '2024-09-23' } });
    given(world(), { on: '2024-09-24' }).when(recordMark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('R-MRK-11: control works of the internal quality monitoring are a kind of work of their own', () => {
    given(past('003'))
      .when(recordMark({ workType: 'qualityMonitoring' }))
      .thenRecords({ type: 'MarkRecorded', data: { workType: 'qualityMonitoring' } });
  });
});

describe('corrections and late entries', () => {
  it('R-MRK-08, T-23: under 004 are possible for a reason, counted, and warned of', () => {
    const history = together({ [streams.mark]: [marked('4')] }, under('004'));
    given(world(history))
      .when(correctMark({ value: '5' }))
      .thenRecords(
        { type: 'MarkCorrected' },
        {
          warnings: [
            {
              code: 'CORRECTION_TO_BE_AVOIDED',
              facts: { corrections: 1 },
              parameter: 'currentMark.correctionPolicy',
            },
          ],
        },
      );
    given(world(history))
      .when(withdrawMark())
      .thenRecords({ type: 'MarkWithdrawn' }, { warnings: [{ facts: { corrections: 1 } }] });
    given(world(history))
      .when(correctMark({ value: '5', reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world({ [streams.mark]: [marked('4')] }))
      .when(correctMark({ value: '5' }))
      .thenRecords({ type: 'MarkCorrected' }, { warnings: [] });
  });

  it('R-MRK-08: under 004 a late mark is taken and warned of, under 001 only flagged', () => {
    given(past('004'))
      .when(recordMark())
      .thenRecords(
        { type: 'MarkRecorded' },
        {
          rule: { late: true },
          warnings: [{ code: 'LATE_ENTRY_TO_BE_AVOIDED', facts: { date: '2024-09-02' } }],
        },
      );
    given(past('001')).when(recordMark()).thenRecords({ type: 'MarkRecorded' }, { warnings: [] });
  });

  it('R-CAL-04: how far back marks are entered is for the administrators to say; a grant opens more', () => {
    const days = regulationChanged('2024-09-01', {
      'currentMark.backdatedEntry': { kind: 'allowed', days: 3 },
    });
    const history = { [streams.regulation]: [days] };
    given(world(history), { on: '2024-09-05' }).when(recordMark()).thenRecords({ type: 'MarkRecorded' });
    given(world(history), { on: '2024-09-06' })
      .when(recordMark())
      .thenRefuses({
        code: 'EDIT_WINDOW_CLOSED',
        facts: { closedOn: '2024-09-05' },
        parameter: 'currentMark.backdatedEntry',
        grantable: true,
      });
    given(world(together(history, { [streams.page]: [granted()] })), { on: '2024-09-06' })
      .when(recordMark())
      .thenRecords({ type: 'MarkRecorded' });
  });
});
