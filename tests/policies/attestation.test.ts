import { attestationResult } from '../../events/attestation.ts';
import { attestationForm } from '../../events/journal.ts';
import { debtAfter, isPassed, isResultOf } from '../../src/policies/attestation.ts';

const grades = ['grade3', 'grade4', 'grade5'] as const;
const unpassed = ['academicDebt', 'notAttested', 'validReasonNonAttendance'] as const;

describe('an attestation', () => {
  it.each([
    ['credit', ['pass', ...unpassed]],
    ['gradedCredit', [...grades, ...unpassed]],
    ['exam', [...grades, ...unpassed]],
    ['moduleExam', [...grades, ...unpassed]],
    ['finalMark', ['pass', ...grades, ...unpassed]],
  ] as const)('T-01: in the form %s may end in %j', (form, results) => {
    expect(attestationResult.options.filter((result) => isResultOf(form, result))).toEqual(results);
  });

  it('T-01: knows no unsatisfactory mark, in any form', () => {
    for (const form of attestationForm.options)
      for (const unsatisfactory of ['2', 'grade2', 'fail', ''])
        expect(isResultOf(form, unsatisfactory as never)).toBe(false);
  });

  it('T-24: leaves a debt after а/з and н/а, none after НПА or a pass', () => {
    expect(attestationResult.options.map(debtAfter)).toEqual([
      ...[null, null, null, null],
      'failed',
      'notAttested',
      null,
    ]);
  });

  it('T-24: is passed only by a pass or a grade, and what is passed leaves no debt', () => {
    expect(attestationResult.options.filter(isPassed)).toEqual(['pass', ...grades]);
    expect(attestationResult.options.filter((result) => isPassed(result) && debtAfter(result))).toEqual([]);
  });
});
