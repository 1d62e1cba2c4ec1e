import { z } from 'zod';
import type { ExceptionalDay } from '../../policies/production-calendar.ts';
import { CalendarUnreadable, dateOf, type CalendarYear } from './year.ts';

const dates = z.array(z.string());

const aYear = z.object({ holidays: dates, preholidays: dates.default([]), works: dates.default([]) });

/** Its oldest year is written under other names; it is passed over. */
const years = z.record(z.string().regex(/^\d{4}$/u), z.union([aYear, z.object({ holiday: dates })]));

const SATURDAY = 6;

const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek >= SATURDAY;

const day =
  (kind: ExceptionalDay['kind']) =>
  (text: string): ExceptionalDay => ({ date: dateOf(text), kind, movedFrom: null });

/**
 * Reads carono's `holidays.json`: every year it has. It lists every working day, of which weekends alone are
 * exceptional; it says nothing of where a day off was moved from. Throws `CalendarUnreadable`.
 */
export const readCaronoCalendar = (text: string): readonly CalendarYear[] => {
  const parsed = years.safeParse(JSON.parse(text));
  if (!parsed.success) throw new CalendarUnreadable('The file is no carono calendar.');
  return Object.entries(parsed.data).flatMap(([year, found]) => {
    if (!('holidays' in found)) return [];
    const { holidays, preholidays, works } = found;
    const short = new Set(preholidays);
    const worked = works.map(dateOf).filter((date) => isWeekend(date) && !short.has(date));
    return {
      year: Number(year),
      days: [
        ...holidays.map(day('dayOff')),
        ...preholidays.map(day('shortDay')),
        ...worked.map(day('workingDay')),
      ],
    };
  });
};
