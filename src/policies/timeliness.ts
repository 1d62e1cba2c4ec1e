import type { RuleApplied, Source } from '../../events/recorded.ts';
import type { LocalTime } from './calendar.ts';
import type { ParameterKey } from './regulation/parameters.ts';

/** Whether an entry missed its deadline: a day, or a minute of a day, `2026-11-22T18:10`; both are still on time. */
export const isLate = (deadline: string, { today, time }: LocalTime): boolean =>
  (deadline.includes('T') ? `${today}T${time}` : today) > deadline;

/** Rules whose date closes something instead of calling for an entry: nothing is timely or late by them (T-06). */
const CLOSING: ReadonlySet<string> = new Set<ParameterKey>([
  'currentMark.editWindowDays',
  'attestation.editWindowDays',
  'attendance.editWindowDays',
]);

const BACK_ENTRY: ParameterKey = 'outage.backEntryWorkingDays';

/**
 * The deadline that an event was timely or late by; `null` where the regulation set it none, so that it enters no
 * figure. The term after an outage counts for what was brought over in it, not for the day access was restored.
 */
export const timelinessRuleOf = (
  rule: RuleApplied | null,
  source: Source,
): { readonly parameter: string; readonly clause: string } | null => {
  if (rule?.due) return rule.due;
  if (rule?.deadline == null || CLOSING.has(rule.parameter)) return null;
  return rule.parameter === BACK_ENTRY && source !== 'temporaryJournal' ? null : rule;
};
