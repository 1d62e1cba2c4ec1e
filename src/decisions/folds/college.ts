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

/** How far an import is. */
export type ImportState = 'none' | 'running' | 'finished';

/** Folds `import-<id>`. */
export const importRuns = defineFold<ImportState, 'import'>('import', 'none', {
  ImportStarted: () => 'running',
  ImportFinished: () => 'finished',
});
