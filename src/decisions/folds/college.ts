import { DEFAULT_EDIT_WINDOWS, type EditWindowSettings } from '../../policies/regulation.ts';
import { defineFold } from '../decision.ts';

/** The college itself. */
export interface CollegeState {
  readonly founded: boolean;
  readonly zone: string;
  readonly workingWeek: 5 | 6;
}

/** Folds `college-<id>`. */
export const colleges = defineFold<CollegeState, 'college'>(
  'college',
  { founded: false, zone: 'UTC', workingWeek: 6 },
  { CollegeFounded: (_, { data }) => ({ founded: true, zone: data.zone, workingWeek: data.workingWeek }) },
);

/** Every setting of the edit windows there ever was, the default first. */
export type RegulationState = readonly EditWindowSettings[];

/** Folds `regulation-<college>`. */
export const regulations = defineFold<RegulationState, 'regulation'>('regulation', [DEFAULT_EDIT_WINDOWS], {
  EditWindowConfigured: (settings, { data }) => [
    ...settings,
    {
      version: settings.length,
      effectiveFrom: data.effectiveFrom,
      currentMarkDays: data.currentMarkDays,
      attestationMarkDays: data.attestationMarkDays,
    },
  ],
});

/** How far an import is. */
export type ImportState = 'none' | 'running' | 'finished';

/** Folds `import-<id>`. */
export const importRuns = defineFold<ImportState, 'import'>('import', 'none', {
  ImportStarted: () => 'running',
  ImportFinished: () => 'finished',
});
