import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** A meeting of the pedagogical council; `null` before it is scheduled and after it was called off. */
export type CouncilState = { readonly on: PlainDate; readonly title: string | null } | null;

/** Folds `council-<id>`. */
export const councils = defineFold<CouncilState, 'council'>('council', null, {
  CouncilScheduled: (_, { data: { on }, sealed }) => ({ on, title: sealed?.title ?? null }),
  CouncilCancelled: () => null,
});
