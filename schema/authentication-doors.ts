/** A way to prove who one is. */
export type SignInWay = 'code' | 'password' | 'provider';

/** A session that has begun: its token, which is shown once, and when it ends. */
export interface Begun {
  readonly token: string;
  readonly expires: string;
}

/** What a step-up takes: a proof so young, by one of these ways. */
export interface StepUpAsked {
  readonly maxAgeSeconds: number;
  readonly ways: readonly SignInWay[];
}

/** A proof that is offered in a session: a one-time code (which is also what the provider's way ends in), or the password. */
export type Offered =
  { readonly way: 'code'; readonly code: string } | { readonly way: 'password'; readonly password: string };

/** How a request proves who is behind it; what stands behind it, the server knows. */
export interface Authentication {
  /** Where a browser begins to sign in with the provider; `null` where the server has none. */
  readonly providerPath: string | null;
  /** Begins a session by name and password; `null` where one of them is wrong, whichever. Throws when tried too often. */
  readonly signIn: (name: string, password: string) => Promise<Begun | null>;
  /** The name the viewer signs in by, where they have a password. */
  readonly ownName: () => Promise<string | null>;
  /** What is to be proved anew before something grave is done; `null` where the session's proof is young enough. */
  readonly stepUpAsked: () => Promise<StepUpAsked | null>;
  /** Gives the session a younger proof and a new token; `null` where the proof proves nothing. */
  readonly stepUp: (offered: Offered) => Promise<Begun | null>;
  /** Whether that is the viewer's password. Throws when tried too often. */
  readonly isOwnPassword: (password: string) => Promise<boolean>;
  /** Gives the viewer a password and ends their other sessions; the name to sign in by. */
  readonly setPassword: (password: string) => Promise<string>;
  /** Whether a person of the provider is the holder of another account of the viewer's college already. */
  readonly isTaken: (account: string, subject: string) => Promise<boolean>;
  /** Lets a person of the provider come in as the holder of an account of the viewer's college. */
  readonly assignIdentity: (account: string, subject: string) => Promise<void>;
  /** Ends that, and the sessions that began so. */
  readonly releaseIdentity: (account: string) => Promise<void>;
}
