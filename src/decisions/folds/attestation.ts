import type { Source } from '../../../events/recorded.ts';
import type { AttestationResult } from '../../policies/attestation.ts';
import { defineFold } from '../decision.ts';

/** The attestation of one student on one page: the original result, and the repeats beside it (T-25). */
export interface AttestationState {
  readonly revision: number;
  readonly original: AttestationResult | null;
  /** How the original was last entered: an import never changes what a person entered. */
  readonly source: Source | null;
  readonly repeats: readonly AttestationResult[];
}

/** The result that counts today: the last repeat, else the original. */
export const currentResult = ({ original, repeats }: AttestationState): AttestationResult | null =>
  repeats.at(-1) ?? original;

/** Folds `attestation-<journal>.<student>`. */
export const attestations = defineFold<AttestationState, 'attestation'>(
  'attestation',
  { revision: -1, original: null, source: null, repeats: [] },
  {
    AttestationMarkRecorded: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      original: data.result,
      source: meta.source,
    }),
    AttestationMarkCorrected: (state, { data, meta }) => ({
      ...state,
      revision: state.revision + 1,
      original: data.to,
      source: meta.source,
    }),
    RepeatAttestationRecorded: (state, { data }) => ({
      ...state,
      revision: state.revision + 1,
      repeats: [...state.repeats, data.result],
    }),
  },
);
