import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parseCalendar } from '../../../src/imports/production-calendar/read-calendar.ts';
import { CalendarUnreadable } from '../../../src/imports/production-calendar/year.ts';
import { plusWorkingDays } from '../../../src/policies/calendar.ts';
import { workingCalendarFrom } from '../../../src/policies/production-calendar.ts';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<calendar year="2024" lang="ru" date="2023.09.30">
  <holidays><holiday id="1" title="Новогодние каникулы"/></holidays>
  <days><!-- <day d="01.09" t="1"/> -->
    <day d="01.01" t="1" h="1"/>
    <day d="05.10" t="1" f="01.06" />
    <day d="11.02" t="2"/>
    <day d="12.28" t="3"/>
  </days>
</calendar>`;

describe('a production calendar in XML', () => {
  it('is read day by day: off, short, worked, and where a day off was moved from', () => {
    expect(parseCalendar(XML)).toEqual([
      {
        year: 2024,
        days: [
          { date: '2024-01-01', kind: 'dayOff', movedFrom: null },
          { date: '2024-05-10', kind: 'dayOff', movedFrom: '2024-01-06' },
          { date: '2024-11-02', kind: 'shortDay', movedFrom: null },
          { date: '2024-12-28', kind: 'workingDay', movedFrom: null },
        ],
      },
    ]);
  });

  it.each([
    ['names no year', '<calendar><day d="01.01" t="1"/></calendar>'],
    ['names a day there is not', '<calendar year="2023"><day d="02.29" t="1"/></calendar>'],
    ['has a day of an unknown type', '<calendar year="2023"><day d="02.28" t="9"/></calendar>'],
    ['has no day', '<calendar year="2023"></calendar>'],
  ])('is refused when it %s', (_, text) => {
    expect(() => parseCalendar(text)).toThrow(CalendarUnreadable);
  });
});

describe('a production calendar in JSON', () => {
  it('is read year by year; of its working days only weekends are exceptional', () => {
    const text = JSON.stringify({
      2024: {
        holidays: ['2024-01-01'],
        works: ['2024-01-09', '2024-04-27'],
        preholidays: ['2024-11-02'],
        weekend: ['2024-01-06'],
      },
    });
    expect(parseCalendar(text)).toEqual([
      {
        year: 2024,
        days: [
          { date: '2024-01-01', kind: 'dayOff', movedFrom: null },
          { date: '2024-11-02', kind: 'shortDay', movedFrom: null },
          { date: '2024-04-27', kind: 'workingDay', movedFrom: null },
        ],
      },
    ]);
  });

  it.each(['{"2024": {"days": []}}', 'no calendar at all', '{"2024": {"holidays": ["2024-13-01"]}}'])(
    'is refused where it is none: %s',
    (text) => {
      expect(() => parseCalendar(text)).toThrow(CalendarUnreadable);
    },
  );
});

const SHARED = '../shared/data/calendar';
const real = existsSync(SHARED) ? describe : describe.skip;

real('the real calendars (skipped where ../shared/data is absent)', () => {
  const xml = (year: number) =>
    parseCalendar(readFileSync(`${SHARED}/xmlcalendar-ru/${String(year)}.xml`, 'utf8')).flatMap(
      ({ days }) => days,
    );
  const carono = () => parseCalendar(readFileSync(`${SHARED}/carono-holidays.json`, 'utf8'));
  const daysOf = (year: number) => carono().find((one) => one.year === year)?.days ?? [];

  it('of fourteen years are read whole, every day of its own year', () => {
    const files = readdirSync(`${SHARED}/xmlcalendar-ru`);
    expect(files).toHaveLength(14);
    for (const file of files) {
      const year = Number(file.slice(0, 4));
      const days = xml(year);
      expect(days.length).toBeGreaterThan(15);
      expect(days.every(({ date }) => date.startsWith(String(year)))).toBe(true);
    }
  });

  it.each([
    ['over the May holidays of 2024', 5, '2024-04-26', 3, '2024-05-03'],
    ['over the May holidays of 2025', 5, '2025-04-30', 3, '2025-05-07'],
    ['over the May holidays of 2025 in a week of six days', 6, '2025-04-30', 3, '2025-05-05'],
    ['over 4 November 2024, with its working Saturday', 5, '2024-11-01', 3, '2024-11-06'],
    ['over 4 November 2025, with its working Saturday', 5, '2025-10-31', 2, '2025-11-05'],
    ['over the January holidays of 2025', 5, '2024-12-27', 5, '2025-01-14'],
    ['over March 2025 (outage back-entry)', 5, '2025-03-05', 5, '2025-03-12'],
  ] as const)('T-08: end a term %s on the day it should', (_, week, from, days, until) => {
    const calendar = workingCalendarFrom(week, [...xml(2024), ...xml(2025)]);
    expect(plusWorkingDays(calendar, from, days)).toBe(until);
  });

  it('disagree: an import must name its source', () => {
    const first = workingCalendarFrom(5, xml(2018));
    const second = workingCalendarFrom(5, daysOf(2018));
    const differing = [...(first.workingWeekends ?? [])].filter((date) => !second.workingWeekends?.has(date));
    const offs = [...first.holidays].filter((date) => !second.holidays.has(date));
    expect([...differing, ...offs].length).toBeGreaterThan(0);
  });
});
