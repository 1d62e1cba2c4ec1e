import { colleges } from '../decisions/folds/college.ts';
import type { Fold } from '../decisions/decision.ts';
import type { EventLog } from '../log/event-log.ts';
import { dateIn, type Instant, type PlainDate } from '../policies/calendar.ts';
import { executor, type Clock, type Execute, type ExecutedCollege } from './execute.ts';
import { States } from './states.ts';

/** A college at work in this process. */
export interface RunningCollege extends ExecutedCollege {
  readonly log: EventLog;
  readonly execute: Execute;
  readonly now: () => Instant;
  /** Today's date in the college's zone. */
  readonly today: () => Promise<PlainDate>;
  /** The state of one stream as of its last event that this process knows of: exact after one's own command. */
  readonly stateOf: <State>(fold: Fold<State>, id: string) => Promise<State>;
}

/** Puts a college to work on a log, by a clock. */
export const runCollege = (log: EventLog, college: ExecutedCollege, clock: Clock): RunningCollege => {
  const states = new States(log, college.id);
  const stateOf = async <State>(fold: Fold<State>, id: string): Promise<State> =>
    (await states.get(fold, `${fold.category}-${id}`)).state;
  return {
    ...college,
    log,
    execute: executor(log, college, clock, states),
    now: clock,
    today: async () => dateIn((await stateOf(colleges, college.id)).zone, clock()),
    stateOf,
  };
};
