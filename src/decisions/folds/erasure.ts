import type { EventNamed } from '../../../events/register.ts';
import type { Purpose } from '../../../events/event.ts';
import { defineFold } from '../decision.ts';

/** A key by what it is for: the texts about one subject that one purpose keeps. */
export interface KeyOf {
  readonly subject: string;
  readonly purpose: Purpose;
}

/** From which day on the data of one key may be destroyed. */
export type ErasureTerm = EventNamed<'ErasureScheduled'>['data']['terms'][number];

/** The first of two persons who agreed, and to what. */
export interface FirstApproval {
  readonly by: string;
  readonly keys: readonly KeyOf[];
}

/** An erasure: what is to go from when on, who has agreed, what has gone; `null` before it was asked for. */
export type ErasureState = {
  readonly data: EventNamed<'ErasureRequested'>['data'];
  readonly askedBy: string;
  readonly terms: readonly ErasureTerm[];
  readonly approval: FirstApproval | null;
  readonly destroyed: readonly KeyOf[];
  readonly declined: boolean;
} | null;

/** Whether two name the same key. */
const isSameKey = (a: KeyOf, b: KeyOf): boolean => a.subject === b.subject && a.purpose === b.purpose;

/** Whether a key is one of some. */
export const isAmong = (keys: readonly KeyOf[], key: KeyOf): boolean =>
  keys.some((one) => isSameKey(one, key));

/** Those of an erasure's terms whose data have not been destroyed. */
export const openTerms = ({ terms, destroyed }: NonNullable<ErasureState>): readonly ErasureTerm[] =>
  terms.filter((term) => !isAmong(destroyed, term));

/** Folds `erasure-<id>`. */
export const erasures = defineFold<ErasureState, 'erasure'>('erasure', null, {
  ErasureRequested: (_, { data, meta }) => ({
    data,
    askedBy: meta.actor.account,
    terms: [],
    approval: null,
    destroyed: [],
    declined: false,
  }),
  ErasureScheduled: (state, { data: { terms } }) => state && { ...state, terms },
  ErasureApproved: (state, { data: { step, keys }, meta }) =>
    state &&
    (step === 'first'
      ? { ...state, approval: { by: meta.actor.account, keys } }
      : { ...state, approval: null, destroyed: [...state.destroyed, ...keys] }),
  ErasureDeclined: (state) => state && { ...state, declined: true, approval: null },
});
