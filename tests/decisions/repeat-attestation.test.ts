import type { CommandNamed } from '../../src/decisions/register.ts';
import { attested, indebted, locked, promoted } from '../support/acts.ts';
import { given } from '../support/given.ts';
import {
  administrator,
  algebra,
  autumn,
  command,
  deputy,
  happened,
  ivanova,
  petrova,
  streams,
  world,
} from '../support/world.ts';

const { attestation, period, group, of } = streams;
const later = { by: deputy, on: '2025-03-14' };
const repeat = (changes: Partial<CommandNamed<'RecordRepeatAttestation'>['data']> = {}) =>
  command('RecordRepeatAttestation', {
    journal: algebra,
    student: ivanova,
    result: 'grade3',
    heldOn: '2025-03-14',
    order: '№ 12 от 10.03.2025',
    ...changes,
  });
const failed = { [attestation]: [attested('academicDebt')], [of(ivanova)]: [indebted()] };
const again = (attempt: number, result: 'academicDebt' | 'grade3' = 'academicDebt') =>
  happened('RepeatAttestationRecorded', {
    journal: algebra,
    student: ivanova,
    period: autumn,
    attempt,
    result,
    heldOn: '2025-02-14',
    order: null,
    commission: [],
  });

describe('a repeat attestation', () => {
  it('T-25: stands beside the original result and clears the debt (R-PA-08)', () => {
    given(world(failed), later)
      .when(repeat())
      .thenRecords(
        [
          { type: 'RepeatAttestationRecorded', data: { attempt: 1, result: 'grade3' } },
          { type: 'AcademicDebtCleared', data: { by: 'repeatAttestation' } },
        ],
        { right: 'deputyDirector', occurredOn: '2025-03-14', rule: { clause: '003 §3.3 L84; 003 §3.3 L93' } },
      );
  });

  it('T-25: neither waits for the window nor stops at the lock of the period it belongs to', () => {
    given(world({ ...failed, [period]: [locked()] }), later)
      .when(repeat())
      .thenRecords([{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtCleared' }]);
  });

  it('T-34: clears a debt that the student carried through a promotion', () => {
    const conditionally = happened('StudentPromoted', {
      student: ivanova,
      group: '',
      promotion: 'semester',
      toYear: 1,
      toSemester: 2,
      conditional: true,
      debts: [algebra],
      order: null,
    });
    given(world({ ...failed, [group]: [promoted()], [of(ivanova)]: [indebted(), conditionally] }), later)
      .when(repeat())
      .thenRecords([{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtCleared' }]);
  });

  it('T-24: failed again leaves the debt that stands, and is one more attempt', () => {
    given(world({ ...failed, [attestation]: [attested('academicDebt'), again(1)] }), later)
      .when(repeat({ result: 'notAttested', commission: [petrova] }))
      .thenRecords({ type: 'RepeatAttestationRecorded', data: { attempt: 2 } });
  });

  it('T-24: failed after valid reasons incurs the debt; missed for them once more leaves all as it was', () => {
    const past = world({ [attestation]: [attested('validReasonNonAttendance')] });
    given(past, later)
      .when(repeat({ result: 'academicDebt' }))
      .thenRecords([{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtIncurred' }]);
    given(world(failed), later)
      .when(repeat({ result: 'validReasonNonAttendance' }))
      .thenRecords({ type: 'RepeatAttestationRecorded' });
  });

  it('needs something left to repeat', () => {
    given(world(), later).when(repeat()).thenRefuses({ code: 'NOT_RECORDED' });
    given(world({ [attestation]: [attested('grade3')] }), later)
      .when(repeat())
      .thenRefuses({ code: 'ALREADY_DONE' });
    given(world({ [attestation]: [attested('academicDebt'), again(1, 'grade3')] }), later)
      .when(repeat())
      .thenRefuses({ code: 'ALREADY_DONE', facts: { value: 'grade3' } });
  });

  it('ends somewhere', () => {
    const nine = Array.from({ length: 9 }, (_, index) => again(index + 1));
    given(world({ [attestation]: [attested('academicDebt'), ...nine] }), later)
      .when(repeat())
      .thenRefuses({ code: 'ALREADY_DONE' });
  });

  it('is entered by the administration, not by the teacher', () => {
    given(world(failed), { on: '2025-03-14' }).when(repeat()).thenRefuses({ code: 'NOT_PERMITTED' });
    given(world(failed), { ...later, by: administrator })
      .when(repeat())
      .thenRecords([{ type: 'RepeatAttestationRecorded' }, { type: 'AcademicDebtCleared' }]);
  });

  it('T-33: is not entered for a day on which the student had left', () => {
    const left = happened('StudentExpelled', {
      student: ivanova,
      group: null,
      on: '2025-03-13',
      order: null,
    });
    given(world({ ...failed, [of(ivanova)]: [indebted(), left] }), later)
      .when(repeat())
      .thenRefuses({ code: 'NOT_ENROLLED' });
  });

  it('makes a correction of the original too late', () => {
    given(world({ [attestation]: [attested('academicDebt'), again(1)] }), { on: '2025-01-28' })
      .when(
        command('CorrectAttestationMark', {
          journal: algebra,
          student: ivanova,
          result: 'grade5',
          expectedRevision: 1,
          reason: 'Ошибка',
        }),
      )
      .thenRefuses({ code: 'ALREADY_DONE', facts: { repeats: 1 } });
  });
});
