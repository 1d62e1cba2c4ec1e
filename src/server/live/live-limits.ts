/** How much of the server subscriptions may take (T44). */
export interface LiveLimits {
  /** WebSockets and event streams on one server. */
  readonly connections: number;
  /** WebSockets that have not said who they are yet. */
  readonly strangers: number;
  /** WebSockets and event streams of one account. */
  readonly connectionsOfAccount: number;
  /** Subscriptions on one server. */
  readonly subscriptions: number;
  /** Subscriptions of one account, over all of its connections. */
  readonly subscriptionsOfAccount: number;
  /** Subscriptions on one WebSocket. */
  readonly subscriptionsOfSocket: number;
  /** Bytes of one message of a client. */
  readonly messageBytes: number;
  /** Messages of one socket within ten seconds. */
  readonly messages: number;
  /** How long a socket may stay without saying who it is, in milliseconds. */
  readonly initMs: number;
  /** How often a connection is shown to be alive, in milliseconds; one that does not answer meanwhile is cut. */
  readonly keepAliveMs: number;
  /** How long a client may take to receive one answer, in milliseconds, before it is closed. */
  readonly slowMs: number;
}

/** A screen holds some five subscriptions; a person, a few screens. */
export const LIVE_LIMITS: LiveLimits = {
  connections: 5_000,
  strangers: 500,
  connectionsOfAccount: 10,
  subscriptions: 10_000,
  subscriptionsOfAccount: 50,
  subscriptionsOfSocket: 20,
  messageBytes: 128 * 1024,
  messages: 200,
  initMs: 3_000,
  keepAliveMs: 12_000,
  slowMs: 15_000,
};
