import type { Context } from './context.ts';
import { problem } from './errors/problem.ts';

/** Said of every mutation that asks for a fresh proof of who the viewer is. */
export const ASKS_FOR_STEP_UP =
  'Asks for a proof of who you are that is minutes old, else `STEP_UP_REQUIRED`: see `stepUp`.';

/**
 * Throws `STEP_UP_REQUIRED` where the session was not authenticated lately: whoever found it open, or stole its token,
 * gets no further here (T09).
 */
export const demandFresh = async ({ doors }: Pick<Context, 'doors'>): Promise<void> => {
  const asked = await doors.authentication.stepUpAsked();
  if (!asked) return;
  const { maxAgeSeconds, ways } = asked;
  throw problem('STEP_UP_REQUIRED', { maxAgeSeconds, ways: ways.map((way) => way.toUpperCase()) });
};
