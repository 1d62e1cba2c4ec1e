/** Why a connection is closed, as a WebSocket says it. */
export interface ClosingShape {
  readonly code: number;
  /** Whether a client may come back at once: what graphql-ws calls a close that is not fatal. */
  readonly again: boolean;
}

/**
 * The codes of graphql-ws and of RFC 6455 that a client meets. Those of the second half the protocol itself gives, in
 * its own words.
 */
export const CLOSINGS = {
  unauthenticated: { code: 4401, again: false },
  forbidden: { code: 4403, again: true },
  tooMany: { code: 4429, again: false },
  tooSlow: { code: 1013, again: true },
  goingAway: { code: 1001, again: true },
  fault: { code: 4500, again: false },
  malformedMessage: { code: 4400, again: false },
  wrongProtocol: { code: 4406, again: false },
  notInTime: { code: 4408, again: true },
  sameSubscriptionTwice: { code: 4409, again: false },
  initTwice: { code: 4429, again: false },
  messageTooBig: { code: 1009, again: true },
} as const satisfies Readonly<Record<string, ClosingShape>>;

/** The name of a closing. */
export type ClosingName = keyof typeof CLOSINGS;
