import type { ExceptionalDay } from '../../policies/production-calendar.ts';
import { defineFold } from '../decision.ts';

/** The production calendar of a year as it was last imported; `null` before. */
export type ProductionCalendarState = {
  readonly source: string;
  readonly days: readonly ExceptionalDay[];
} | null;

/** Folds `calendar-<year>`. */
export const productionCalendars = defineFold<ProductionCalendarState, 'calendar'>('calendar', null, {
  ProductionCalendarImported: (_, { data: { source, days } }) => ({ source, days }),
});
