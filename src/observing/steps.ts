import { channel, tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

/** A step of an answer, as whoever measures or traces is told of it: ids, types and numbers, nothing personal. */
export interface Step {
  readonly college: string;
  /** What is decided, written or waited for. */
  readonly of: string;
  /** How many appends share a batch. */
  readonly size?: number;
  /** What came of it, once it has ended: `appended`, `conflict`, a code … */
  outcome?: string;
}

/** The kinds of steps that are told of. */
export type StepName = 'decide' | 'append' | 'batch' | 'shown';

/** Where steps are told of: Node's own channels, which cost nothing as long as nobody listens. */
const channels: Readonly<Record<StepName, TracingChannel<Step>>> = {
  decide: tracingChannel('gradeledger:decide'),
  append: tracingChannel('gradeledger:append'),
  batch: tracingChannel('gradeledger:batch'),
  shown: tracingChannel('gradeledger:shown'),
};

/** Listens to the steps of a kind, from their beginning to their end; gives what stops that. */
export const listenTo = (
  name: StepName,
  began: (step: Step) => void,
  ended: (step: Step, isFault: boolean) => void,
): (() => void) => {
  const listener = {
    start: (step: Step) => {
      began(step);
    },
    asyncEnd: (step: Step) => {
      ended(step, 'error' in step);
    },
  };
  channels[name].subscribe(listener);
  return () => {
    channels[name].unsubscribe(listener);
  };
};

/** Does a step, and tells of it where somebody listens; `outcome` says in a word what came of it. */
export const observed = <Result>(
  name: StepName,
  step: Step,
  act: () => Promise<Result>,
  outcome: (result: Result) => string,
): Promise<Result> => {
  const telling = channels[name];
  if (!telling.hasSubscribers) return act();
  return telling.tracePromise(async () => {
    const result = await act();
    step.outcome = outcome(result);
    return result;
  }, step);
};

/** Whether an answer was at hand that had been put together before; told on Node's channel `gradeledger:kept`. */
export const keptAnswers = channel('gradeledger:kept');

/** Tells whether an answer was at hand. */
export const tellKept = (isAtHand: boolean): void => {
  if (keptAnswers.hasSubscribers) keptAnswers.publish(isAtHand);
};
