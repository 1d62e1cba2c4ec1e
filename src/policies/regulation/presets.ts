import type { Preset } from './preset.ts';
import { bakal } from './presets/bakal.ts';
import { dnevnik } from './presets/dnevnik.ts';
import { epos } from './presets/epos.ts';
import { psiThinkery } from './presets/psi-thinkery.ts';
import { tula } from './presets/tula.ts';

/** The regulations a college can start from, by the key under which their clauses are cited. */
const PRESETS = {
  '000': psiThinkery,
  '001': bakal,
  '002': dnevnik,
  '003': epos,
  '004': tula,
} as const satisfies Readonly<Record<string, Preset>>;

/** The key of a preset. */
export type PresetKey = keyof typeof PRESETS;

/** Every preset. */
export const PRESET_KEYS = Object.keys(PRESETS) as readonly PresetKey[];

/** The regulation of a college that chose none: it alone names both edit windows. */
export const DEFAULT_PRESET: PresetKey = '003';

/** The preset behind a key. */
export const presetOf = (key: PresetKey): Preset => PRESETS[key];
