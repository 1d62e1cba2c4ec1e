import type { Source } from '../../../events/recorded.ts';
import type { AttestationResult } from '../../policies/attestation.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';
import { changeOf, type LastChange } from './last-change.ts';

/** The attestation of one student on one page: the original result, and the repeats beside it (T-25). */
export interface AttestationState {
  readonly revision: number;
  readonly changed: LastChange | null;
  readonly original: AttestationResult | null;
  /** How the original was last entered: an import never changes what a person entered. */
  readonly source: Source | null;
  readonly repeats: readonly AttestationResult[];
  /** The repeat that has its day and has not been held. */
  readonly scheduled: ScheduledRepeat | null;
}

/** A repeat attestation to come: its day, who takes it, and by which order. */
export interface ScheduledRepeat {
  readonly on: PlainDate;
  readonly commission: readonly string[];
  readonly order: string | null;
}

/** The result that counts today: the last repeat, else the original. */
export const currentResult = ({ original, repeats }: AttestationState): AttestationResult | null =>
  repeats.at(-1) ?? original;

/** Every result there was, the original first. */
export const resultsOf = ({ original, repeats }: AttestationState): readonly AttestationResult[] =>
  original === null ? repeats : [original, ...repeats];

/** Folds `attestation-<journal>.<student>`. */
export const attestations = defineFold<AttestationState, 'attestation'>(
  'attestation',
  { revision: -1, changed: null, original: null, source: null, repeats: [], scheduled: null },
  {
    AttestationMarkRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      original: data.result,
      source: meta.source,
    }),
    AttestationMarkCorrected: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      original: data.to,
      source: meta.source,
    }),
    RepeatAttestationScheduled: (state, { data: { on, commission, order }, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      scheduled: { on, commission, order },
    }),
    RepeatAttestationRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      changed: changeOf(meta),
      repeats: [...state.repeats, data.result],
      scheduled: null,
    }),
  },
);
