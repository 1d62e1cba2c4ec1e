import type { PlainDate } from '../calendar.ts';
import {
  isParameterKey,
  PARAMETER_KEYS,
  parameterOf,
  type ParameterKey,
  type ValueOf,
} from './parameters.ts';
import { presetOf, type PresetKey } from './presets.ts';

/** Where a value comes from: the text, its silence, the settling of a conflict, or a change by the college. */
export type Origin = 'stated' | 'silent' | 'conflictSettled' | 'changed';

/** One parameter as it stands on a day, with all that explains it. */
export interface Setting {
  readonly parameter: ParameterKey;
  readonly value: unknown;
  /** Where it is written: a clause of the regulation, or the order that changed it. */
  readonly clause: string;
  readonly origin: Origin;
  /** The version of the regulation that gave it; 0 is what the college started from. */
  readonly version: number;
  /** Since when; `null` from the beginning. */
  readonly since: PlainDate | null;
}

/** The parameter behind a decision, its clause, and the version of the regulation that was asked. */
export interface Rule {
  readonly parameter: ParameterKey;
  readonly clause: string;
  readonly version: number;
}

/** A college's regulation as it stands on one day. */
export class Regulation {
  readonly preset: PresetKey;
  /** Counts the changes of the regulation; 0 is the preset as it is. */
  readonly version: number;
  readonly settings: ReadonlyMap<ParameterKey, Setting>;

  constructor(preset: PresetKey, version: number, settings: ReadonlyMap<ParameterKey, Setting>) {
    this.preset = preset;
    this.version = version;
    this.settings = settings;
  }

  /** The value in force. */
  value<Key extends ParameterKey>(parameter: Key): ValueOf<Key> {
    // Only values that fit the parameter's schema get here: presets by their type, changes by `valueFaults`.
    return this.#setting(parameter).value as ValueOf<Key>;
  }

  /** What a refusal or a flag says it came from. */
  rule(parameter: ParameterKey): Rule {
    return { parameter, clause: this.#setting(parameter).clause, version: this.version };
  }

  #setting(parameter: ParameterKey): Setting {
    const setting = this.settings.get(parameter);
    if (!setting) throw new Error(`The regulation holds no ${parameter}.`);
    return setting;
  }
}

const initialSetting = (preset: PresetKey, parameter: ParameterKey): Setting => {
  const stated = presetOf(preset).says[parameter];
  const base = { parameter, version: 0, since: null };
  if (stated !== 'silent') return { ...base, ...stated, origin: 'stated' };
  const { otherwise, conflict } = parameterOf(parameter);
  return conflict
    ? { ...base, value: otherwise, clause: `${preset}: silent, ${conflict}`, origin: 'conflictSettled' }
    : { ...base, value: otherwise, clause: `${preset}: silent`, origin: 'silent' };
};

/** A regulation as a preset has it. */
export const initialRegulation = (preset: PresetKey): Regulation =>
  new Regulation(
    preset,
    0,
    new Map(PARAMETER_KEYS.map((parameter) => [parameter, initialSetting(preset, parameter)])),
  );

/** One value that a change gives, and where that is written. */
export interface NewValue {
  readonly parameter: string;
  readonly value: unknown;
  readonly clause: string;
}

/** A change that is in force from a day on. */
export interface RegulationChange {
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  readonly values: readonly NewValue[];
}

/** A regulation with one change laid over it; a key this program does not know is left alone. */
const changed = (
  regulation: Regulation,
  { version, effectiveFrom, values }: RegulationChange,
): Regulation => {
  const settings = new Map(regulation.settings);
  for (const { parameter, value, clause } of values)
    if (isParameterKey(parameter))
      settings.set(parameter, { parameter, value, clause, origin: 'changed', version, since: effectiveFrom });
  return new Regulation(regulation.preset, Math.max(regulation.version, version), settings);
};

/** A regulation from a day on, until the next one begins. */
interface Span {
  readonly from: PlainDate;
  readonly regulation: Regulation;
}

/** Every regulation a college ever had or will have, by the day each begins. */
export interface RegulationSpans {
  readonly initial: Regulation;
  /** By day, rising. */
  readonly spans: readonly Span[];
}

/**
 * Lays the changes over what a college started from. A change holds from its day on, whatever was decided
 * before; where two give one parameter a value for the same day, the later decision holds.
 */
export const spansOf = (preset: PresetKey, changes: readonly RegulationChange[]): RegulationSpans => {
  const initial = initialRegulation(preset);
  const days = [...new Set(changes.map(({ effectiveFrom }) => effectiveFrom))].sort();
  const spans = days.map((from) => ({
    from,
    regulation: changes.filter(({ effectiveFrom }) => effectiveFrom <= from).reduce(changed, initial),
  }));
  return { initial, spans };
};

/** The regulation in force on a day (T-48: what was in force then, whatever was changed since). */
export const regulationAt = ({ initial, spans }: RegulationSpans, day: PlainDate): Regulation =>
  spans.findLast(({ from }) => from <= day)?.regulation ?? initial;
