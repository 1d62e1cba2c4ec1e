import type { Pool } from 'pg';
import { IDLE_SECONDS, type Channel, type Method } from './session.ts';

/** A session that still holds. */
export interface SessionEntry {
  readonly id: string;
  readonly channel: Channel;
  readonly signedInAt: string;
  readonly method: Method;
  readonly authenticatedAt: string;
  /** When it was last used, to the minute: the idle time is moved on that often. */
  readonly lastSeenAt: string;
  readonly expires: string;
}

const instant = (sql: string): string =>
  `to_char(${sql} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const LAST_SEEN = `(idle_until - make_interval(secs => ${IDLE_SECONDS}))`;

/** The sessions of an account that still hold, latest first. */
export const openSessions = async (
  pool: Pool,
  college: string,
  account: string,
  now: string,
): Promise<readonly SessionEntry[]> => {
  const { rows } = await pool.query<SessionEntry>({
    name: 'identity.open_sessions',
    text: `SELECT id, channel, method, ${instant('signed_in_at')} AS "signedInAt",
             ${instant('authenticated_at')} AS "authenticatedAt", ${instant(LAST_SEEN)} AS "lastSeenAt",
             ${instant('least(idle_until, ends_at)')} AS expires
           FROM identity.session
           WHERE college = $1 AND account = $2 AND signed_out_at IS NULL AND idle_until > $3 AND ends_at > $3
           ORDER BY signed_in_at DESC, id`,
    values: [college, account, now],
  });
  return rows;
};

/** When each of some accounts last used a session that is still kept; those that used none are left out (R-ACC-11). */
export const lastSeen = async (
  pool: Pool,
  college: string,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ account: string; at: string }>({
    name: 'identity.last_seen',
    text: `SELECT account, ${instant(`max(${LAST_SEEN})`)} AS at FROM identity.session
           WHERE college = $1 AND account = ANY ($2) GROUP BY account`,
    values: [college, accounts],
  });
  return new Map(rows.map(({ account, at }) => [account, at]));
};
