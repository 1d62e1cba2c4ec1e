import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** The work programmes of a course unit. */
export interface WorkProgrammeState {
  /** Academic year → hours. */
  readonly hours: ReadonlyMap<number, number>;
}

/** Folds `workProgramme-<course unit>`. */
export const workProgrammes = defineFold<WorkProgrammeState, 'workProgramme'>(
  'workProgramme',
  { hours: new Map() },
  {
    WorkProgrammeSet: (state, { data: { academicYear, hours } }) => ({
      hours: withEntry(state.hours, academicYear, hours),
    }),
    GradingCriteriaSet: (state) => state,
  },
);
