import { vacationAfter } from '../policies/academic-year.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { academicYearOf } from '../policies/programme.ts';
import { read, type Deciding } from './decision.ts';
import { academicCalendars } from './folds/academic-calendar.ts';
import { groups } from './folds/group.ts';

/**
 * The first day of the next vacation after a day, by the calendar of the group, else of its stream, else of the college;
 * `null` where no calendar of that year says so (T-20).
 */
export function* nextVacation(day: PlainDate, group: string | null): Deciding<PlainDate | null> {
  const { calendars } = yield* read(academicCalendars, String(academicYearOf(day)));
  if (calendars.size === 0) return null;
  const stream = group === null ? null : (yield* read(groups, group)).stream;
  const calendar =
    calendars.get(`group ${group ?? ''}`) ??
    calendars.get(`stream ${stream ?? ''}`) ??
    calendars.get('college');
  return calendar ? (vacationAfter(calendar.stretches, day)?.from ?? null) : null;
}
