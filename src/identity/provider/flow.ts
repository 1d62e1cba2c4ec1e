import type { Pool } from 'pg';
import { hashOf, isSecret, newSecret } from '../secret.ts';

/** Seconds that somebody has to sign in at the provider: long enough for a second factor. */
const FLOW_SECONDS = 10 * 60;

/** A way to the provider and back, as the browser that goes it knows it. */
export interface BegunFlow {
  /** Comes back with the answer of the provider. */
  readonly state: string;
  /** Stays in a cookie of the browser: an answer that somebody else brings is not taken (CSRF, fixation). */
  readonly browser: string;
}

/** What this side keeps of it. */
export interface KeptFlow {
  readonly college: string;
  readonly nonce: string;
  /** The PKCE secret: whoever catches the answer alone can do nothing with it. */
  readonly verifier: string;
  readonly isStepUp: boolean;
}

/** Begins a way to the provider. */
export const beginFlow = async (
  pool: Pool,
  { college, nonce, verifier, isStepUp }: KeptFlow,
  now: string,
): Promise<BegunFlow> => {
  const flow = { state: newSecret(''), browser: newSecret('') };
  await pool.query({
    name: 'identity.begin_flow',
    text: `INSERT INTO identity.provider_flow
             (state_hash, browser_hash, college, nonce, verifier, is_step_up, expires_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz + make_interval(secs => $8))`,
    values: [hashOf(flow.state), hashOf(flow.browser), college, nonce, verifier, isStepUp, now, FLOW_SECONDS],
  });
  return flow;
};

/** Ends a way to the provider: once, for the browser that began it, in its time; else `null`. */
export const endFlow = async (
  pool: Pool,
  { state, browser }: BegunFlow,
  now: string,
): Promise<KeptFlow | null> => {
  if (!isSecret('', state) || !isSecret('', browser)) return null;
  const { rows } = await pool.query<KeptFlow>({
    name: 'identity.end_flow',
    text: `DELETE FROM identity.provider_flow WHERE state_hash = $1 AND browser_hash = $2 AND expires_at > $3
           RETURNING college, nonce, verifier, is_step_up AS "isStepUp"`,
    values: [hashOf(state), hashOf(browser), now],
  });
  return rows[0] ?? null;
};
