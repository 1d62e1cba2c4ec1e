import fc from 'fast-check';
import { dateIn, isWorkingDay, plusDays, plusWorkingDays } from '../../src/policies/calendar.ts';

const fiveDays = { workingWeek: 5, holidays: new Set<string>() } as const;
const sixDays = { workingWeek: 6, holidays: new Set<string>() } as const;

const day = fc
  .integer({ min: 0, max: 40_000 })
  .map((days) => Temporal.PlainDate.from('1990-01-01').add({ days }).toString());

const daysBetween = (from: string, to: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

describe('a term of days', () => {
  it('of N days ends N days after the day it is counted from', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, days) => {
        expect(daysBetween(from, plusDays(from, days))).toBe(days);
      }),
    );
  });

  it.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2024-02-29', 21, '2024-03-21'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 31, '2025-01-31'],
  ])('from %s of %i days ends on %s, leap days and all', (from, days, until) => {
    expect(plusDays(from, days)).toBe(until);
  });

  it('compares as text as it does in time', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        expect(one < other).toBe(daysBetween(one, other) > 0);
      }),
    );
  });
});

describe('a term of working days (T-08)', () => {
  it.each([
    [3, 'Friday 2025-05-23', '2025-05-28', 5],
    [3, 'Friday 2025-05-23', '2025-05-27', 6],
    [5, 'Wednesday 2025-03-05', '2025-03-12', 5],
    [1, 'Saturday 2025-05-24', '2025-05-26', 6],
  ] as const)('of %i after %s ends on %s in a week of %i', (days, from, until, workingWeek) => {
    expect(plusWorkingDays({ workingWeek, holidays: new Set() }, from.slice(-10), days)).toBe(until);
  });

  it('passes over holidays', () => {
    const calendar = { workingWeek: 5, holidays: new Set(['2025-05-01', '2025-05-02']) } as const;
    expect(plusWorkingDays(calendar, '2025-04-30', 1)).toBe('2025-05-05');
    expect(isWorkingDay(calendar, '2025-05-01')).toBe(false);
  });

  it('ends on a working day, with as many working days behind it as it has', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(fiveDays, sixDays),
        (from, days, calendar) => {
          const until = plusWorkingDays(calendar, from, days);
          const between = Array.from({ length: daysBetween(from, until) }, (_, index) =>
            plusDays(from, index + 1),
          );
          expect(isWorkingDay(calendar, until)).toBe(true);
          expect(between.filter((each) => isWorkingDay(calendar, each))).toHaveLength(days);
        },
      ),
    );
  });
});

describe('the day at the college', () => {
  it.each([
    ['Perm', 'Asia/Yekaterinburg', '2024-09-23T18:59:59.999Z', '2024-09-23'],
    ['Perm', 'Asia/Yekaterinburg', '2024-09-23T19:00:00.000Z', '2024-09-24'],
    ['Tula', 'Europe/Moscow', '2024-09-23T20:59:59.999Z', '2024-09-23'],
    ['Tula', 'Europe/Moscow', '2024-09-23T21:00:00.000Z', '2024-09-24'],
    ['Kaliningrad', 'Europe/Kaliningrad', '2024-02-28T22:00:00.000Z', '2024-02-29'],
    ['Berlin in summer', 'Europe/Berlin', '2024-07-01T21:59:59.999Z', '2024-07-01'],
    ['Berlin in summer', 'Europe/Berlin', '2024-07-01T22:00:00.000Z', '2024-07-02'],
    ['Berlin in winter', 'Europe/Berlin', '2024-12-01T22:59:59.999Z', '2024-12-01'],
    ['Berlin as the clocks go forward', 'Europe/Berlin', '2024-03-31T22:00:00.000Z', '2024-04-01'],
    ['Berlin as the clocks go back', 'Europe/Berlin', '2024-10-26T22:00:00.000Z', '2024-10-27'],
    ['Berlin as the clocks go back', 'Europe/Berlin', '2024-10-27T22:59:59.999Z', '2024-10-27'],
  ])('T-19: in %s (%s) at %s is %s', (_, zone, instant, date) => {
    expect(dateIn(zone, instant)).toBe(date);
  });

  it('T-19: never goes back as time goes on', () => {
    const zone = fc.constantFrom('Asia/Yekaterinburg', 'Europe/Moscow', 'Europe/Berlin', 'America/Santiago');
    const instant = fc.integer({ min: 0, max: 2_000_000_000_000 });
    fc.assert(
      fc.property(zone, instant, fc.integer({ min: 0, max: 90_000_000 }), (where, at, after) => {
        const iso = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
        expect(dateIn(where, iso(at)) <= dateIn(where, iso(at + after))).toBe(true);
      }),
    );
  });
});
