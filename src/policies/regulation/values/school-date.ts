import { z } from 'zod';

const longestDay = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A day that comes every year. 28 August is the one before the school year about to start (T-47);
 * 29 February is refused, for most years have none.
 */
export const monthDay = z
  .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
  .refine(({ month, day }) => day <= (longestDay[month - 1] ?? 0), 'is no day of every year');

/** By that day of every month (T-58). */
export const monthlyBy = z.strictObject({ everyMonthBy: z.int().min(1).max(28) });

/** By a date, before the first lesson of a group, or before the school year begins. */
export const beforeSchoolYear = z.union([
  monthDay,
  z.strictObject({ kind: z.enum(['beforeAcademicYear', 'beforeClasses']) }),
]);

/** A day of every year. */
export type MonthDay = z.infer<typeof monthDay>;
