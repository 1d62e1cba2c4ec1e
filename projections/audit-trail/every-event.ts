import { events } from '../../events/register.ts';
import type { Recorded } from '../../events/recorded.ts';
import type { Change, Handlers } from '../projection.ts';

/** The same handler for every event there is: a new one is in the trail from its first day. */
export const handlersOfEvery = <Row>(handler: (event: Recorded) => readonly Change<Row>[]): Handlers<Row> =>
  Object.fromEntries(Object.keys(events).map((type) => [type, handler]));
