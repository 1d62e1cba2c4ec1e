import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

/** An activity of a group: its planned day, if it was planned, and whether it was held. */
export interface ActivityState {
  readonly plannedOn: PlainDate | null;
  readonly held: boolean;
}

/** Folds `extracurricular-<group>`: activity → where it stands. */
export const activities = defineFold<ReadonlyMap<string, ActivityState>, 'extracurricular'>(
  'extracurricular',
  new Map(),
  {
    ActivityPlanned: (state, { data: { activity, plannedOn } }) =>
      withEntry(state, activity, { plannedOn, held: state.get(activity)?.held ?? false }),
    ActivityRecorded: (state, { data: { activity } }) =>
      withEntry(state, activity, { plannedOn: state.get(activity)?.plannedOn ?? null, held: true }),
    ActivityDropped: (state, { data: { activity } }) => withoutEntry(state, activity),
  },
);
