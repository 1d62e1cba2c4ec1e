import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { LedgerFault } from '../fault.ts';
import { leafHash } from '../leaf.ts';
import { demandMirrored } from './check.ts';
import { readLeaves } from './kept-leaves.ts';

/** What a restore did. */
export interface Restored {
  readonly origin: string;
  /** How many events the database had, and has now. */
  readonly before: number;
  readonly after: number;
}

/** What a body says of the row it belongs in. */
interface Body {
  readonly at: string;
  readonly command: string;
  readonly id: string;
  readonly revision: number;
  readonly sealed: readonly unknown[];
  readonly stream: string;
  readonly type: string;
  readonly v: number;
}

const LEAVES = `SELECT e.position, e.leaf_hash AS hash FROM log.event e
 WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + 5000 ORDER BY e.position`;

const STREAM = `INSERT INTO log.stream (no, college, name, revision) VALUES (nextval('log.stream_no'), $1, $2, $3)
  ON CONFLICT (college, name) DO UPDATE SET revision = excluded.revision RETURNING no`;

const EVENT = `INSERT INTO log.event
    (college, position, stream, revision, id, command, type, version, sealed, recorded_at, body, leaf_hash)
  VALUES ($1, $2::bigint, $3, $4, $5, $6, $7, $8, $9,
    greatest($10::timestamptz, (SELECT recorded_at FROM log.event WHERE college = $1 AND position = $2::bigint - 1)), $11, $12)`;

// What the command contained is in no leaf: its fingerprint is one that no command has, so a repetition is told "reused".
const COMMAND = `INSERT INTO log.command (college, id, fingerprint, first, last, recorded_at)
  SELECT $1, $2, $3, $4, $5, recorded_at FROM log.event WHERE college = $1 AND position = $5`;

/** Makes the leaves that events after a position and up to another lie in. */
const MAKE_LEAVES = `SELECT log.make_leaf(c.no, n) FROM log.college c,
    generate_series($2::bigint / c.leaf + 1, ($3::bigint - 1) / c.leaf + 1) n WHERE c.no = $1`;

/** A key that was destroyed since the backup takes its texts with it again. */
const DETACH = `SELECT log.detach($1, $2)`;

/** Holds what the database has to the mirror, leaf by leaf; gives how many events that are. */
const demandPrefix = async (
  db: PoolClient,
  no: number,
  leaves: AsyncGenerator<Buffer, void>,
): Promise<number> => {
  let size = 0;
  for (;;) {
    const { rows } = await db.query<{ position: bigint; hash: Buffer }>(LEAVES, [no, size]);
    if (rows.length === 0) return size;
    for (const { position, hash } of rows) {
      const { value: leaf, done } = await leaves.next();
      size += 1;
      if (done)
        throw new LedgerFault(`The database has event ${position}, and the mirror has ${size - 1} events.`);
      if (Number(position) !== size || !leafHash(leaf).equals(hash))
        throw new LedgerFault(
          `Event ${size} in the database is not the mirrored one: a log that went on after a restore cannot be refilled.`,
        );
    }
  }
};

/** Puts one event back where it was. */
const refill = async (db: PoolClient, no: number, position: number, leaf: Buffer): Promise<Body> => {
  const text = leaf.toString('utf8');
  const body = JSON.parse(text) as Body;
  const { rows } = await db.query<{ no: bigint }>(STREAM, [no, body.stream, body.revision]);
  const { id, command, type, v, sealed, at, revision } = body;
  const values = [no, position, rows[0]?.no, revision, id, command, type, v, sealed.length, at, text];
  await db.query(EVENT, [...values, leafHash(leaf)]);
  if (type === 'SubjectKeyDestroyed') await db.query(DETACH, [no, text]);
  return body;
};

/**
 * Refills the log of a database that was restored from an older backup with the events that a mirror holds: the same bytes,
 * so the same tree, and no fork. `owner` acts as the owner of the tables, whose triggers forbid every change but an addition.
 * Throws `LedgerFault`, and changes nothing, when the mirror is not what it cosigned or does not continue the database.
 */
export const restoreFromMirror = async (
  owner: Pool,
  folder: string,
  checkpoint: Checkpoint,
): Promise<Restored> => {
  const { origin, size } = checkpoint;
  await demandMirrored(folder, checkpoint);
  return inTransaction(owner, 'BEGIN', async (db) => {
    const found = await db.query<{ no: number }>('SELECT no FROM log.college WHERE origin = $1', [origin]);
    const no = found.rows[0]?.no;
    if (no === undefined) throw new LedgerFault(`The database has no log ${origin}.`);
    await db.query('SELECT pg_advisory_xact_lock(7001, $1)', [no]);
    const elsewhere = await db.query('SELECT FROM log.source WHERE college = $1', [no]);
    if (elsewhere.rowCount)
      throw new LedgerFault(`The log ${origin} lies in KurrentDB: its index is numbered again from there.`);
    const leaves = readLeaves(folder);
    const before = await demandPrefix(db, no, leaves);
    await db.query(MAKE_LEAVES, [no, before, size]);
    const written = { id: '', first: before + 1 };
    const close = async (last: number): Promise<void> => {
      if (written.id === '') return;
      const nobody = createHash('sha256').update('refilled').update(written.id).digest();
      await db.query(COMMAND, [no, written.id, nobody, written.first, last]);
    };
    for (let position = before + 1; position <= size; position += 1) {
      const { value: leaf, done } = await leaves.next();
      if (done) throw new LedgerFault('The mirror ended early.');
      const { command } = await refill(db, no, position, leaf);
      if (written.id === command) continue;
      await close(position - 1);
      Object.assign(written, { id: command, first: position });
    }
    await close(size);
    return { origin, before, after: Math.max(before, size) };
  });
};
