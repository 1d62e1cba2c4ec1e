import type { CommandNamed } from '../../src/decisions/register.ts';
import { attest, attested, granted, imported, indebted, locked, reopened } from '../support/acts.ts';
import { given } from '../support/given.ts';
import { idOf } from '../support/names.ts';
import {
  administrator,
  algebra,
  command,
  curator,
  deputy,
  first,
  happened,
  ivanova,
  orlov,
  streams,
  world,
} from '../support/world.ts';

const { attestation, period, page, of } = streams;
const held = { on: '2024-12-20' };
const closing = { on: '2025-01-28' };
const closed = { on: '2025-01-29' };
const correct = (changes: Partial<CommandNamed<'CorrectAttestationMark'>['data']> = {}) =>
  command('CorrectAttestationMark', {
    journal: algebra,
    student: ivanova,
    result: 'grade5',
    expectedRevision: 0,
    reason: 'Ошибка в ведомости',
    ...changes,
  });
const failed = { [attestation]: [attested('academicDebt')], [of(ivanova)]: [indebted()] };

describe('an attestation mark', () => {
  it('D-09, D-11: is recorded by the teacher of the page and by no administrator, with the day of the attestation', () => {
    given(world(), held)
      .when(attest())
      .thenRecords(
        { type: 'AttestationMarkRecorded', data: { result: 'grade4', heldOn: '2024-12-20' } },
        { right: 'teacher', occurredOn: '2024-12-20' },
      );
    given(world(), { ...held, by: orlov })
      .when(attest())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
    for (const by of [curator, deputy, administrator])
      given(world(), { ...held, by })
        .when(attest())
        .thenRefuses({ code: 'NOT_PERMITTED' });
  });

  it('T-01: of an exam is 3, 4, 5 or a debt; a pass is no result of it, and a 2 does not exist', () => {
    given(world(), held)
      .when(attest({ result: 'pass' }))
      .thenRefuses({ code: 'INVALID_MARK', clause: '003 §3.3 L91-94' });
    given(world(), held)
      .when(attest({ result: 'grade2' as never }))
      .thenRefuses({ code: 'INVALID_MARK' });
  });

  it('T-30: is not given by whoever stands in at a lesson', () => {
    const substituted = happened('SubstituteAssigned', { journal: algebra, lesson: first, account: orlov });
    given(world({ [page]: [substituted] }), { ...held, by: orlov })
      .when(attest())
      .thenRefuses({ code: 'NOT_IN_LOAD' });
  });

  it('is not given for a day to come, nor for one before the period', () => {
    given(world(), { on: '2024-12-19' }).when(attest()).thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
    given(world(), held)
      .when(attest({ heldOn: '2024-08-31' }))
      .thenRefuses({ code: 'DATE_OUT_OF_RANGE' });
  });

  it('is recorded once', () => {
    given(world({ [attestation]: [attested('grade3')] }), held)
      .when(attest())
      .thenRefuses({ code: 'ALREADY_RECORDED', facts: { value: 'grade3' } });
  });
});

describe('the window of attestation marks', () => {
  it('T-05: is counted from the end of the period, 31 days, and not from the exam', () => {
    given(world(), closing)
      .when(attest())
      .thenRecords({ type: 'AttestationMarkRecorded' }, { rule: { deadline: '2025-01-28' } });
    given(world(), closed)
      .when(attest())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED', facts: { closedOn: '2025-01-28' }, clause: '003 §3.3 L90' });
  });

  it('T-03, T-05: holds a correction as it holds the first entry', () => {
    const past = world({ [attestation]: [attested('grade4')] });
    given(past, closing)
      .when(correct())
      .thenRecords({ type: 'AttestationMarkCorrected', data: { from: 'grade4', to: 'grade5' } });
    given(past, closed).when(correct()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('T-06, T-08: is another thing than the entry deadline of three working days: later is late, not refused', () => {
    const recorded = { type: 'AttestationMarkRecorded' } as const;
    given(world(), { on: '2024-12-25' })
      .when(attest())
      .thenRecords(recorded, { rule: { late: false } });
    given(world(), { on: '2024-12-26' })
      .when(attest())
      .thenRecords(recorded, { rule: { late: true } });
  });

  it('T-07: leaves an exam of the last days no longer than to the end of the period', () => {
    const recorded = { type: 'AttestationMarkRecorded' } as const;
    const onTheLastFriday = attest({ heldOn: '2024-12-27' });
    given(world(), { on: '2024-12-28' })
      .when(onTheLastFriday)
      .thenRecords(recorded, { rule: { late: false } });
    given(world(), { on: '2024-12-29' })
      .when(onTheLastFriday)
      .thenRecords(recorded, { rule: { late: true } });
  });

  it('T-49: is opened again by a grant for attestation marks, but never behind a lock', () => {
    const grant = granted({ covers: 'attestationMarks', lesson: null, until: '2025-02-10' });
    given(world({ [page]: [grant] }), { on: '2025-02-10' })
      .when(attest())
      .thenRecords({ type: 'AttestationMarkRecorded' }, { rule: { grant: idOf('grant') } });
    given(world({ [page]: [grant], [period]: [locked()] }), closed)
      .when(attest())
      .thenRefuses({ code: 'PERIOD_LOCKED' });
    given(world({ [page]: [granted({ lesson: null })] }), closed)
      .when(attest())
      .thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });

  it('T-49: comes back with a re-opened period only where it has not passed', () => {
    const past = world({ [period]: [locked(), reopened()] });
    given(past, closing).when(attest()).thenRecords({ type: 'AttestationMarkRecorded' });
    given(past, closed).when(attest()).thenRefuses({ code: 'EDIT_WINDOW_CLOSED' });
  });
});

describe('the academic debt behind a result', () => {
  const incurred = (cause: string) => ({ type: 'AcademicDebtIncurred', data: { cause } }) as const;
  const recorded = { type: 'AttestationMarkRecorded' } as const;

  it('R-PA-04, R-PA-06, R-PA-07, T-24: is incurred by а/з and н/а, and not by НПА', () => {
    given(world(), held)
      .when(attest({ result: 'academicDebt' }))
      .thenRecords([recorded, incurred('failed')]);
    given(world(), held)
      .when(attest({ result: 'notAttested' }))
      .thenRecords([recorded, incurred('notAttested')]);
    given(world(), held)
      .when(attest({ result: 'validReasonNonAttendance' }))
      .thenRecords([recorded]);
  });

  it('T-24: is cleared by a correction, and incurred by one', () => {
    given(world(failed), held)
      .when(correct())
      .thenRecords([
        { type: 'AttestationMarkCorrected' },
        { type: 'AcademicDebtCleared', data: { by: 'correction' } },
      ]);
    given(world({ [attestation]: [attested('grade3')] }), held)
      .when(correct({ result: 'academicDebt' }))
      .thenRecords([{ type: 'AttestationMarkCorrected' }, incurred('failed')]);
  });

  it('T-24: is not incurred twice', () => {
    given(world(failed), held)
      .when(correct({ result: 'notAttested' }))
      .thenRecords({ type: 'AttestationMarkCorrected' });
  });
});

describe('correcting an attestation mark', () => {
  const past = world({ [attestation]: [attested('grade4')] });

  it('needs a reason, a mark, and the page as it stands', () => {
    given(past, held)
      .when(correct({ reason: '' }))
      .thenRefuses({ code: 'REASON_REQUIRED' });
    given(world(), held).when(correct()).thenRefuses({ code: 'NOT_RECORDED' });
    given(past, held)
      .when(correct({ expectedRevision: 1 }))
      .thenRefuses({ code: 'REVISION_CONFLICT', facts: { revision: 0, value: 'grade4' } });
  });

  it('to the same result changes nothing', () => {
    given(past, held)
      .when(correct({ result: 'grade4' }))
      .thenNothingChanges();
  });

  it('is refused to an import where a person recorded it', () => {
    const years = { by: administrator, on: '2026-11-22', source: 'import' } as const;
    given(past, years).when(correct()).thenRefuses({ code: 'ENTERED_BY_PERSON' });
    given(world({ [attestation]: [imported(attested('grade4'))] }), years)
      .when(correct())
      .thenRecords({ type: 'AttestationMarkCorrected' });
  });
});
