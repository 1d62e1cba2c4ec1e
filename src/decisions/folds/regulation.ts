import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { DEFAULT_PRESET, type PresetKey } from '../../policies/regulation/presets.ts';
import {
  spansOf,
  type RegulationChange,
  type RegulationSpans,
} from '../../policies/regulation/regulation.ts';
import { defineFold } from '../decision.ts';
import { withEntry } from './entries.ts';

/** What became of a change. */
export type ChangeStatus = 'pending' | 'inForce' | 'declined';

/** A change of the regulation, proposed or in force, with who and why. */
export interface ChangeState extends Omit<EventNamed<'RegulationChanged'>['data'], 'college'> {
  readonly status: ChangeStatus;
  /** Counts the changes in force; `null` before it is one. */
  readonly version: number | null;
  readonly proposedBy: string;
  /** The second person, where one was needed. */
  readonly confirmedBy: string | null;
  /** `null` where the text was erased. */
  readonly reason: string | null;
  readonly recordedAt: string;
}

/** The regulation of a college through time. */
export interface RegulationState extends RegulationSpans {
  readonly preset: PresetKey;
  readonly adopted: boolean;
  /** By id, in the order they were first recorded. */
  readonly changes: ReadonlyMap<string, ChangeState>;
}

const inForce = (changes: ReadonlyMap<string, ChangeState>): readonly RegulationChange[] =>
  [...changes.values()]
    .flatMap(({ version, effectiveFrom, values }) =>
      version === null ? [] : [{ version, effectiveFrom, values }],
    )
    .sort((a, b) => a.version - b.version);

const withChange = (state: RegulationState, change: ChangeState): RegulationState => {
  const changes = withEntry(state.changes, change.change, change);
  return { ...state, ...spansOf(state.preset, inForce(changes)), changes };
};

const nextVersion = ({ changes }: RegulationState): number => inForce(changes).length + 1;

/** Folds `regulation-<college>`. */
export const regulations = defineFold<RegulationState, 'regulation'>(
  'regulation',
  { preset: DEFAULT_PRESET, adopted: false, changes: new Map(), ...spansOf(DEFAULT_PRESET, []) },
  {
    RegulationAdopted: (state, { data }) => {
      // Written by a decider that knows the presets.
      const preset = data.preset as PresetKey;
      return { ...state, preset, adopted: true, ...spansOf(preset, inForce(state.changes)) };
    },
    RegulationChanged: (state, { data: { college: _, ...data }, sealed, meta }) =>
      withChange(state, {
        ...data,
        status: 'inForce',
        version: nextVersion(state),
        proposedBy: meta.actor.account,
        confirmedBy: null,
        reason: sealed?.reason ?? null,
        recordedAt: meta.at,
      }),
    RegulationChangeProposed: (state, { data: { college: _, ...data }, sealed, meta }) =>
      withChange(state, {
        ...data,
        status: 'pending',
        version: null,
        proposedBy: meta.actor.account,
        confirmedBy: null,
        reason: sealed?.reason ?? null,
        recordedAt: meta.at,
      }),
    RegulationChangeConfirmed: (state, { data, meta }) => {
      const change = state.changes.get(data.change);
      return change
        ? withChange(state, {
            ...change,
            status: 'inForce',
            version: nextVersion(state),
            confirmedBy: meta.actor.account,
          })
        : state;
    },
    RegulationChangeDeclined: (state, { data }) => {
      const change = state.changes.get(data.change);
      return change ? withChange(state, { ...change, status: 'declined' }) : state;
    },
  },
);

/** Whether a change would reach back before a day. */
export const reachesBack = (
  { effectiveFrom }: Pick<ChangeState, 'effectiveFrom'>,
  today: PlainDate,
): boolean => effectiveFrom < today;
