import { GraphQLError } from 'graphql';

/** Why a connection is closed, as a WebSocket says it. */
export interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** The codes of graphql-ws and of RFC 6455; a client that retries does so after 4403 and 1013, not after 4401. */
export const CLOSINGS = {
  unauthenticated: { code: 4401, reason: 'Sign in: there is no session, or it has ended.' },
  forbidden: { code: 4403, reason: 'The account has no right any more.' },
  tooMany: { code: 4429, reason: 'Too many connections or messages: use fewer.' },
  tooSlow: { code: 1013, reason: 'Too slow: come back and name the last position.' },
  goingAway: { code: 1001, reason: 'The server is stopping: come back and name the last position.' },
  fault: { code: 4500, reason: 'Something failed on the server.' },
} as const satisfies Readonly<Record<string, Closing>>;

/** Somebody has more open than anybody needs. */
export const tooManyOpen = (what: string, limit: number): GraphQLError =>
  new GraphQLError(`Too many ${what} are open: at most ${String(limit)}.`, {
    extensions: { code: 'RATE_LIMITED', limit },
  });

/** The session has ended while a subscription was open. */
export const sessionEnded = (): GraphQLError =>
  new GraphQLError('The session has ended: sign in again.', { extensions: { code: 'UNAUTHENTICATED' } });

/** The feed behind a subscription has ended. */
export const feedEnded = (): GraphQLError =>
  new GraphQLError('The subscription was interrupted: come back and name the last position.', {
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  });
