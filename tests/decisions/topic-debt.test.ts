import type { CommandNamed } from '../../src/decisions/register.ts';
import { attest, marked, regulationChanged, under } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import { together } from '../support/programme.ts';
import type { History } from '../support/pure-ledger.ts';
import {
  algebra,
  command,
  first,
  happened,
  ivanova,
  newcomer,
  orlov,
  second,
  streams,
  world,
} from '../support/world.ts';

const debt = idOf('debt');
const owed = { debt, journal: algebra, lesson: first, student: ivanova, workType: 'control' } as const;
const record = (changes: Partial<CommandNamed<'RecordTopicDebt'>['data']> = {}) =>
  command('RecordTopicDebt', { ...owed, topic: 'Корни', ...changes });
const makeUp = (makeUpOn: string) => command('SetMakeUpDay', { journal: algebra, debts: [debt], makeUpOn });
const clear = (value: string | null, reason: string | null = null) =>
  command('ClearTopicDebt', { journal: algebra, debt, value, reason });
const standing = { [`topicDebt-${debt}`]: [happened('TopicDebtRecorded', owed)] };
const past = (...more: readonly History[]) => world(together(under('001'), ...more));

describe('a topic debt', () => {
  it('R-LES-14, T-27: is recorded for a work of a lesson, and is no academic debt', () => {
    given(past())
      .when(record())
      .thenRecords({
        type: 'TopicDebtRecorded',
        data: { student: ivanova, workType: 'control' },
        sealed: { topic: 'Корни' },
      });
  });

  it('is recorded for work that was done, by who teaches, for who was there', () => {
    given(past())
      .when(record({ workType: 'graphic' }))
      .thenRefuses({ code: 'WORK_TYPE_NOT_DONE' });
    given(past())
      .when(record({ lesson: second }))
      .thenRefuses({ code: 'LESSON_NOT_CONDUCTED' });
    given(past())
      .when(record({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
    given(past(), { by: orlov }).when(record()).thenRefuses({ code: 'NOT_IN_LOAD' });
    given(past(standing)).when(record()).thenRefuses({ code: 'ALREADY_EXISTS' });
  });

  it('is nobody’s to record where the regulation knows academic debts only', () => {
    given(world()).when(record()).thenRefuses({ code: 'NOT_PERMITTED', parameter: 'debt.recorded' });
  });

  it('R-LES-14: gets a make-up day, from today on', () => {
    given(past(standing))
      .when(makeUp('2024-09-10'))
      .thenRecords({ type: 'MakeUpDaySet', data: { makeUpOn: '2024-09-10', student: ivanova } });
    given(past(standing)).when(makeUp('2024-09-02')).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(past())
      .when(makeUp('2024-09-10'))
      .thenRefuses({ code: 'NOT_FOUND', facts: { what: 'topicDebt' } });
  });

  it('R-LES-14, T-27: is cleared with the resulting mark in the cell of its lesson, never late, and nothing happens to attestation', () => {
    given(past(standing), { on: '2024-09-20' })
      .when(clear('4'))
      .thenRecords(
        [
          { type: 'MarkRecorded', data: { lesson: first, workType: 'control', value: '4' } },
          { type: 'TopicDebtCleared', data: { clearedOn: '2024-09-20' } },
        ],
        { rule: { late: false } },
      );
    given(past(standing)).when(clear(null)).thenRecords({ type: 'TopicDebtCleared' });
  });

  it('T-27: has no consequence for attestation: the student is attested, and no academic debt arises', () => {
    given(past(standing), { on: '2024-12-20' })
      .when(attest())
      .thenRecords({ type: 'AttestationMarkRecorded', data: { result: 'grade4' } });
  });

  it('replaces a mark that stands only for a reason, and is cleared once', () => {
    const two = { [streams.mark]: [marked('2', 'control')] };
    given(past(standing, two)).when(clear('4')).thenRefuses({ code: 'REASON_REQUIRED' });
    given(past(standing, two))
      .when(clear('4', 'Отработано'))
      .thenRecords([{ type: 'MarkCorrected', data: { from: '2', to: '4' } }, { type: 'TopicDebtCleared' }]);
    const cleared = {
      [`topicDebt-${debt}`]: [
        happened('TopicDebtCleared', { debt, journal: algebra, student: ivanova, clearedOn: '2024-09-03' }),
      ],
    };
    given(past(standing, cleared)).when(clear('4')).thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('T-48: stays the teacher’s to clear when the regulation stops knowing topic debts, and none is noted from then on', () => {
    const changed = {
      [streams.regulation]: [regulationChanged('2024-09-10', { 'debt.recorded': { kind: 'academic' } })],
    };
    given(past(standing, changed), { on: '2024-09-12' })
      .when(clear(null))
      .thenRecords({ type: 'TopicDebtCleared' });
    given(past(changed), { on: '2024-09-12' }).when(record()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('is never warned of as late either', () => {
    const avoided = {
      [streams.regulation]: [
        regulationChanged('2024-09-01', { 'currentMark.backdatedEntry': { kind: 'avoided' } }),
      ],
    };
    given(past(standing, avoided), { on: '2024-09-20' })
      .when(clear('4'))
      .thenRecords([{ type: 'MarkRecorded' }, { type: 'TopicDebtCleared' }], { warnings: [] });
  });
});
