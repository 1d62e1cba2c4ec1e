import { attest, recordMark } from '../support/acts.ts';
import { all, inDebt } from '../support/attestation-acts.ts';
import { given } from '../support/given.ts';
import { command, courseUnit, deputy, happened, ivanova, algebra, first, world } from '../support/world.ts';
import type { EventNamed } from '../../events/register.ts';
import type { History } from '../support/pure-ledger.ts';

type Kind = EventNamed<'CourseUnitRegistered'>['data']['kind'];
type PracticeKind = EventNamed<'CourseUnitPlaced'>['data']['practiceKind'];

/** The page of this world belongs to a course unit of this kind. */
const pageOf = (kind: Kind, practiceKind: PracticeKind = null): History => {
  const unit = `courseUnit-${courseUnit}`;
  const registered = happened('CourseUnitRegistered', { courseUnit, code: 'ПМ.01', title: 'Единица', kind });
  const placed = happened('CourseUnitPlaced', { courseUnit, module: null, practiceKind });
  return { ...world(), [unit]: [registered, placed] };
};

const held = { on: '2024-12-20' };
const failed = [
  { type: 'AttestationMarkRecorded' },
  { type: 'AcademicDebtIncurred', data: { journal: algebra } },
] as const;

describe('what is attested and may leave a debt', () => {
  it.each([
    ['a discipline', 'discipline', null],
    ['an МДК', 'interdisciplinaryCourse', null],
    ['a professional module', 'professionalModule', null],
    ['a training practice', 'practice', 'training'],
    ['an industrial practice', 'practice', 'industrial'],
  ] as const)('T-26 (R-PA-01, R-PA-15, R-WRK-06): %s', (_, kind, practiceKind) => {
    given(pageOf(kind, practiceKind), held)
      .when(attest({ result: 'academicDebt' }))
      .thenRecords(failed, { rule: { due: { clause: '003 §3.4 L112' } } });
  });
});

describe('a practice', () => {
  const practice = pageOf('practice', 'industrial');
  const lesson = { on: '2024-09-03' };

  it('R-WRK-03 (R-ATT-12): has a page with marks and attendance like any other', () => {
    given(practice, lesson).when(recordMark()).thenRecords({ type: 'MarkRecorded' }, { right: 'teacher' });
    given(practice, lesson)
      .when(
        command('RecordAbsence', {
          journal: algebra,
          lesson: first,
          student: ivanova,
          academicHours: 2,
        } as never),
      )
      .thenRecords({ type: 'AbsenceRecorded' });
  });

  it('R-WRK-03: has a debt of its own, cleared by a repeat like any other', () => {
    const past = all(practice, inDebt());
    given(past, { by: deputy, on: '2025-03-14' })
      .when(
        command('RecordRepeatAttestation', {
          journal: algebra,
          student: ivanova,
          result: 'grade3',
          heldOn: '2025-03-14',
          order: null,
        }),
      )
      .thenRecords([{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtCleared' }]);
  });
});

describe('the results that are neither a success nor a failure', () => {
  it('R-PA-04, R-PA-06, R-PA-07: а/з and н/а leave a debt, НПА leaves none, each as its own result', () => {
    given(world(), held)
      .when(attest({ result: 'academicDebt' }))
      .thenRecords([{ type: 'AttestationMarkRecorded', data: { result: 'academicDebt' } }, failed[1]]);
    given(world(), held)
      .when(attest({ result: 'notAttested' }))
      .thenRecords([
        { type: 'AttestationMarkRecorded', data: { result: 'notAttested' } },
        { type: 'AcademicDebtIncurred', data: { cause: 'notAttested' } },
      ]);
    given(world(), held)
      .when(attest({ result: 'validReasonNonAttendance' }))
      .thenRecords({ type: 'AttestationMarkRecorded', data: { result: 'validReasonNonAttendance' } });
  });

  it('R-PA-06: н/а is also what a debt that was not cleared in time ends in, beside the original а/з', () => {
    given(world(inDebt()), { by: deputy, on: '2025-11-30' })
      .when(
        command('RecordRepeatAttestation', {
          journal: algebra,
          student: ivanova,
          result: 'notAttested',
          heldOn: '2025-11-30',
          order: null,
        }),
      )
      .thenRecords({ type: 'RepeatAttestationRecorded', data: { result: 'notAttested', attempt: 1 } });
  });
});
