import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';

/** A division of a group that was proposed, who has agreed to it, and whether it stands. */
export interface DivisionState extends Omit<EventNamed<'SubgroupDivisionProposed'>['data'], 'division'> {
  /** Accounts. */
  readonly agreed: ReadonlySet<string>;
  readonly assigned: boolean;
}

/** Folds `division-<id>`. */
export const divisions = defineFold<DivisionState | null, 'division'>('division', null, {
  SubgroupDivisionProposed: (_, { data: { division: __, ...data } }) => ({
    ...data,
    agreed: new Set(),
    assigned: false,
  }),
  SubgroupDivisionAgreed: (state, { data }) =>
    state && { ...state, agreed: new Set([...state.agreed, data.account]) },
  SubgroupAssigned: (state) => state && { ...state, assigned: true },
});
