import { tracingChannel, type TracingChannel } from 'node:diagnostics_channel';

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
export const STEPS = ['decide', 'append', 'batch', 'shown'] as const;

/** One of them. */
export type StepName = (typeof STEPS)[number];

/** Where steps are told of: Node's own channels, which cost nothing as long as nobody listens. */
export const stepChannel = (name: StepName): TracingChannel<unknown, Step> =>
  tracingChannel<unknown, Step>(`gradeledger:${name}`);

const channels = {
  decide: stepChannel('decide'),
  append: stepChannel('append'),
  batch: stepChannel('batch'),
  shown: stepChannel('shown'),
};

/** Does a step, and tells of it where somebody listens; `outcome` says in a word what came of it. */
export const observed = <Result>(
  name: StepName,
  step: Step,
  act: () => Promise<Result>,
  outcome: (result: Result) => string,
): Promise<Result> => {
  const channel = channels[name];
  if (!channel.hasSubscribers) return act();
  return channel.tracePromise(async () => {
    const result = await act();
    step.outcome = outcome(result);
    return result;
  }, step);
};
