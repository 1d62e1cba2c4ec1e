import type { Pool } from 'pg';
import type { Webhook } from '../../projections/webhooks/table.ts';
import type { Result } from './sending.ts';

/** How far a webhook has come, and how it goes. */
export interface Progress {
  readonly webhook: string;
  readonly position: bigint;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly nextAt: Date | null;
}

/** One attempt to deliver one event. */
export interface Attempt {
  readonly webhook: string;
  readonly position: bigint;
  readonly event: string;
  readonly at: Date;
  readonly result: Result;
  readonly status: number | null;
  readonly durationMs: number;
}

/** What comes of an attempt: where the webhook stands now, and when it goes on. */
export interface Outcome extends Progress {
  readonly attempt: Omit<Attempt, 'webhook'>;
}

/** So many attempts of each webhook are kept. */
const KEPT_ATTEMPTS = 100;

const COLUMNS = `webhook, position, failures, failing_since AS "failingSince", next_at AS "nextAt"`;

const HEED = `
INSERT INTO webhook.progress AS p (college, webhook, position, started_by, heeded, generation)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (college, webhook) DO UPDATE SET
  position = CASE WHEN p.started_by < excluded.started_by THEN excluded.position ELSE p.position END,
  started_by = greatest(p.started_by, excluded.started_by),
  failures = CASE WHEN p.heeded < excluded.heeded THEN 0 ELSE p.failures END,
  failing_since = CASE WHEN p.heeded < excluded.heeded THEN NULL ELSE p.failing_since END,
  next_at = CASE WHEN p.heeded < excluded.heeded THEN NULL ELSE p.next_at END,
  heeded = greatest(p.heeded, excluded.heeded),
  generation = greatest(p.generation, excluded.generation)
RETURNING ${COLUMNS}`;

const PASS = `UPDATE webhook.progress SET position = $4 WHERE college = $1 AND webhook = $2 AND position = $3`;

const NOTE = `
WITH noted AS (
  INSERT INTO webhook.attempt (college, webhook, position, event, at, result, status, duration_ms)
  VALUES ($1, $2, $8, $9, $10, $11, $12, $13)
), trimmed AS (
  DELETE FROM webhook.attempt WHERE college = $1 AND webhook = $2 AND id <= (
    SELECT id FROM webhook.attempt WHERE college = $1 AND webhook = $2 ORDER BY id DESC
    OFFSET ${String(KEPT_ATTEMPTS - 1)} LIMIT 1)
)
UPDATE webhook.progress SET position = $4, failures = $5, failing_since = $6, next_at = $7
WHERE college = $1 AND webhook = $2 AND position = $3`;

const ATTEMPTS = `
SELECT a.webhook, a.position, a.event, a.at, a.result, a.status, a.duration_ms AS "durationMs"
FROM webhook.progress p CROSS JOIN LATERAL (
  SELECT * FROM webhook.attempt WHERE college = p.college AND webhook = p.webhook ORDER BY id DESC LIMIT $2
) a WHERE p.college = $1 ORDER BY a.id DESC`;

/**
 * How far webhooks have come, in PostgreSQL. A mark is moved by compare-and-set, so a second deliverer that does not know
 * of the first, or a replay that came in between, is never overwritten.
 */
export const postgresProgress = (pool: Pool) => ({
  /** Takes up what events said of a webhook since, and tells where it stands. */
  async heed(
    college: string,
    { webhook, startsAfter, startedBy, changedBy, generation }: Webhook,
  ): Promise<Progress> {
    const values = [college, webhook, startsAfter, startedBy, changedBy, generation];
    const [row] = (await pool.query<Progress>(HEED, values)).rows;
    if (!row) throw new Error('The progress of a webhook was not kept.');
    return row;
  },

  /** Passes over what nobody asked for; false where the mark was moved meanwhile. */
  async pass(college: string, webhook: string, from: bigint, to: bigint): Promise<boolean> {
    return (await pool.query(PASS, [college, webhook, from, to])).rowCount === 1;
  },

  /** Notes an attempt, and where that leaves the webhook; false where the mark was moved meanwhile. */
  async note(college: string, from: bigint, outcome: Outcome): Promise<boolean> {
    const { webhook, position, failures, failingSince, nextAt, attempt } = outcome;
    const { event, at, result, status, durationMs } = attempt;
    const place = [college, webhook, from, position, failures, failingSince, nextAt];
    const values = [...place, attempt.position, event, at, result, status, durationMs];
    return (await pool.query(NOTE, values)).rowCount === 1;
  },

  /** Where every webhook of a college stands. */
  async all(college: string): Promise<readonly (Progress & { readonly generation: number })[]> {
    return (
      await pool.query<Progress & { readonly generation: number }>(
        `SELECT ${COLUMNS}, generation FROM webhook.progress WHERE college = $1`,
        [college],
      )
    ).rows;
  },

  /** The last attempts of every webhook of a college, so many of each, the latest first. */
  async attempts(college: string, most: number): Promise<readonly Attempt[]> {
    return (await pool.query<Attempt>(ATTEMPTS, [college, most])).rows;
  },

  /** Forgets a webhook that was removed. */
  async forget(college: string, webhook: string): Promise<void> {
    await pool.query('DELETE FROM webhook.progress WHERE college = $1 AND webhook = $2', [college, webhook]);
  },
});

/** How far webhooks have come. */
export type WebhookProgress = ReturnType<typeof postgresProgress>;
