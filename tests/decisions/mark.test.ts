import {
  absent,
  correctMark,
  imported,
  locked,
  marked,
  recordMark,
  withdrawMark,
  withdrawn,
} from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  first,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const { period, mark } = streams;

describe('a current mark', () => {
  it('is recorded for one kind of work at a lesson that was held (R-MRK-01)', () => {
    given(world())
      .when(recordMark())
      .thenRecords(
        {
          type: 'MarkRecorded',
          data: { student: ivanova, value: '5', scale: 'fivePoint', workType: 'lessonWork' },
        },
        {
          right: 'teacher',
          occurredOn: '2024-09-02',
          rule: { clause: '003 §3.3 L89', version: 0, deadline: '2024-09-23' },
        },
      );
  });

  it('stands beside another one in the same cell when the kind of work differs', () => {
    given(world({ [mark]: [marked('5')] }))
      .when(recordMark({ workType: 'control', value: '3' }))
      .thenRecords({
        type: 'MarkRecorded',
        data: { workType: 'control', value: '3' },
      });
  });

  it('is recorded once for a kind of work', () => {
    given(world({ [mark]: [marked('3')] }))
      .when(recordMark())
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { value: '3' } });
  });

  it('is given only for work that was done at the lesson', () => {
    given(world())
      .when(recordMark({ workType: 'test' }))
      .thenRefuses({ code: 'WORK_TYPE_NOT_DONE', facts: { workType: 'test' } });
  });

  it('may be a 2: only attestation knows no unsatisfactory mark (T-01)', () => {
    given(world())
      .when(recordMark({ value: '2' }))
      .thenRecords({ type: 'MarkRecorded', data: { value: '2' } });
  });

  it.each(['1', '6', '', 'pass', '4+'])('is never %j on the five-point scale', (value) => {
    given(world())
      .when(recordMark({ value }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { scale: 'fivePoint' } });
  });

  it('never repeats free text in a refusal, since it may be personal', () => {
    given(world())
      .when(recordMark({ value: 'болен' }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { scale: 'fivePoint' } });
    given(world())
      .when(recordMark({ value: '87' }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { value: '87' } });
  });

  it('needs a page, and a lesson on it', () => {
    given(world())
      .when(recordMark({ journal: idOf('elsewhere') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'journal' } });
    given(world())
      .when(recordMark({ lesson: idOf('never') }))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'lesson' } });
  });
});

describe('a correction', () => {
  it('T-23: names the old value and the reason, and leaves the old mark in history', () => {
    given(world({ [mark]: [marked('5')] }))
      .when(correctMark())
      .thenRecords({
        type: 'MarkCorrected',
        data: { from: '5', to: '4' },
        sealed: { reason: 'Ошибка при вводе' },
      });
  });

  it('needs a reason (T-23), and so does a withdrawal', () => {
    const past = world({ [mark]: [marked('5')] });
    given(past)
      .when(correctMark({ reason: ' ' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(past)
      .when(withdrawMark({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
  });

  it('to the same value changes nothing', () => {
    given(world({ [mark]: [marked('5')] }))
      .when(correctMark({ value: '5' }))
      .thenNothingChanges();
  });

  it('made from an old page is refused with the value that stands', () => {
    given(world({ [mark]: [marked('5'), marked('3', 'control')] }))
      .when(correctMark())
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { expectedRevision: 0, revision: 1, value: '5' } });
  });

  it('has to have something to correct', () => {
    given(world()).when(correctMark()).thenRefuses({ code: 'NOT_RECORDED' });
    given(world({ [mark]: [marked('5'), withdrawn('5')] }))
      .when(correctMark({ expectedRevision: 1 }))
      .thenRefuses({ code: 'NOT_RECORDED' });
    given(world({ [streams.attendance]: [absent()] }))
      .when(withdrawMark())
      .thenRefuses({ code: 'NOT_RECORDED' });
  });

  it('after a withdrawal is a new mark', () => {
    given(world({ [mark]: [marked('5'), withdrawn('5')] }))
      .when(recordMark({ value: '3' }))
      .thenRecords({ type: 'MarkRecorded', data: { value: '3' } });
  });
});

describe('an import of history', () => {
  const years = { by: administrator, on: '2026-11-22', source: 'import' } as const;

  it('enters marks whose window lies in the past, for an administrator alone', () => {
    given(world(), years)
      .when(recordMark())
      .thenRecords(
        { type: 'MarkRecorded' },
        { right: 'journalAdministrator', rule: { deadline: '2024-09-23', grant: null } },
      );
    given(world(), { ...years, by: petrova })
      .when(recordMark())
      .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('does not pass a lock', () => {
    given(world({ [period]: [locked()] }), years)
      .when(recordMark())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
  });

  it('corrects what an import brought in', () => {
    given(world({ [mark]: [imported(marked('5'))] }), years)
      .when(correctMark())
      .thenRecords({ type: 'MarkCorrected' });
  });

  it('never touches a mark that a person recorded, corrected or took back', () => {
    const recorded = world({ [mark]: [marked('5')] });
    given(recorded, years)
      .when(correctMark())
      .thenRefuses({ code: 'ENTERED_BY_PERSON', facts: { value: '5' } });
    given(recorded, years).when(withdrawMark()).thenRefuses({ code: 'ENTERED_BY_PERSON' });
    const corrected = happened('MarkCorrected', {
      journal: algebra,
      lesson: first,
      student: ivanova,
      workType: 'lessonWork',
      scale: 'fivePoint',
      from: '5',
      to: '4',
    });
    given(world({ [mark]: [imported(marked('5')), corrected] }), years)
      .when(correctMark({ value: '5', expectedRevision: 1 }))
      .thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(world({ [mark]: [imported(marked('5')), withdrawn('5')] }), years)
      .when(recordMark())
      .thenRefuses({ code: 'ENTERED_BY_PERSON' });
  });
});
