import type { RuleApplied } from '../../events/recorded.ts';
import type { Rule } from '../policies/regulation/regulation.ts';

/** The rule of an event: without a date, in time and under no grant unless it is told otherwise. */
export const applying = (rule: Rule, told: Partial<RuleApplied> = {}): RuleApplied => ({
  ...rule,
  deadline: null,
  late: false,
  grant: null,
  due: null,
  ...told,
});
