import type { Capability } from '../src/policies/access.ts';
import { scopeOf, type Scope, type Viewer } from '../src/policies/scope.ts';
import type { RunningCollege } from '../src/runtime/college.ts';
import { accessDenied } from './access-denied.ts';
import type { AccessContext } from './access.ts';

/** A viewer with a session: who they are, what they may ever do, and the college they came to. */
export interface SignedIn extends Viewer {
  readonly capabilities: ReadonlySet<Capability>;
}

/** The language in which messages are put; codes are the same in each. */
export type Locale = 'en' | 'ru';

/** What every resolver is given. */
export interface Context extends AccessContext {
  readonly viewer: SignedIn | null;
  readonly locale: Locale;
  /** The college of the viewer; asking for it without a session is refused. */
  readonly college: () => RunningCollege;
  /** Waits, bounded, until the read models have reached a position; false when they have not in time. */
  readonly settled: (position: bigint) => Promise<boolean>;
}

/** The viewer, where a field is for the signed-in only. */
export const viewerOf = ({ viewer }: Pick<Context, 'viewer'>): SignedIn => {
  if (!viewer) throw accessDenied(null, []);
  return viewer;
};

/** The rows that the viewer may read under a capability. */
export const scopeFor = (context: Pick<Context, 'viewer'>, capability: Capability): Scope =>
  scopeOf(viewerOf(context), capability);
