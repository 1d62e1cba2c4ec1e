import { attest } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { algebra, command, courseUnit, first, happened, ivanova, world } from '../support/world.ts';

const kinds = ['discipline', 'interdisciplinaryCourse', 'practice', 'professionalModule'] as const;
const cell = { journal: algebra, lesson: first, student: ivanova };

/** The page of the little world, kept for another kind of course unit. */
const pageOf = (kind: (typeof kinds)[number]) => ({
  ...world(),
  [`courseUnit-${courseUnit}`]: [
    happened('CourseUnitRegistered', { courseUnit, code: 'ПМ.01', title: 'Разработка', kind }),
  ],
});

describe.each(kinds)('the page of a %s', (kind) => {
  it('R-ATT-12: takes absences', () => {
    given(pageOf(kind)).when(command('RecordAbsence', cell)).thenRecords({ type: 'AbsenceRecorded' });
  });

  it('R-WRK-03, T-26: takes current marks and attestation marks', () => {
    given(pageOf(kind))
      .when(command('RecordMark', { ...cell, workType: 'lessonWork', value: '5' }))
      .thenRecords({ type: 'MarkRecorded' });
    given(pageOf(kind), { on: '2024-12-20' }).when(attest()).thenRecords({ type: 'AttestationMarkRecorded' });
  });

  it('R-PA-15, T-26: keeps the academic debts of its own', () => {
    given(pageOf(kind), { on: '2024-12-20' })
      .when(attest({ result: 'academicDebt' }))
      .thenRecords([
        { type: 'AttestationMarkRecorded' },
        { type: 'AcademicDebtIncurred', data: { journal: algebra, student: ivanova } },
      ]);
  });
});
