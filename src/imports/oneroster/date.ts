import { Wrong, type Read } from './field.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const NOT_A_DATE = new Wrong('is not a date like 2018-08-27');

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

function calendarDate(year: string, month: string, day: string): string | Wrong {
  const exists = Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month));
  if (!exists || Number(year) < 1) return new Wrong('is not a day of the calendar');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * A calendar date, returned as `2018-08-27`. An instant is taken for the date written in it, since the
 * standard's dates have no zone; `8/27/2018` is read the American way, and said so once per file.
 */
export const date: Read<string> = (cell, note) => {
  const iso = ISO.exec(cell);
  if (iso) return calendarDate(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '');
  const us = US.exec(cell);
  if (!us) return NOT_A_DATE;
  const read = calendarDate(us[3] ?? '', us[1] ?? '', us[2] ?? '');
  if (typeof read === 'string') note('dates like 8/27/2018 were read as month/day/year');
  return read;
};
