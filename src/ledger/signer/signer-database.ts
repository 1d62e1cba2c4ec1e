import type { QueryResult, QueryResultRow } from 'pg';
import type { Stretch } from './archived-stretches.ts';
import type { Finding } from './finding.ts';
import type { FilledTile } from '../right-edge.ts';

/** A connection or a pool that acts as the signer; `int8` comes as bigint. */
export interface Queryable {
  query<Row extends QueryResultRow>(query: {
    readonly name?: string;
    readonly text: string;
    readonly values?: unknown[];
  }): Promise<QueryResult<Row>>;
}

/** The database did not do what the signer asked: it is out of reach, or its rights are wrong. Nothing is said about the log. */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
}

/** A connection or pool whose errors can be told from those of files. */
export const asking = (db: Queryable): Queryable => ({
  query: async (query) => {
    try {
      return await db.query(query);
    } catch (error) {
      throw new DatabaseAway(Error.isError(error) ? error.message : 'The database failed.', { cause: error });
    }
  },
});

/** What the database says of a college's log and of what was signed of it, all at one instant. */
export interface LogFacts {
  readonly no: number;
  readonly college: string;
  readonly origin: string;
  /** The last position that a command tells of. */
  readonly head: number;
  /** The newest checkpoint that was published, size 0 for none. */
  readonly signed: { readonly size: number; readonly root: Buffer | null };
  /** The latest report of alarm or verification. */
  readonly report: (Finding & { readonly kind: 'alarm' | 'verified'; readonly at: Date }) | null;
}

/** A checkpoint with everything that becomes public with it. */
export interface Publication {
  readonly no: number;
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly vkeys: readonly string[];
  readonly tiles: readonly FilledTile[];
}

/** A report row. */
export interface Report extends Omit<Finding, 'code'> {
  readonly no: number;
  readonly kind: 'alarm' | 'verified' | 'witness';
  readonly code: string;
  readonly witness?: string;
}

const FACTS = `SELECT c.no, c.id, c.origin, h.position AS head, k.size, k.root,
    r.kind, r.code, r.size AS report_size, r.position, r.sentence, r.at
  FROM log.college c
  LEFT JOIN LATERAL (
    SELECT e.last AS position FROM log.command e WHERE e.college = c.no ORDER BY e.last DESC LIMIT 1) h ON true
  LEFT JOIN LATERAL (
    SELECT p.size, p.root FROM ledger.checkpoint p WHERE p.college = c.no ORDER BY p.size DESC LIMIT 1) k ON true
  LEFT JOIN LATERAL (
    SELECT t.* FROM ledger.report t WHERE t.college = c.no AND t.kind IN ('alarm', 'verified')
     ORDER BY t.no DESC LIMIT 1) r ON true`;

const ARCHIVED = 'SELECT a.first, a.last, a.root FROM log.archived($1) a ORDER BY a.first';

// One statement, so that a checkpoint and its tiles are there together or not at all.
const PUBLISH = `WITH
  tiles AS (
    INSERT INTO ledger.tile (college, level, n, hashes)
      SELECT $1, t.level, t.n, t.hashes FROM unnest($5::smallint[], $6::bigint[], $7::bytea[]) AS t(level, n, hashes)
      ON CONFLICT DO NOTHING),
  keys AS (
    INSERT INTO ledger.key (college, vkey, kind) SELECT $1, k, 'log' FROM unnest($8::text[]) AS k ON CONFLICT DO NOTHING)
  INSERT INTO ledger.checkpoint (college, size, root, note) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

const TILES = `SELECT level, n, hashes FROM ledger.tile
 WHERE college = $1 AND level = $2 AND n >= $3 AND n < $3 + $4::bigint ORDER BY n`;

const REPORT = `INSERT INTO ledger.report (college, kind, code, size, position, witness, sentence)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const COSIGNED = `SELECT coalesce(max(size), 0) AS size FROM ledger.cosignature WHERE college = $1 AND witness = $2`;

const COSIGN = `WITH
  keys AS (
    INSERT INTO ledger.key (college, vkey, kind) VALUES ($1, $5, 'witness') ON CONFLICT DO NOTHING)
  INSERT INTO ledger.cosignature (college, size, witness, line) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`;

interface FactsRow {
  readonly no: number;
  readonly id: string;
  readonly origin: string;
  readonly head: bigint | null;
  readonly size: bigint | null;
  readonly root: Buffer | null;
  readonly kind: 'alarm' | 'verified' | null;
  readonly code: Finding['code'];
  readonly report_size: bigint;
  readonly position: bigint | null;
  readonly sentence: string;
  readonly at: Date;
}

const reportOf = ({ kind, code, report_size, position, sentence, at }: FactsRow): LogFacts['report'] =>
  kind && {
    kind,
    code,
    size: Number(report_size),
    position: position === null ? null : Number(position),
    sentence,
    at,
  };

/** What is true of every log now. */
export const readFacts = async (db: Queryable): Promise<readonly LogFacts[]> =>
  (await db.query<FactsRow>({ name: 'signer.facts', text: FACTS })).rows.map((row) => ({
    no: row.no,
    college: row.id,
    origin: row.origin,
    head: Number(row.head ?? 0),
    signed: { size: Number(row.size ?? 0), root: row.root },
    report: reportOf(row),
  }));

/** What was archived of a log, in order. */
export const readArchived = async (db: Queryable, no: number): Promise<readonly Stretch[]> => {
  type Row = Omit<Stretch, 'first' | 'last'> & { readonly first: bigint; readonly last: bigint };
  const query = { name: 'signer.archived', text: ARCHIVED, values: [no] };
  const { rows } = await db.query<Row>(query);
  return rows.map(({ first, last, root }) => ({ first: Number(first), last: Number(last), root }));
};

/** Publishes a checkpoint; doing it again changes nothing. */
export const publish = async (db: Queryable, publication: Publication): Promise<void> => {
  const { no, size, root, note, vkeys, tiles } = publication;
  const values = [
    no,
    size,
    root,
    note,
    tiles.map(({ level }) => level),
    tiles.map(({ n }) => n),
    tiles.map(({ hashes }) => hashes),
    vkeys,
  ];
  await db.query({ name: 'signer.publish', text: PUBLISH, values });
};

/** The published tiles of a level from one on, by number. */
export const readTiles = async (
  db: Queryable,
  no: number,
  level: number,
  from: number,
  count: number,
): Promise<ReadonlyMap<number, Buffer>> => {
  const query = { name: 'signer.tiles', text: TILES, values: [no, level, from, count] };
  const { rows } = await db.query<{ readonly n: bigint; readonly hashes: Buffer }>(query);
  return new Map(rows.map(({ n, hashes }) => [Number(n), hashes]));
};

/** Writes a report. */
export const writeReport = async (db: Queryable, report: Report): Promise<void> => {
  const { no, kind, code, size, position, witness, sentence } = report;
  await db.query({ text: REPORT, values: [no, kind, code, size, position, witness ?? null, sentence] });
};

/** The size of the largest checkpoint that a witness cosigned, as far as the database knows. */
export const cosignedSize = async (db: Queryable, no: number, witness: string): Promise<number> => {
  const { rows } = await db.query<{ readonly size: bigint }>({ text: COSIGNED, values: [no, witness] });
  return Number(rows[0]?.size ?? 0);
};

/** Keeps a cosignature that was found good, with the witness's verifier key. */
export const keepCosignature = async (
  db: Queryable,
  no: number,
  size: number,
  cosignature: { readonly witness: string; readonly line: string; readonly vkey: string },
): Promise<void> => {
  const { witness, line, vkey } = cosignature;
  await db.query({ text: COSIGN, values: [no, size, witness, line, vkey] });
};
