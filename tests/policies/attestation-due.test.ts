import { attestationExpected } from '../../src/policies/attestation-due.ts';

const calendar = { workingWeek: 6, holidays: new Set<string>() } as const;
const june = { heldOn: '2025-06-24', periodEnd: '2025-06-28', vacation: '2025-06-30', calendar };
const threeDays = { kind: 'workingDaysAfterEvent', days: 3, cappedByPeriodEnd: true } as const;

describe('an attestation mark is expected', () => {
  it.each([
    ['Friday 2025-05-23', 5, '2025-05-28'],
    ['Friday 2025-05-23', 6, '2025-05-27'],
    ['Friday 2025-06-27', 5, '2025-06-28'],
    ['Saturday 2025-06-28', 6, '2025-06-28'],
  ] as const)(
    'T-06, T-07 (R-PA-01): after an attestation on %s in a week of %i working days until %s',
    (day, workingWeek, until) => {
      const attested = { ...june, heldOn: day.slice(-10), calendar: { ...calendar, workingWeek } };
      expect(attestationExpected(threeDays, attested)).toEqual({ from: null, until });
    },
  );

  it('T-07: beyond the end of the period where the regulation does not cap it', () => {
    const rule = { ...threeDays, cappedByPeriodEnd: false };
    expect(attestationExpected(rule, { ...june, heldOn: '2025-06-27' }).until).toBe('2025-07-01');
  });

  it('T-20 (R-PA-10): in the last week of the period and the day before the vacation at the latest', () => {
    const rule = { kind: 'lastWeekOfPeriod', daysBeforeVacation: 1 } as const;
    expect(attestationExpected(rule, june)).toEqual({ from: '2025-06-23', until: '2025-06-29' });
    expect(attestationExpected(rule, { ...june, vacation: '2025-06-27' }).until).toBe('2025-06-26');
    expect(attestationExpected(rule, { ...june, vacation: '2025-07-07' }).until).toBe('2025-06-29');
    expect(attestationExpected(rule, { ...june, vacation: null }).until).toBe('2025-06-28');
  });

  it('T-21 (R-PA-12): after the end of the period, with no day too late', () => {
    expect(attestationExpected({ kind: 'afterPeriodEnd' }, june)).toEqual({
      from: '2025-06-29',
      until: null,
    });
  });

  it('R-PA-11: before the vacation starts, and by the end of the period where no calendar names one', () => {
    expect(attestationExpected({ kind: 'beforeVacation' }, june).until).toBe('2025-06-29');
    expect(attestationExpected({ kind: 'beforeVacation' }, { ...june, vacation: null }).until).toBe(
      '2025-06-28',
    );
  });

  it('on no day where the regulation names none', () => {
    const never = { from: null, until: null };
    expect(attestationExpected(null, june)).toEqual(never);
    expect(attestationExpected({ kind: 'timely' }, june)).toEqual(never);
  });
});
