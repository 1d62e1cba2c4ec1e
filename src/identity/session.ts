/** A session ends after this long without a request (ASVS 5.0 7.3.1). */
export const IDLE_SECONDS = 30 * 60;

/** A session ends this long after sign-in, whatever happens (ASVS 5.0 7.3.2): about a working day. */
export const ABSOLUTE_SECONDS = 12 * 60 * 60;

/** The beginning of every access token. */
export const TOKEN_PREFIX = 'gl_';

/** How a person came in; it stands in the metadata of what they then do. */
export type Channel = 'api' | 'cli';

/** How somebody proved who they are: by a one-time code, by their password, or to the college's identity provider. */
export type Method = 'code' | 'password' | 'provider';

/** Who is signed in, where and until when. Roles are not kept here: they are read anew with every request. */
export interface Session {
  readonly id: string;
  readonly college: string;
  readonly account: string;
  readonly channel: Channel;
  /** How they last proved who they are, and when; a step-up moves it on, a refreshed page does not. */
  readonly method: Method;
  readonly authenticatedAt: string;
  /** The last instant it is good for, if no request comes before: `2026-11-22T08:15:30.123Z`. */
  readonly expires: string;
}
