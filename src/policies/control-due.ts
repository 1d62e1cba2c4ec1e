import type { PlainDate } from './calendar.ts';
import type { Control } from './regulation/values/recurring.ts';

/**
 * The last day by which a control is due again after it was last done, or after the year began: at least every so many
 * weeks or months (R-MON-02…06, D-14); `null` where a duty has no number.
 */
export const controlDue = (rule: Control | null, lastDone: PlainDate): PlainDate | null => {
  const last = Temporal.PlainDate.from(lastDone);
  switch (rule?.kind) {
    case 'everyWeeks':
      return last.add({ weeks: rule.weeks }).toString();
    case 'everyMonths':
      return last.add({ months: rule.months }).toString();
    case 'unnumbered':
    case undefined:
      return null;
  }
};
