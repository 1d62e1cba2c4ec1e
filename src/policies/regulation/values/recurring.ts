import { z } from 'zod';
import { someRoles } from './several.ts';

const everyWeeks = z.strictObject({ kind: z.literal('everyWeeks'), weeks: z.int().min(1).max(52) });
const everyMonths = z.strictObject({ kind: z.literal('everyMonths'), months: z.int().min(1).max(12) });

/** A review that comes back: at least so often, or whenever something has changed. */
export const review = z.discriminatedUnion('kind', [
  everyWeeks,
  everyMonths,
  z.strictObject({ kind: z.literal('onChange') }),
]);

/** A control that comes back, and whose duty it is; `unnumbered` is a duty without a term (D-14). */
export const control = z.discriminatedUnion('kind', [
  everyWeeks.extend({ by: someRoles }),
  everyMonths.extend({ by: someRoles }),
  z.strictObject({ kind: z.literal('unnumbered'), by: someRoles }),
]);

/** How often a control comes back, and who owes it. */
export type Control = z.infer<typeof control>;
