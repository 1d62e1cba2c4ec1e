import { colleges } from '../decisions/folds/college.ts';
import type { Deciding, Decision, Fold } from '../decisions/decision.ts';
import type { Command } from '../decisions/register.ts';
import type { EventLog } from '../log/event-log.ts';
import { dateIn, type Instant, type PlainDate } from '../policies/calendar.ts';
import { circumstancesOf } from './circumstances.ts';
import { deliberate } from './deliberation.ts';
import { executor, type Clock, type Execute, type ExecutedCollege } from './execute.ts';
import type { Order } from './order.ts';
import { States, type Room } from './states.ts';

/** A college at work in this process. */
export interface RunningCollege extends ExecutedCollege {
  readonly log: EventLog;
  readonly execute: Execute;
  /** What would be decided now; nothing is written, not even a refused attempt. */
  readonly consider: (command: Command, order: Pick<Order, 'actor' | 'source'>) => Promise<Decision>;
  readonly now: () => Instant;
  /** Today's date in the college's zone. */
  readonly today: () => Promise<PlainDate>;
  /** The state of one stream as of its last event that this process knows of: exact after one's own command. */
  readonly stateOf: <State>(fold: Fold<State>, id: string) => Promise<State>;
  /** Forgets every folded state, because texts that were erased may stand in it. */
  readonly forget: () => void;
  /** The answer to a question of the deciders, from states as exact as those of `stateOf`; nothing is decided. */
  readonly ask: <Answer>(question: Deciding<Answer>) => Promise<Answer>;
}

/** Puts a college to work on a log, by a clock; it remembers what it read in a room that it may share with others. */
export const runCollege = (
  log: EventLog,
  college: ExecutedCollege,
  clock: Clock,
  room?: Room,
): RunningCollege => {
  const states = new States(log, college.id, room);
  const stateOf = async <State>(fold: Fold<State>, id: string): Promise<State> =>
    (await states.get(fold, `${fold.category}-${id}`)).state;
  return {
    ...college,
    log,
    execute: executor(log, college, clock, states),
    consider: async (command, order) => {
      const circumstances = await circumstancesOf(states, college.id, clock, order);
      return (await deliberate(states, circumstances, command, true)).decision;
    },
    now: clock,
    today: async () => dateIn((await stateOf(colleges, college.id)).zone, clock()),
    stateOf,
    forget: () => {
      states.forget();
    },
    ask: async (question) => {
      let step = question.next([]);
      while (!step.done)
        step = question.next(await Promise.all(step.value.map(({ fold, id }) => stateOf(fold, id))));
      return step.value;
    },
  };
};
