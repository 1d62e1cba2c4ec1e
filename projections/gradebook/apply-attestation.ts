import { existing, type Handlers } from '../projection.ts';
import type { AttestationRow } from './rows.ts';

/** The attestation of each student: the original result, and the repeats beside it (T-25). */
export const attestationHandlers: Handlers<AttestationRow> = {
  AttestationMarkRecorded: ({ data: { journal, student, result, heldOn }, revision }) => [
    {
      key: [journal, student],
      next: () => ({
        journal,
        student,
        original: result,
        heldOn,
        repeats: [],
        current: result,
        revision,
      }),
    },
  ],
  AttestationMarkCorrected: (event) => [
    {
      key: [event.data.journal, event.data.student],
      next: (row) => {
        const attested = existing(row, event);
        const { to: original } = event.data;
        const current = attested.repeats.at(-1)?.result ?? original;
        return { ...attested, original, current, revision: event.revision };
      },
    },
  ],
  RepeatAttestationScheduled: (event) => [
    {
      key: [event.data.journal, event.data.student],
      next: (row) => ({ ...existing(row, event), revision: event.revision }),
    },
  ],
  RepeatAttestationRecorded: (event) => [
    {
      key: [event.data.journal, event.data.student],
      next: (row) => {
        const attested = existing(row, event);
        const { attempt, result, heldOn } = event.data;
        const repeats = [...attested.repeats, { attempt, result, heldOn }];
        return { ...attested, repeats, current: result, revision: event.revision };
      },
    },
  ],
};
