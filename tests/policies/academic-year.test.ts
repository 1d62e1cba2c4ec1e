import { boundsOf, firstOverlap, outOfBounds, vacationAfter } from '../../src/policies/academic-year.ts';
import { bellsOn, type BellSchedule } from '../../src/policies/bells.ts';
import { plusDays } from '../../src/policies/calendar.ts';

const stretch = (kind: 'studyPeriod' | 'vacation', from: string, until: string) => ({
  kind,
  title: null,
  from,
  until,
});
const year = [
  stretch('studyPeriod', '2024-09-01', '2024-12-28'),
  stretch('vacation', '2024-12-29', '2025-01-08'),
  stretch('studyPeriod', '2025-01-09', '2025-06-29'),
  stretch('vacation', '2025-06-30', '2025-08-31'),
];

describe('the stretches of an academic year', () => {
  it('lie within it', () => {
    expect(outOfBounds(year, boundsOf(2024))).toBeUndefined();
    const late = stretch('vacation', '2025-06-30', '2025-09-01');
    expect(outOfBounds([...year, late], boundsOf(2024))).toBe(late);
  });

  it('do not overlap, in whatever order they are told', () => {
    expect(firstOverlap(year.toReversed())).toBeNull();
    const clash = stretch('vacation', '2024-12-28', '2024-12-30');
    expect(firstOverlap([clash, ...year])).toMatchObject([year[0], clash]);
  });

  it('T-20: name the vacation before whose first day final marks are due', () => {
    const vacation = vacationAfter(year, '2025-05-20');
    expect(vacation?.from).toBe('2025-06-30');
    expect(plusDays(vacation?.from ?? '', -1)).toBe('2025-06-29');
    expect(vacationAfter(year, '2025-06-30')).toBeNull();
  });
});

describe('the bells of a day', () => {
  const schedule = (changes: Partial<BellSchedule>): BellSchedule => ({
    schedule: 'ordinary',
    title: 'Обычный день',
    weekdays: [1, 2, 3, 4, 5],
    dayKind: 'ordinary',
    from: '2024-09-01',
    until: null,
    pairs: [{ number: 1, startsAt: '08:30', endsAt: '10:00' }],
    ...changes,
  });
  const all = [
    schedule({}),
    schedule({ schedule: 'short', dayKind: 'short' }),
    schedule({ schedule: 'saturday', weekdays: [6] }),
    schedule({ schedule: 'spring', from: '2025-01-09', until: '2025-03-31' }),
  ];
  const ringing = (date: string, kind: 'ordinary' | 'short' = 'ordinary') =>
    bellsOn(all, date, kind)?.schedule ?? null;

  it('follow the weekday and the kind of day', () => {
    expect([ringing('2024-10-07'), ringing('2024-10-07', 'short'), ringing('2024-10-12')]).toEqual([
      'ordinary',
      'short',
      'saturday',
    ]);
  });

  it('are those set last, until they are withdrawn', () => {
    expect([ringing('2025-02-03'), ringing('2025-04-01'), ringing('2024-10-13')]).toEqual([
      'spring',
      'ordinary',
      null,
    ]);
  });
});
