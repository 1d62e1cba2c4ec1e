import type { Actor, Source } from '../../events/recorded.ts';
import type { Circumstances } from '../decisions/decision.ts';
import { colleges } from '../decisions/folds/college.ts';
import { dateIn, type Instant } from '../policies/calendar.ts';
import type { States } from './states.ts';

/** What a decision knows beside the log: who orders, and the instant and the college's date of now. */
export const circumstancesOf = async (
  states: States,
  college: string,
  clock: () => Instant,
  { actor, source = 'online' }: { readonly actor: Actor; readonly source?: Source },
): Promise<Circumstances> => {
  const { state } = await states.get(colleges, `college-${college}`);
  const now = clock();
  return { actor, source, now, today: dateIn(state.zone, now), college };
};
