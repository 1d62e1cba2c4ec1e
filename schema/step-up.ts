import { GraphQLError } from 'graphql';
import type { Context } from './context.ts';

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
  throw new GraphQLError('Prove first that it is still you: stepUp with a code or your password.', {
    extensions: {
      code: 'STEP_UP_REQUIRED',
      maxAgeSeconds,
      ways: ways.map((way) => way.toUpperCase()),
      http: { status: 403 },
    },
  });
};
