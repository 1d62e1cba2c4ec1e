import fc from 'fast-check';
import {
  endOf,
  endsPastMidnight,
  isInWeek,
  lessonIdOf,
  overlaps,
  sharedResource,
  weekdaysBetween,
  type Occupation,
} from '../../src/policies/timetable.ts';

const time = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }));
const date = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => Temporal.PlainDate.from('2000-01-01').add({ days }).toString());
const some = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const occupation: fc.Arbitrary<Occupation> = fc.record({
  journal: some('j1', 'j2', 'j3'),
  startsAt: time,
  endsAt: time,
  room: some(null, '101', '102'),
  roomId: some(null, 'r1', 'r2'),
  group: some(null, 'g1', 'g2'),
  subgroup: some(null, '1', '2'),
  teachers: fc.subarray(['t1', 't2', 't3']),
  substitute: some(null, 't1', 't4'),
});

describe('the time of a lesson', () => {
  it('is 45 minutes for each academic hour, and never goes past midnight', () => {
    expect(endOf('08:30', 2)).toBe('10:00');
    expect(endOf('23:30', 1)).toBe('23:59');
    expect(endsPastMidnight('23:30', 1)).toBe(true);
    expect(endsPastMidnight('23:14', 1)).toBe(false);
  });

  it('meets another if and only if the other meets it', () => {
    fc.assert(
      fc.property(occupation, occupation, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(sharedResource(one, other)).toBe(sharedResource(other, one));
      }),
    );
  });
});

describe('the dates of a weekly lesson', () => {
  it('T-19: are calendar dates of the college, both ends of the stretch included', () => {
    expect(weekdaysBetween(1, '2024-09-02', '2024-09-16')).toEqual([
      '2024-09-02',
      '2024-09-09',
      '2024-09-16',
    ]);
    expect(weekdaysBetween(7, '2024-09-02', '2024-09-07')).toEqual([]);
  });

  it('fall into odd and even weeks in turn, wherever the year begins', () => {
    expect(isInWeek('odd', '2024-09-04', '2024-09-02')).toBe(true);
    expect(isInWeek('even', '2024-09-02', '2024-09-15')).toBe(true);
    fc.assert(
      fc.property(date, date, (first, day) => {
        expect(isInWeek('odd', first, day)).toBe(!isInWeek('even', first, day));
        expect(isInWeek('every', first, day)).toBe(true);
      }),
    );
  });
});

describe('the id of a lesson from the timetable', () => {
  it('is a UUID of its entry and date, another one for each', () => {
    fc.assert(
      fc.property(fc.uuid(), date, date, (entry, day, another) => {
        expect(lessonIdOf(entry, day)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u);
        expect(lessonIdOf(entry, day)).not.toBe(entry);
        expect(lessonIdOf(entry, day) === lessonIdOf(entry, another)).toBe(day === another);
      }),
    );
  });
});
