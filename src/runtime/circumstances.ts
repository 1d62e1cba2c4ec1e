import type { Circumstances } from '../decisions/decision.ts';
import { colleges } from '../decisions/folds/college.ts';
import { clockIn, type Instant, type LocalTime } from '../policies/calendar.ts';
import type { Order } from './order.ts';
import type { States } from './states.ts';

let lastMinute = '';
let lastTime: LocalTime = { today: '', time: '' };

/** The date and time of day in a zone, worked out once a minute. */
const localTimeOf = (zone: string, now: Instant): LocalTime => {
  const minute = `${zone} ${now.slice(0, 'YYYY-MM-DDTHH:MM'.length)}`;
  if (minute !== lastMinute) [lastMinute, lastTime] = [minute, clockIn(zone, now)];
  return lastTime;
};

/** What a decision knows beside the log: who orders, and the instant and the college's date of now. */
export const circumstancesOf = async (
  states: States,
  college: string,
  clock: () => Instant,
  { actor, source = 'online', outage = null }: Pick<Order, 'actor' | 'source' | 'outage'>,
): Promise<Circumstances> => {
  const { state } = await states.get(colleges, `college-${college}`);
  const now = clock();
  return { actor, source, outage, now, ...localTimeOf(state.zone, now), college };
};
