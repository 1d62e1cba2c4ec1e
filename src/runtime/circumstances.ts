import type { Actor, Source } from '../../events/recorded.ts';
import type { Circumstances } from '../decisions/decision.ts';
import { colleges } from '../decisions/folds/college.ts';
import { dateIn, type Instant, type PlainDate } from '../policies/calendar.ts';
import type { States } from './states.ts';

let [lastMinute, lastDate] = ['', ''];

/** The date in a zone, worked out once a minute: no zone turns the day between two minutes. */
const dateOf = (zone: string, now: Instant): PlainDate => {
  const minute = `${zone} ${now.slice(0, 'YYYY-MM-DDTHH:MM'.length)}`;
  if (minute !== lastMinute) [lastMinute, lastDate] = [minute, dateIn(zone, now)];
  return lastDate;
};

/** What a decision knows beside the log: who orders, and the instant and the college's date of now. */
export const circumstancesOf = async (
  states: States,
  college: string,
  clock: () => Instant,
  { actor, source = 'online' }: { readonly actor: Actor; readonly source?: Source },
): Promise<Circumstances> => {
  const { state } = await states.get(colleges, `college-${college}`);
  const now = clock();
  return { actor, source, now, today: dateOf(state.zone, now), college };
};
