import type { RuleApplied } from '../../../events/recorded.ts';
import type { ParameterKey } from './parameters.ts';
import { DEFAULT_PRESET } from './presets.ts';
import { initialRegulation, type Rule } from './regulation.ts';

/** The rule that gave a deadline, as the event that carries the deadline says it (T-48); else the default one. */
export const givenBy = (applied: RuleApplied | null, parameter: ParameterKey): Rule =>
  applied
    ? { parameter, clause: applied.clause, version: applied.version }
    : initialRegulation(DEFAULT_PRESET).rule(parameter);
