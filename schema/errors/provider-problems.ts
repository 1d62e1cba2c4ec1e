/** What a front end is told behind the `#` where the way back from the identity provider brings no code. */
export const PROVIDER_PROBLEMS = [
  'SIGN_IN_EXPIRED',
  'PROVIDER_REFUSED',
  'NOT_ASSIGNED',
  'PROVIDER_UNAVAILABLE',
] as const;

/** One of them. */
export type ProviderProblem = (typeof PROVIDER_PROBLEMS)[number];
