import { absent, announced, imported, late } from '../support/acts.ts';
import { given } from '../support/given.ts';
import {
  administrator,
  algebra,
  command,
  first,
  happened,
  ivanova,
  streams,
  world,
} from '../support/world.ts';

const years = { by: administrator, source: 'import', on: '2025-07-01' } as const;
const cell = { journal: algebra, lesson: first, student: ivanova };
const record = command('RecordAbsence', cell);
const take = command('TakeAttendance', { journal: algebra, lesson: first, absent: [ivanova] });
const takenBack = (was: 'absent' | 'announced') =>
  happened('AbsenceCancelled', { ...cell, was }, { reason: 'Была на занятии' });

describe('an import of attendance', () => {
  it('makes no absence of a late arrival that a person recorded', () => {
    const past = world({ [streams.attendance]: [late()] });
    given(past, years)
      .when(record)
      .thenRefuses({ code: 'ENTERED_BY_PERSON', facts: { status: 'late' } });
    given(past, years).when(take).thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(world({ [streams.attendance]: [imported(late())] }), years)
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' });
  });

  it('puts no absence back that a person took back', () => {
    const past = world({ [streams.attendance]: [imported(absent()), takenBack('absent')] });
    given(past, years).when(record).thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(past, years)
      .when(command('RecordLateArrival', { ...cell, minutes: 10 }))
      .thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(world({ [streams.attendance]: [absent(), takenBack('absent')] }))
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' });
  });

  it('tells of an absence whose announcement was taken back', () => {
    given(world({ [streams.attendance]: [announced(), takenBack('announced')] }), years)
      .when(record)
      .thenRecords({ type: 'AbsenceRecorded' });
  });
});

describe('an import of final results', () => {
  const works = `finalQualification-${ivanova}`;
  const correct = { student: ivanova, result: 'grade4', expectedRevision: 0, reason: 'Сверка' } as const;
  const thesis = happened('ThesisResultRecorded', {
    student: ivanova,
    result: 'grade5',
    defendedOn: '2025-06-19',
  });
  const exam = happened('DemonstrationExamRecorded', {
    student: ivanova,
    result: 'grade5',
    points: 90,
    heldOn: '2025-06-10',
  });

  it.each([
    ['thesis', thesis, command('CorrectThesisResult', correct)],
    ['demonstration exam', exam, command('CorrectDemonstrationExam', { ...correct, points: 71 })],
  ] as const)('does not correct the %s that a person recorded', (_, recorded, correction) => {
    given(world({ [works]: [recorded] }), years)
      .when(correction)
      .thenRefuses({ code: 'ENTERED_BY_PERSON', facts: { value: 'grade5' } });
    given(world({ [works]: [imported(recorded)] }), years)
      .when(correction)
      .thenRecords({
        type:
          recorded.type === 'ThesisResultRecorded' ? 'ThesisResultCorrected' : 'DemonstrationExamCorrected',
      });
  });
});
