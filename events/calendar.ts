import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, label, orderReference } from './vocabulary.ts';

/** A calendar year of the production calendar. */
const calendarYear = z.int().min(1993).max(2199);

/** A day that differs from its weekday: off, shorter, or worked although it is a weekend. */
const exceptionalDay = z.strictObject({
  date,
  kind: z.enum(['dayOff', 'shortDay', 'workingDay']),
  /** The weekend that a day off was moved from; one moved from a Saturday is none in a six-day week. */
  movedFrom: date.nullable(),
});

const ProductionCalendarImported = defineEvent({
  type: 'ProductionCalendarImported',
  category: 'calendar',
  meaning:
    'The production calendar of a year was taken over from a named source; deadlines already given stay (T-08, T-48).',
  data: z.strictObject({
    year: calendarYear,
    source: label,
    days: z.array(exceptionalDay).min(1).max(366),
    order: orderReference.nullable(),
  }),
  sealed: {
    reason: {
      purpose: 'special',
      meaning: 'Why it replaces the calendar that stood.',
      subject: ({ year }) => String(year),
    },
  },
});

/** The production calendar (производственный календарь), a stream for each calendar year. */
export const calendarEvents = { ProductionCalendarImported } as const;
