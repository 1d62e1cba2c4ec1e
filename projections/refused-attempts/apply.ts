import type { Handlers } from '../projection.ts';
import type { RefusedAttempt } from './table.ts';

/** Who tried what, when, and why the answer was no. */
export const attemptHandlers: Handlers<RefusedAttempt> = {
  AttemptRefused: ({ data, meta, position }) => [
    {
      key: [position.toString()],
      next: () => ({
        position,
        attemptedAt: meta.at,
        actor: meta.actor.account,
        channel: meta.actor.channel,
        session: meta.actor.session,
        ...data,
      }),
    },
  ],
};
