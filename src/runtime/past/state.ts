import type { Fold } from '../../decisions/decision.ts';
import type { EventLog } from '../../log/event-log.ts';
import { eventsUntil } from './streams.ts';

/** What the events of one stream added up to at a position, itself included. */
export const stateAsOf = async <State>(
  log: EventLog,
  college: string,
  { category, initial, evolve }: Fold<State>,
  id: string,
  position: bigint,
): Promise<State> =>
  (await eventsUntil(log, college, [`${category}-${id}`], position)).reduce(evolve, initial);
