import { existing, type Handlers } from '../projection.ts';
import type { Erasure } from './table.ts';

const settled = (row: Erasure): Erasure => ({
  ...row,
  state: row.terms.every(({ destroyedAt }) => destroyedAt !== null) ? 'destroyed' : 'scheduled',
});

/** From a request to the end of the last key. */
export const erasureHandlers: Handlers<Erasure> = {
  ErasureRequested: ({ data, meta, position }) => [
    {
      key: [data.erasure],
      next: () => ({
        erasure: data.erasure,
        subject: data.subject,
        subjectKind: data.subjectKind,
        requestedBy: data.requestedBy,
        document: data.document,
        askedBy: meta.actor.account,
        askedAt: meta.at,
        position,
        terms: [],
        approvals: [],
        declinedAt: null,
        declinedBasis: null,
        state: 'scheduled',
      }),
    },
  ],
  ErasureScheduled: (event) => {
    const terms = event.data.terms.map((term) => ({ ...term, destroyedAt: null }));
    return [{ key: [event.data.erasure], next: (row) => ({ ...existing(row, event), terms }) }];
  },
  ErasureApproved: (event) => {
    const { erasure, step } = event.data;
    const approval = { step, account: event.meta.actor.account, at: event.meta.at };
    const next = (row: Erasure | undefined): Erasure => {
      const found = existing(row, event);
      const state = step === 'first' ? 'awaitingSecond' : found.state;
      return { ...found, approvals: [...found.approvals, approval], state };
    };
    return [{ key: [erasure], next }];
  },
  ErasureDeclined: (event) => {
    const declined = {
      declinedAt: event.meta.at,
      declinedBasis: event.data.basis,
      state: 'declined',
    } as const;
    return [{ key: [event.data.erasure], next: (row) => ({ ...existing(row, event), ...declined }) }];
  },
  SubjectKeyDestroyed: ({ data: { erasure, subject, purpose }, meta: { at } }) => [
    {
      key: [erasure],
      next: (row) =>
        row &&
        settled({
          ...row,
          terms: row.terms.map((term) =>
            term.subject === subject && term.purpose === purpose ? { ...term, destroyedAt: at } : term,
          ),
        }),
    },
  ],
};
