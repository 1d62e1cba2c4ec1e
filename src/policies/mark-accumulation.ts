import type { PlainDate } from './calendar.ts';
import type { Regulation } from './regulation/regulation.ts';

/** A page's hours that count towards its weekly load. */
export interface LoadedLesson {
  readonly academicHours: number;
  readonly status: 'scheduled' | 'conducted' | 'cancelled';
}

/**
 * The weekly load of a page where no curriculum states it: the hours of its lessons over the weeks of its period,
 * rounded half up, and at least one.
 */
export const weeklyHoursOf = (
  lessons: Iterable<LoadedLesson>,
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate },
): number => {
  let hours = 0;
  for (const lesson of lessons) if (lesson.status !== 'cancelled') hours += lesson.academicHours;
  const { days } = Temporal.PlainDate.from(from).until(until, { largestUnit: 'days' });
  const weeks = Math.max(1, Math.ceil((days + 1) / 7));
  return Math.max(1, Math.round(hours / weeks));
};

/**
 * How many current marks a final mark stands on at a weekly load (001 §6.2; R-MRK-06, T-28); `null` where the
 * regulation counts none. Fewer is a warning, never a no.
 */
export const marksNeeded = (regulation: Regulation, weeklyHours: number): number | null => {
  const rule = regulation.value('attestation.minMarks');
  if (rule?.kind !== 'byWeeklyLoad') return null;
  const step = rule.steps.find(
    ({ upToWeeklyHours }) => upToWeeklyHours === null || weeklyHours <= upToWeeklyHours,
  );
  return step?.marks ?? null;
};
