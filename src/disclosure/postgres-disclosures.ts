import type { Pool } from 'pg';
import type { Disclosures, Reading, ReadingFilter, RecordedReading } from './reading.ts';

/** Readings that wait for the disk, at most: beyond that nothing more is shown until they are there. */
const WAITING_MOST = 2_000;

/** Readings written by one statement, at most. */
const BATCH = 200;

const INSERT = `INSERT INTO disclosure.reading
    (college, account, session, roles, purposes, fields, subjects, operation, request)
  SELECT college, account, session, roles, purposes, fields, subjects, operation, request
    FROM jsonb_to_recordset($1::jsonb) AS r(college uuid, account uuid, session text, roles text[], purposes text[],
      fields text[], subjects uuid[], operation text, request uuid)`;

const LIST = `SELECT id AS position, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
    college, account, session, roles, purposes, fields, subjects, operation, request
  FROM disclosure.reading
  WHERE college = $1 AND ($2::bigint IS NULL OR id < $2) AND ($3::uuid IS NULL OR account = $3)
    AND ($4::uuid[] IS NULL OR subjects && $4) AND ($5::timestamptz IS NULL OR at >= $5)
    AND ($6::timestamptz IS NULL OR at < $6)
  ORDER BY id DESC LIMIT $7`;

interface Waiting {
  readonly reading: Reading;
  readonly resolve: () => void;
  readonly reject: (fault: unknown) => void;
}

/** The record could not be written: what it is about must not be shown. */
class DisclosureFault extends Error {
  override readonly name = 'DisclosureFault';
}

/**
 * The record in PostgreSQL. One statement is under way at a time, and takes along every reading that arrived
 * meanwhile; nothing is lost silently, because each waits for its own to be on the disk.
 */
export const postgresDisclosures = (pool: Pool, most = WAITING_MOST): Disclosures => {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const write = async (): Promise<void> => {
    if (isWriting) return;
    isWriting = true;
    for (let batch = waiting.splice(0, BATCH); batch.length > 0; batch = waiting.splice(0, BATCH))
      try {
        await pool.query(INSERT, [JSON.stringify(batch.map(({ reading }) => reading))]);
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        const fault = new DisclosureFault('A reading of personal data could not be recorded.', { cause });
        for (const { reject } of batch) reject(fault);
      }
    isWriting = false;
  };

  return {
    record: (reading) =>
      new Promise((resolve, reject) => {
        if (waiting.length >= most) {
          reject(new DisclosureFault('Too many readings of personal data wait to be recorded.'));
          return;
        }
        waiting.push({ reading, resolve, reject });
        void write();
      }),

    async list(college, { account, subjects, from, to }: ReadingFilter, limit, before) {
      const values = [
        college,
        before?.toString() ?? null,
        account ?? null,
        subjects ?? null,
        from ?? null,
        to ?? null,
        limit,
      ];
      return (await pool.query<RecordedReading>(LIST, values)).rows;
    },
  };
};
