import fc from 'fast-check';
import { dateIn, isWorkingDay, plusDays, plusWorkingDays } from '../../src/policies/calendar.ts';
import {
  dayKindOf,
  workingCalendarFrom,
  type ExceptionalDay,
} from '../../src/policies/production-calendar.ts';

const off = (date: string, movedFrom: string | null = null): ExceptionalDay => ({
  date,
  kind: 'dayOff',
  movedFrom,
});
const short = (date: string): ExceptionalDay => ({ date, kind: 'shortDay', movedFrom: null });
const worked = (date: string): ExceptionalDay => ({ date, kind: 'workingDay', movedFrom: null });

/** What the decrees say of 2024 and 2025, as far as the vectors touch it. */
const decreed = [
  ...['2024-01-01', '2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'].map((date) =>
    off(date),
  ),
  ...['2024-02-23', '2024-05-01', '2024-05-09', '2024-11-04'].map((date) => off(date)),
  worked('2024-04-27'),
  off('2024-04-29', '2024-04-27'),
  off('2024-04-30', '2024-11-02'),
  short('2024-05-08'),
  off('2024-05-10', '2024-01-06'),
  short('2024-11-02'),
  worked('2024-12-28'),
  off('2024-12-30', '2024-12-28'),
  off('2024-12-31', '2024-01-07'),
  ...[
    '2025-01-01',
    '2025-01-02',
    '2025-01-03',
    '2025-01-04',
    '2025-01-05',
    '2025-01-06',
    '2025-01-07',
    '2025-01-08',
  ].map((date) => off(date)),
];
const five = workingCalendarFrom(5, decreed);
const six = workingCalendarFrom(6, decreed);

describe('a term of working days under the production calendar (T-08)', () => {
  it.each([
    ['over May', five, '2024-04-26', 3, '2024-05-03'],
    ['over May, the Saturday of 27 April worked', five, '2024-04-26', 1, '2024-04-27'],
    ['over the ninth of May', five, '2024-05-07', 2, '2024-05-13'],
    ['over November, the Saturday before it worked', five, '2024-11-01', 1, '2024-11-02'],
    ['over November', five, '2024-11-01', 2, '2024-11-05'],
    ['over the New Year', five, '2024-12-27', 3, '2025-01-10'],
    [
      'over May in a week of six days, which gains no day from a Saturday',
      six,
      '2024-04-26',
      3,
      '2024-04-30',
    ],
    ['over the New Year in a week of six days', six, '2024-12-28', 2, '2025-01-09'],
  ] as const)('%s ends after the day it should', (_, calendar, from, days, until) => {
    expect(plusWorkingDays(calendar, from, days)).toBe(until);
  });

  it('counts the days on which the college itself is closed as holidays', () => {
    const closed = workingCalendarFrom(5, decreed, ['2024-05-13', '2024-05-14']);
    expect(plusWorkingDays(closed, '2024-05-08', 1)).toBe('2024-05-15');
  });

  it('tells a short day, a day off and a weekend apart', () => {
    const shortDays = new Set(['2024-05-08', '2024-11-02']);
    const kinds = ['2024-05-08', '2024-05-09', '2024-05-11', '2024-05-13', '2024-11-02'].map((date) =>
      dayKindOf(five, shortDays, date),
    );
    expect(kinds).toEqual(['short', 'dayOff', 'weekend', 'working', 'short']);
  });
});

const day = fc.integer({ min: 0, max: 730 }).map((days) => plusDays('2024-01-01', days));
const kind = fc.constantFrom<ExceptionalDay['kind'][]>('dayOff', 'shortDay', 'workingDay');
const exceptional = fc.array(fc.record({ date: day, kind, movedFrom: fc.option(day, { nil: null }) }), {
  maxLength: 120,
});
const calendar = fc
  .tuple(fc.constantFrom<(5 | 6)[]>(5, 6), exceptional)
  .map(([week, days]) => workingCalendarFrom(week, days));
const term = fc.integer({ min: 1, max: 25 });

describe('any production calendar', () => {
  it('ends a term on a working day, and lets a longer term never end earlier', () => {
    fc.assert(
      fc.property(calendar, day, term, (working, from, days) => {
        const until = plusWorkingDays(working, from, days);
        expect(isWorkingDay(working, until)).toBe(true);
        expect(until < plusWorkingDays(working, from, days + 1)).toBe(true);
      }),
    );
  });

  it('never gives less time for more days off', () => {
    fc.assert(
      fc.property(calendar, day, term, fc.array(day, { maxLength: 20 }), (working, from, days, more) => {
        const stricter = { ...working, holidays: new Set([...working.holidays, ...more]) };
        expect(plusWorkingDays(stricter, from, days) >= plusWorkingDays(working, from, days)).toBe(true);
      }),
    );
  });

  it('T-19: counts from the day of the college, whatever the zone: the same day gives the same end', () => {
    const zones = fc.constantFrom('Asia/Yekaterinburg', 'Europe/Moscow', 'Europe/Berlin', 'Asia/Kamchatka');
    fc.assert(
      fc.property(calendar, day, term, zones, (working, from, days, zone) => {
        const noon = Temporal.PlainDate.from(from)
          .toZonedDateTime({ timeZone: zone, plainTime: '12:00' })
          .toInstant()
          .toString();
        expect(plusWorkingDays(working, dateIn(zone, noon), days)).toBe(plusWorkingDays(working, from, days));
      }),
    );
  });
});
