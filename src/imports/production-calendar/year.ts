import type { ExceptionalDay } from '../../policies/production-calendar.ts';

/** The production calendar of one year as a file has it. */
export interface CalendarYear {
  readonly year: number;
  readonly days: readonly ExceptionalDay[];
}

/** The file is no production calendar, or says something that cannot be. */
export class CalendarUnreadable extends Error {
  override readonly name = 'CalendarUnreadable';
}

/** A date that there is; throws `CalendarUnreadable`. */
export const dateOf = (text: string): string => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    throw new CalendarUnreadable(`There is no day ${text.slice(0, 20)}.`);
  }
};
