import type { EventNamed } from '../../events/register.ts';
import type { ExceptionalDay } from '../policies/production-calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { productionCalendars } from './folds/calendar.ts';
import { isRefused, rightTo } from './rights.ts';

/** Takes the production calendar of a year over from a named source. */
export type ImportProductionCalendar = EventNamed<'ProductionCalendarImported'>['data'] & {
  /** Why it replaces the one that stands. */
  readonly reason: string | null;
};

const signOf = ({ date, kind, movedFrom }: ExceptionalDay): string => `${date} ${kind} ${movedFrom ?? ''}`;

const isSame = (one: readonly ExceptionalDay[], other: readonly ExceptionalDay[]): boolean => {
  const signs = new Set(one.map(signOf));
  return one.length === other.length && other.every((day) => signs.has(signOf(day)));
};

/**
 * Imports a production calendar. The latest import holds for every deadline that is given after it, and moves none
 * that was given before (T-48); replacing one that stands takes a reason and an order, because two sources disagree.
 */
export function* importProductionCalendar(
  circumstances: Circumstances,
  { reason, ...calendar }: ImportProductionCalendar,
): Deciding {
  const right = yield* rightTo(circumstances, 'calendar.set');
  if (isRefused(right)) return right;
  const { year, days, source, order } = calendar;
  const stray = days.find(({ date }) => Number(date.slice(0, 4)) !== year);
  if (stray) return refuse('DATE_OUT_OF_RANGE', {}, { date: stray.date, year });
  const dates = new Set(days.map(({ date }) => date));
  if (dates.size < days.length)
    return refuse('ALREADY_EXISTS', {}, { what: 'day', days: days.length, dates: dates.size });

  const standing = yield* read(productionCalendars, String(year));
  if (standing?.source === source && isSame(standing.days, days)) return accept(right, []);
  if (standing && (reason === null || reason.trim() === ''))
    return refuse('REASON_REQUIRED', {}, { what: 'productionCalendar', year });
  if (standing && order === null) return refuse('ORDER_REQUIRED', {}, { what: 'productionCalendar', year });

  const sealed = reason === null ? {} : { sealed: { reason } };
  const event = { type: 'ProductionCalendarImported', data: calendar, ...sealed } as const;
  return accept(right, [{ category: 'calendar', id: String(year), events: [event] }]);
}
