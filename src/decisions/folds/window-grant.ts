import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';

/** A grant of an edit window that was proposed; `null` before that. */
export type ProposedGrant = {
  readonly data: EventNamed<'EditWindowGrantProposed'>['data'];
  readonly proposedBy: string;
  readonly declined: boolean;
  /** `null` where the text was erased. */
  readonly reason: string | null;
} | null;

/** Folds `windowGrant-<grant>`. */
export const proposedGrants = defineFold<ProposedGrant, 'windowGrant'>('windowGrant', null, {
  EditWindowGrantProposed: (_, { data, sealed, meta }) => ({
    data,
    proposedBy: meta.actor.account,
    declined: false,
    reason: sealed?.reason ?? null,
  }),
  EditWindowGrantDeclined: (state) => state && { ...state, declined: true },
});
