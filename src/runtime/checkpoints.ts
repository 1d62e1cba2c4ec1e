import type { ClientBase, Pool } from 'pg';
import type { Projection } from '../../projections/definition.ts';
import { inRead } from './table-ddl.ts';
import type { TableShape } from './table-shape.ts';

/** How far a projection has come in a college's log, and by which version of its fold. */
export interface Checkpoint {
  readonly version: number;
  readonly position: bigint;
}

/** The table of checkpoints: it lies beside the rows, so that both are written in one transaction. */
export const CREATE_CHECKPOINTS = `CREATE TABLE IF NOT EXISTS read.checkpoint (
  projection text NOT NULL,
  college uuid NOT NULL,
  version int NOT NULL,
  position bigint NOT NULL,
  PRIMARY KEY (projection, college)
)`;

const FIND = 'SELECT version, position FROM read.checkpoint WHERE projection = $1 AND college = $2';

/** The checkpoint, or `null` where the college's log was never projected. */
export const findCheckpoint = async (
  on: Pool | ClientBase,
  projection: string,
  college: string,
): Promise<Checkpoint | null> => {
  const query = { name: 'checkpoint.find', text: FIND, values: [projection, college] };
  return (await on.query<Checkpoint>(query)).rows[0] ?? null;
};

/** Held by whoever starts a college, shared, and by a swap of the tables, alone: a swap forgets no college. */
const SWAP = `hashtextextended('gradeledger.swap.' || $1, 0)`;

/** Holds back the start of colleges until the transaction ends, and forgets those that the new tables lack. */
export const keepOnly = async (
  client: ClientBase,
  projection: string,
  colleges: readonly string[],
): Promise<void> => {
  await client.query(`SELECT pg_advisory_xact_lock(${SWAP})`, [projection]);
  await client.query('DELETE FROM read.checkpoint WHERE projection = $1 AND NOT college = ANY ($2::uuid[])', [
    projection,
    colleges,
  ]);
};

/** Starts a college from nothing: rows without a checkpoint are nobody's. */
export const startCheckpoint = async (
  client: ClientBase,
  { name, version }: Projection,
  shapes: readonly TableShape[],
  college: string,
): Promise<void> => {
  await client.query(`SELECT pg_advisory_xact_lock_shared(${SWAP})`, [name]);
  const insert = `INSERT INTO read.checkpoint (projection, college, version, position) VALUES ($1, $2, $3, 0)
    ON CONFLICT DO NOTHING`;
  const { rowCount } = await client.query(insert, [name, college, version]);
  if (rowCount === 0) return;
  for (const shape of shapes)
    await client.query(`DELETE FROM ${inRead(shape.name)} WHERE college = $1`, [college]);
};

const STANDS = 'projection = $1 AND college = $2 AND version = $3 AND position = $4';

const ADVANCE = `UPDATE read.checkpoint SET position = $5 WHERE ${STANDS}`;

/**
 * Moves a checkpoint on, if it stands where this projector left it. It comes first in the transaction: its row
 * lock makes a rebuild's swap and another projector wait. False: somebody else has moved it.
 */
export const advanceCheckpoint = async (
  on: Pool | ClientBase,
  { name, version }: Projection,
  college: string,
  from: bigint,
  to: bigint,
): Promise<boolean> => {
  const values = [name, college, version, String(from), String(to)];
  return (await on.query({ name: 'checkpoint.advance', text: ADVANCE, values })).rowCount === 1;
};
