import type { AttestationResult } from '../../policies/attestation.ts';
import { defineFold } from '../decision.ts';

/** The attestation of one student on one page: the original result, and the repeats beside it (T-25). */
export interface AttestationState {
  readonly revision: number;
  readonly original: AttestationResult | null;
  readonly repeats: readonly AttestationResult[];
}

/** The result that counts today: the last repeat, else the original. */
export const currentResult = ({ original, repeats }: AttestationState): AttestationResult | null =>
  repeats.at(-1) ?? original;

/** Folds `attestation-<journal>.<student>`. */
export const attestations = defineFold<AttestationState, 'attestation'>(
  'attestation',
  { revision: -1, original: null, repeats: [] },
  {
    AttestationMarkRecorded: (state, { data }) => ({
      ...state,
      revision: state.revision + 1,
      original: data.result,
    }),
    AttestationMarkCorrected: (state, { data }) => ({
      ...state,
      revision: state.revision + 1,
      original: data.to,
    }),
    RepeatAttestationRecorded: (state, { data }) => ({
      ...state,
      revision: state.revision + 1,
      repeats: [...state.repeats, data.result],
    }),
  },
);
