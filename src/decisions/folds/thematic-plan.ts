import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

type Adopted = EventNamed<'ThematicPlanAdopted'>['data'];
type Item = EventNamed<'ThematicPlanItemSet'>['data'];

/** One topic of a plan; its text may have been erased. */
export interface PlanItem extends Omit<Item, 'plan' | 'item'> {
  readonly topic: string;
}

/** A thematic plan; `null` before it is adopted. */
export type ThematicPlanState =
  | (Pick<Adopted, 'courseUnit' | 'group' | 'academicYear' | 'hours'> & {
      readonly items: ReadonlyMap<string, PlanItem>;
    })
  | null;

/** Folds `thematicPlan-<id>`. */
export const thematicPlans = defineFold<ThematicPlanState, 'thematicPlan'>('thematicPlan', null, {
  ThematicPlanAdopted: (_, { data: { courseUnit, group, academicYear, hours } }) => ({
    courseUnit,
    group,
    academicYear,
    hours,
    items: new Map(),
  }),
  ThematicPlanItemSet: (state, { data: { plan: _, item, ...data }, sealed }) =>
    state && {
      ...state,
      items: withEntry(state.items, item, { ...data, topic: sealed?.topic ?? '' }),
    },
  ThematicPlanItemDropped: (state, { data }) =>
    state && { ...state, items: withoutEntry(state.items, data.item) },
  ThematicPlanAdjusted: (state, { data: { hours } }) => state && { ...state, hours },
});
