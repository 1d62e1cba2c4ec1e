import { decide, type Command } from '../decisions/register.ts';
import type { Circumstances, Decision } from '../decisions/decision.ts';
import type { Rested, States } from './states.ts';

/** A decision, and every stream it read. */
export interface Deliberation {
  readonly decision: Decision;
  readonly rested: ReadonlyMap<string, Rested>;
}

/**
 * Runs a decider to its end, feeding it the states of the streams it asks for. `exact`: nobody will hold what it read
 * against the log, so nothing is taken for new without a look.
 */
export const deliberate = async (
  states: States,
  circumstances: Circumstances,
  command: Command,
  exact = false,
): Promise<Deliberation> => {
  const rested = new Map<string, Rested>();
  const deciding = decide(circumstances, command);
  let step = deciding.next([]);
  while (!step.done) {
    const answers = await Promise.all(
      step.value.map(async ({ fold, id, isLikelyNew = false }) => {
        const stream = `${fold.category}-${id}`;
        const known = rested.get(stream);
        if (known) return known.folded.state;
        const folded =
          isLikelyNew && !exact ? states.newUnlessKnown(fold, stream) : await states.get(fold, stream);
        rested.set(stream, { fold, folded });
        return folded.state;
      }),
    );
    step = deciding.next(answers);
  }
  return { decision: step.value, rested };
};
