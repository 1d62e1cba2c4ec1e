import type { Pool } from 'pg';
import { errorCode } from '../database/error-code.ts';
import { inRead } from './table-ddl.ts';
import type { Statement } from './table-rows.ts';

/** The tables in whose files overwritten texts still lie: written with the rows, so that no crash forgets one. */
export const CREATE_SCRUBS = `CREATE TABLE IF NOT EXISTS read.scrub (
  table_name text PRIMARY KEY,
  since timestamptz NOT NULL DEFAULT clock_timestamp()
)`;

const NOTE = `INSERT INTO read.scrub (table_name) VALUES ($1)
  ON CONFLICT (table_name) DO UPDATE SET since = clock_timestamp()`;

/** Notes that a table has to be written anew, in the transaction that overwrites texts in it. */
export const scrubNote = (table: string): Statement => ({ name: 'scrub.note', text: NOTE, values: [table] });

const LOCK_NOT_AVAILABLE = '55P03';

/** Readers come first: a table in use is tried again the next time. */
const PATIENCE_MS = 200;

/** A table above this size, in bytes, is locked for seconds while it is written anew. */
const LARGE = 256 * 1024 * 1024;

interface Noted {
  readonly name: string;
  readonly since: Date | string;
}

const NOTED = `SELECT table_name AS name, since::text AS since FROM read.scrub
  WHERE $1::bigint IS NULL OR coalesce(pg_total_relation_size(to_regclass('read.' || quote_ident(table_name))), 0) < $1
  ORDER BY since`;

/**
 * Writes tables anew from which texts were erased: an overwritten row stays in the file until its page is written over,
 * after VACUUM too; only a new file has nothing of it (provable history: VACUUM FULL). Large tables wait until it is
 * quiet. How many are left.
 */
export const scrubTables = async (pool: Pool, isQuiet: boolean): Promise<number> => {
  const { rows } = await pool.query<Noted>(NOTED, [isQuiet ? null : LARGE]);
  for (const { name, since } of rows) {
    const client = await pool.connect();
    try {
      await client.query(`SET lock_timeout TO ${String(PATIENCE_MS)}`);
      await client.query(`VACUUM (FULL, ANALYZE FALSE) ${inRead(name)}`);
      await client.query('DELETE FROM read.scrub WHERE table_name = $1 AND since = $2::timestamptz', [
        name,
        since,
      ]);
    } catch (error) {
      if (errorCode(error) !== LOCK_NOT_AVAILABLE) throw error;
    } finally {
      await client.query('RESET lock_timeout').catch(() => undefined);
      client.release();
    }
  }
  return (await pool.query('SELECT FROM read.scrub')).rowCount ?? 0;
};
