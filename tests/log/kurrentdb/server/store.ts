import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeIdentifier, Pool } from 'pg';

/** A record as it is to be written; `of` counts the streams of the request from 0. */
export interface NewRecord {
  readonly of: number;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** A record as it lies in the store; numbers are text because they reach 2^63 - 1. */
export interface StoredRecord {
  readonly position: string;
  readonly stream: string;
  readonly revision: string;
  readonly id: string;
  readonly type: string;
  readonly json: boolean;
  readonly data: Buffer;
  readonly metadata: Buffer;
  readonly recorded_at: Date;
}

/** A stream of a request: the revision it must stand at, or -1 none, -2 any, -4 some. */
export interface Expectation {
  readonly stream: string;
  readonly expected: string;
}

/** What became of one stream of a write: `written` records stood there before. */
export interface Verdict {
  readonly outcome: 'stored' | 'written' | 'failed';
  readonly blamed: boolean;
  readonly current: string;
  readonly soft: boolean;
  readonly last: string | null;
  readonly at: string | null;
}

/** What a stream admits to readers. */
export interface StreamState {
  readonly last: bigint;
  readonly first: bigint;
  readonly isTombstoned: boolean;
  readonly isDeleted: boolean;
}

/** Which records of `$all` are wanted: by the start of a name, or by an expression. */
export interface RecordFilter {
  readonly on: 'stream' | 'type';
  readonly prefixes: readonly string[];
  readonly expression: string;
}

/** The revision of a tombstone, and what a deletion is truncated before. */
export const DELETED = '9223372036854775807';

const MATCHES = `CASE WHEN $3::text IS NULL THEN true
  ELSE EXISTS (SELECT FROM unnest($4::text[]) p WHERE starts_with(CASE $3 WHEN 'stream' THEN stream ELSE type END, p))
       OR ($5 <> '' AND CASE $3 WHEN 'stream' THEN stream ELSE type END ~ $5) END`;

/** KurrentDB's records in a schema of their own: every decision about a write falls in SQL, in one transaction. */
export class KurrentStore {
  readonly #pool: Pool;
  readonly #written = new EventEmitter().setMaxListeners(0);
  #version = 0;

  private constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** Opens the schema, made where it is missing: what was written before is there again. */
  static async open(databaseUrl: string, schema: string): Promise<KurrentStore> {
    const pool = new Pool({
      connectionString: databaseUrl,
      max: 8,
      options: `-c search_path=${schema}`,
    });
    // A connection that breaks while nobody uses it is replaced by the next query.
    pool.on('error', () => undefined);
    const { rows } = await pool.query('SELECT FROM pg_namespace WHERE nspname = $1', [schema]);
    if (rows.length === 0) {
      const definition = await readFile(join(import.meta.dirname, 'schema.sql'), 'utf8');
      await pool.query(`CREATE SCHEMA ${escapeIdentifier(schema)}; ${definition}`);
    }
    return new KurrentStore(pool);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  /** One verdict per stream, in their order. */
  async write(streams: readonly Expectation[], records: readonly NewRecord[]): Promise<readonly Verdict[]> {
    const { rows } = await this.#pool.query<Verdict>('SELECT * FROM write($1, $2, $3, $4, $5, $6, $7, $8)', [
      streams.map(({ stream }) => stream),
      streams.map(({ expected }) => expected),
      records.map(({ of }) => of + 1),
      records.map(({ id }) => id),
      records.map(({ type }) => type),
      records.map(({ json }) => json),
      records.map(({ data }) => Buffer.from(data)),
      records.map(({ metadata }) => Buffer.from(metadata)),
    ]);
    this.#wake();
    return rows;
  }

  /** Where the deletion lies, `null` where the stream does not stand as expected. */
  async remove(
    { stream, expected }: Expectation,
    forEver: boolean,
  ): Promise<{ readonly at: string | null; readonly current: string }> {
    const { rows } = await this.#pool.query<{ at: string | null; current: string }>(
      'SELECT * FROM remove($1, $2, $3)',
      [stream, expected, forEver],
    );
    this.#wake();
    const [row] = rows;
    if (!row) throw new Error('A deletion has an outcome.');
    return row;
  }

  /** `null` for a stream that was never written. */
  async streamState(stream: string): Promise<StreamState | null> {
    const { rows } = await this.#pool.query<{
      last: string;
      truncate_before: string;
      max_count: string | null;
      tombstoned: boolean;
    }>('SELECT * FROM stream WHERE name = $1', [stream]);
    const [row] = rows;
    if (!row || (row.last === '-1' && !row.tombstoned)) return null;
    const last = BigInt(row.last);
    const kept = row.max_count === null ? 0n : last - BigInt(row.max_count) + 1n;
    const truncated = BigInt(row.truncate_before);
    return {
      last,
      first: kept > truncated ? kept : truncated,
      isTombstoned: row.tombstoned,
      isDeleted: row.truncate_before === DELETED,
    };
  }

  /** A page of a stream, from a revision on or back from it, that one included. */
  async readStream(
    stream: string,
    from: bigint,
    first: bigint,
    isForwards: boolean,
    limit: number,
  ): Promise<readonly StoredRecord[]> {
    const [side, order] = isForwards ? ['>=', 'ASC'] : ['<=', 'DESC'];
    const { rows } = await this.#pool.query<StoredRecord>(
      `SELECT * FROM record WHERE stream = $1 AND revision ${side} $2 AND revision >= $3 AND revision < deleted()
        ORDER BY revision ${order} LIMIT $4`,
      [stream, from, first, limit],
    );
    return rows;
  }

  /** A page of `$all` that passes the filter: from a position on, that one included, or before it. */
  async readAll(
    from: bigint,
    isForwards: boolean,
    limit: number,
    filter: RecordFilter | null,
  ): Promise<readonly StoredRecord[]> {
    const [side, order] = isForwards ? ['>=', 'ASC'] : ['<', 'DESC'];
    const { rows } = await this.#pool.query<StoredRecord>(
      `SELECT * FROM record WHERE position ${side} $1 AND ${MATCHES} ORDER BY position ${order} LIMIT $2`,
      [from, limit, filter?.on ?? null, filter?.prefixes ?? [], filter?.expression ?? ''],
    );
    return rows;
  }

  /** The next records of `$all` after a position, each with the filter's word on it. */
  async scanAll(
    after: bigint,
    limit: number,
    filter: RecordFilter | null,
  ): Promise<readonly (StoredRecord & { readonly matches: boolean })[]> {
    const { rows } = await this.#pool.query<StoredRecord & { matches: boolean }>(
      `SELECT *, ${MATCHES} AS matches FROM record WHERE position > $1 ORDER BY position LIMIT $2`,
      [after, limit, filter?.on ?? null, filter?.prefixes ?? [], filter?.expression ?? ''],
    );
    return rows;
  }

  /** The position of the last record, -1 where there is none. */
  async lastPosition(): Promise<bigint> {
    const { rows } = await this.#pool.query<{ last: string }>(
      'SELECT coalesce(max(position), -1) AS last FROM record',
    );
    return BigInt(rows[0]?.last ?? -1);
  }

  /** The position that many records before another: where a delivery begins that repeats them. */
  async stepBack(position: bigint, records: number): Promise<bigint> {
    const { rows } = await this.#pool.query<{ position: string }>(
      'SELECT position FROM record WHERE position <= $1 ORDER BY position DESC OFFSET $2 LIMIT 1',
      [position, records],
    );
    return BigInt(rows[0]?.position ?? -1);
  }

  /** As a server that was started anew: an append that expects any revision no longer knows its own records. */
  async forget(): Promise<void> {
    await this.#pool.query('UPDATE tail SET remembered = next');
  }

  /** How often was written: what a reader remembers before it looks, to miss nothing while it looks. */
  get version(): number {
    return this.#version;
  }

  /** Resolves once something was written after that version, or when aborted. */
  writtenAfter(version: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.#written.off('written', done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#written.on('written', done);
      signal.addEventListener('abort', done);
      if (signal.aborted || version !== this.#version) done();
    });
  }

  #wake(): void {
    this.#version += 1;
    this.#written.emit('written');
  }
}
