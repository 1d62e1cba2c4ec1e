import {
  courseWorkHandlers,
  qualificationHandlers,
  supervisionHandlers,
} from '../../projections/final-work/apply.ts';
import { supervises, supervisor } from '../support/attestation-acts.ts';
import { rowsOf } from '../support/folding.ts';
import { idOf } from '../support/names.ts';
import { algebra, autumn, happened, ivanova } from '../support/world.ts';

const cell = { journal: algebra, student: ivanova, period: autumn };
const topic = happened('CourseWorkTopicAssigned', cell, { topic: 'Графы и сети' });
const mark = happened('CourseWorkMarkRecorded', {
  ...cell,
  scale: 'fivePoint',
  value: '5',
  defendedOn: '2024-12-16',
});
const appointed = supervises('thesis')[`finalQualification-${ivanova}`] ?? [];

describe('a course work', () => {
  it('T-54 (R-WRK-01): has a topic first, and then a mark beside it', () => {
    expect(rowsOf(courseWorkHandlers, topic)).toMatchObject([{ topic: 'Графы и сети', mark: null }]);
    expect(rowsOf(courseWorkHandlers, topic, mark)).toMatchObject([
      { topic: 'Графы и сети', mark: '5', defendedOn: '2024-12-16', revision: 1 },
    ]);
    expect(() => rowsOf(courseWorkHandlers, mark)).toThrow('not there');
  });

  it('shows the corrected mark, with the revision that the next correction names', () => {
    const corrected = happened(
      'CourseWorkMarkCorrected',
      { ...cell, scale: 'fivePoint', from: '5', to: '4' },
      { reason: 'Описка' },
    );
    expect(rowsOf(courseWorkHandlers, topic, mark, corrected)).toMatchObject([{ mark: '4', revision: 2 }]);
  });
});

describe('a final qualification', () => {
  it('R-WRK-02: names the supervisor of the last order', () => {
    const next = happened('SupervisorAppointed', {
      student: ivanova,
      account: idOf('another'),
      of: 'thesis',
      from: '2025-02-01',
      order: '№ 4 от 01.02.2025',
    });
    expect(rowsOf(supervisionHandlers, ...appointed)).toMatchObject([{ account: supervisor }]);
    expect(rowsOf(supervisionHandlers, ...appointed, next)).toMatchObject([{ account: idOf('another') }]);
  });

  it('R-WRK-04: keeps thesis and demonstration exam apart, each as it stands', () => {
    const of = { student: ivanova };
    const events = [
      ...appointed,
      happened('ThesisResultRecorded', { ...of, result: 'grade5', defendedOn: '2025-06-19' }),
      happened('DemonstrationExamRecorded', { ...of, result: 'grade3', points: 48, heldOn: '2025-06-10' }),
      happened(
        'DemonstrationExamCorrected',
        { ...of, from: 'grade3', to: 'grade4', points: 71 },
        { reason: 'А' },
      ),
      happened('ThesisResultCorrected', { ...of, from: 'grade5', to: 'grade4' }, { reason: 'Описка' }),
    ];
    expect(rowsOf(qualificationHandlers, ...events)).toEqual([
      {
        student: ivanova,
        thesis: 'grade4',
        defendedOn: '2025-06-19',
        exam: 'grade4',
        points: 71,
        examOn: '2025-06-10',
        revision: 4,
      },
    ]);
  });
});
