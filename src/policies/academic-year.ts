import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from './calendar.ts';

/** A stretch of days, both ends included. */
export interface Days {
  readonly from: PlainDate;
  readonly until: PlainDate;
}

/** A stretch of the academic calendar (календарный учебный график). */
export type CalendarStretch = EventNamed<'AcademicCalendarSet'>['data']['stretches'][number];

/** The first and the last day of an academic year; 2024 is 2024/25. */
export const boundsOf = (academicYear: number): Days => ({
  from: `${academicYear}-09-01`,
  until: `${academicYear + 1}-08-31`,
});

/** The first stretch that ends before it begins or does not lie within the bounds. */
export const outOfBounds = <Stretch extends Days>(
  stretches: readonly Stretch[],
  bounds: Days,
): Stretch | undefined =>
  stretches.find(({ from, until }) => until < from || from < bounds.from || until > bounds.until);

/** Whether two stretches share a day. */
export const overlap = (one: Days, other: Days): boolean =>
  one.from <= other.until && other.from <= one.until;

/** The first two stretches that share a day, in the order of their beginnings. */
export const firstOverlap = <Stretch extends Days>(
  stretches: readonly Stretch[],
): readonly [Stretch, Stretch] | null => {
  const ordered = stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, stretch] of ordered.entries()) {
    const next = ordered[index + 1];
    if (next && overlap(stretch, next)) return [stretch, next];
  }
  return null;
};

/** The first vacation that begins after a day: final marks are due the day before it (T-20). */
export const vacationAfter = (
  stretches: readonly CalendarStretch[],
  day: PlainDate,
): CalendarStretch | null =>
  stretches
    .filter(({ kind, from }) => kind === 'vacation' && from > day)
    .reduce<CalendarStretch | null>((first, next) => (first && first.from <= next.from ? first : next), null);
