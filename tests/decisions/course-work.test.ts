import type { CommandNamed } from '../../src/decisions/register.ts';
import { granted, regulationChanged } from '../support/acts.ts';
import { all, under } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import { told } from '../support/pure-ledger.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  curator,
  group,
  happened,
  ivanova,
  newcomer,
  orlov,
  streams,
  world,
} from '../support/world.ts';

const work = `courseWork-${algebra}.${ivanova}`;
const cell = { journal: algebra, student: ivanova };
const topic = (changes: Partial<CommandNamed<'AssignCourseWorkTopic'>['data']> = {}) =>
  command('AssignCourseWorkTopic', { ...cell, topic: 'Графы и сети', ...changes });
const mark = (changes: Partial<CommandNamed<'RecordCourseWorkMark'>['data']> = {}) =>
  command('RecordCourseWorkMark', { ...cell, value: '5', defendedOn: '2024-12-16', ...changes });
const correct = (changes: Partial<CommandNamed<'CorrectCourseWorkMark'>['data']> = {}) =>
  command('CorrectCourseWorkMark', {
    ...cell,
    value: '4',
    expectedRevision: 1,
    reason: 'Описка',
    ...changes,
  });
const assigned = {
  [work]: [happened('CourseWorkTopicAssigned', { ...cell, period: autumn }, { topic: 'Графы' })],
};
const given5 = happened('CourseWorkMarkRecorded', {
  ...cell,
  period: autumn,
  scale: 'fivePoint',
  value: '5',
  defendedOn: '2024-12-16',
});
const marked = all(assigned, { [work]: [given5] });
const inDecember = { on: '2024-12-16' };

describe('the topic of a course work', () => {
  it('R-WRK-01 (T-54): is given per student in the semester by the teacher of the page', () => {
    given(world(under('001')), { on: '2024-10-01' })
      .when(topic())
      .thenRecords(
        { type: 'CourseWorkTopicAssigned', data: { student: ivanova }, sealed: { topic: 'Графы и сети' } },
        { right: 'teacher', rule: { parameter: 'courseWork', clause: '001 §5.5.12' } },
      );
    given(world(), { on: '2024-10-01', by: orlov }).when(topic()).thenRefuses({ code: 'NOT_IN_LOAD' });
    for (const by of [curator, administrator])
      given(world(), { on: '2024-10-01', by }).when(topic()).thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('may be changed until there is a mark for it', () => {
    given(world(assigned), inDecember).when(topic()).thenRecords({ type: 'CourseWorkTopicAssigned' });
    given(world(marked), inDecember).when(topic()).thenRefuses({ code: 'ALREADY_RECORDED' });
  });

  it('is not empty, not given after the semester, and not to a stranger', () => {
    given(world(), inDecember)
      .when(topic({ topic: ' ' }))
      .thenRefuses({ code: 'TOPIC_REQUIRED' });
    given(world(), { on: '2024-12-29' }).when(topic()).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), inDecember)
      .when(topic({ student: newcomer }))
      .thenRefuses({ code: 'NOT_ON_ROSTER' });
  });
});

describe('the mark of a course work', () => {
  it('R-WRK-05: follows the local act of the college, and names it', () => {
    const act = regulationChanged('2024-09-01', { courseWork: ['topic', 'mark'] });
    given(world({ [streams.regulation]: [act] }), inDecember)
      .when(mark())
      .thenRefuses({ code: 'TOPIC_REQUIRED', clause: 'Приказ № 7' });
  });

  it('R-WRK-01 (T-54): stands beside its topic', () => {
    given(world(all(under('001'), assigned)), inDecember)
      .when(mark())
      .thenRecords(
        {
          type: 'CourseWorkMarkRecorded',
          data: { value: '5', scale: 'fivePoint', defendedOn: '2024-12-16' },
        },
        {
          right: 'teacher',
          occurredOn: '2024-12-16',
          rule: { late: false, due: { parameter: 'courseWork' } },
        },
      );
  });

  it('T-54: is refused without a topic', () => {
    given(world(under('001')), inDecember)
      .when(mark())
      .thenRefuses({ code: 'TOPIC_REQUIRED', clause: '001 §5.5.12' });
  });

  it('is of the scale of the page, of a day within the semester, and recorded once', () => {
    given(world(assigned), inDecember)
      .when(mark({ value: '6' }))
      .thenRefuses({ code: 'INVALID_MARK', facts: { scale: 'fivePoint' } });
    given(world(assigned), inDecember)
      .when(mark({ defendedOn: '2024-12-17' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(marked), inDecember)
      .when(mark())
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { value: '5' } });
  });

  it('R-WRK-01: is late after the semester, and closed with the window of its attestation', () => {
    given(world(all(under('001'), assigned)), { on: '2025-01-10' })
      .when(mark())
      .thenRecords({ type: 'CourseWorkMarkRecorded' }, { rule: { late: true } });
    given(world(assigned), { on: '2025-01-29' }).when(mark()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
    const grant = granted({ covers: 'attestationMarks', lesson: null, until: '2025-02-10' });
    given(world(all(assigned, { [streams.page]: [grant] })), { on: '2025-02-01' })
      .when(mark())
      .thenRecords({ type: 'CourseWorkMarkRecorded' });
  });

  it('T-59: is never late where the regulation says nothing of course works', () => {
    given(world(assigned), { on: '2025-01-10' })
      .when(mark())
      .thenRecords({ type: 'CourseWorkMarkRecorded' }, { rule: { late: false, due: null } });
  });

  it('is corrected for a reason by the revision that was read', () => {
    given(world(marked), inDecember)
      .when(correct())
      .thenRecords({
        type: 'CourseWorkMarkCorrected',
        data: { from: '5', to: '4' },
        sealed: { reason: 'Описка' },
      });
    given(world(marked), inDecember)
      .when(correct({ value: '5' }))
      .thenNothingChanges();
    given(world(marked), inDecember)
      .when(correct({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(marked), inDecember)
      .when(correct({ expectedRevision: 0 }))
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { revision: 1, value: '5' } });
    given(world(assigned), inDecember).when(correct()).thenRefuses({ code: 'NOT_RECORDED' });
    given(world(marked), inDecember)
      .when(correct({ value: '9' }))
      .thenRefuses({ code: 'INVALID_MARK' });
  });

  it('is not corrected by an import where a person recorded it', () => {
    const years = { by: administrator, on: '2026-11-22', source: 'import' } as const;
    given(world(marked), years).when(correct()).thenRefuses({ code: 'ENTERED_BY_PERSON' });
    const imported = all(assigned, { [work]: [told(given5, { source: 'import' })] });
    given(world(imported), years).when(correct()).thenRecords({ type: 'CourseWorkMarkCorrected' });
  });

  it('is corrected as of the day it was defended: never late, and after the student has gone', () => {
    given(world(all(under('001'), marked)), { on: '2025-01-10' })
      .when(correct())
      .thenRecords(
        { type: 'CourseWorkMarkCorrected' },
        { occurredOn: '2024-12-16', rule: { late: false, due: null } },
      );
    const expelled = happened('StudentExpelled', { student: ivanova, group, on: '2024-12-20', order: null });
    given(world(all(marked, { [streams.of(ivanova)]: [expelled] })), { on: '2024-12-23' })
      .when(correct())
      .thenRecords({ type: 'CourseWorkMarkCorrected' });
  });
});
