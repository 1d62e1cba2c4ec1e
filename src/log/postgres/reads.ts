import type { Pool } from 'pg';
import type { CollegeLog, FoundCommand, SealedText, StoredEvent } from '../event-log.ts';

interface EventRow extends Omit<StoredEvent, 'position' | 'sealed'> {
  readonly position: string;
  readonly sealed: readonly SealedRow[] | null;
}

/** A sealed text in JSON: its bytes in hex. */
type SealedRow = Omit<SealedText, 'ciphertext'> & { readonly ciphertext: string };

/** An event with its sealed texts, which are looked for only where the event has some. */
const EVENT = `e.position, e.revision, e.type, e.version, e.body,
  CASE WHEN e.sealed > 0 THEN (
    SELECT json_agg(json_build_object(
        'field', x.field, 'key', x.key, 'ciphertext', encode(x.ciphertext, 'hex')) ORDER BY x.field)
      FROM log.sealed x WHERE x.college = e.college AND x.position = e.position
  ) END AS sealed`;

const COLLEGE = '(SELECT c.no FROM log.college c WHERE c.id = $1)';

const STREAMS = `SELECT s.name AS stream, ${EVENT}
  FROM log.stream s
  CROSS JOIN LATERAL (SELECT * FROM log.event e WHERE e.stream = s.no AND e.revision >= $3 OFFSET 0) e
  WHERE s.college = ${COLLEGE} AND s.name = ANY ($2::text[])
  ORDER BY s.name, e.revision`;

// Positions are dense, so a range of them is a page. The name comes by a look-up per row: a plan made while
// the table was small would join by reading all streams.
const PAGE = `SELECT (SELECT s.name FROM log.stream s WHERE s.no = e.stream) AS stream, ${EVENT}
  FROM log.event e
  WHERE e.college = ${COLLEGE} AND e.position > $2 AND e.position <= $2 + $3::bigint
  ORDER BY e.position`;

const HEAD = `SELECT e.position FROM log.event e
  WHERE e.college = ${COLLEGE} ORDER BY e.position DESC LIMIT 1`;

// Positions are dense and recorded time never goes back: halving takes as many look-ups in the primary key as
// the head has binary digits, and no index of its own.
const POSITION_AT = `WITH RECURSIVE halving(low, high) AS (
    SELECT 0::bigint, coalesce((${HEAD}), 0)
    UNION ALL
    SELECT CASE WHEN e.recorded_at <= $2 THEN e.position ELSE h.low END,
           CASE WHEN e.recorded_at <= $2 THEN h.high ELSE e.position - 1 END
      FROM halving h
      CROSS JOIN LATERAL (
        SELECT x.position, x.recorded_at FROM log.event x
         WHERE x.college = ${COLLEGE} AND x.position = (h.low + h.high + 1) / 2 OFFSET 0
      ) e
     WHERE h.low < h.high
  )
  SELECT low AS position FROM halving WHERE low = high`;

const COMMAND = `SELECT encode(k.fingerprint, 'hex') AS fingerprint, k.first, k.last FROM log.command k
  WHERE k.college = ${COLLEGE} AND k.id = $2`;

const NONE: readonly SealedText[] = [];

const stored = ({ position, stream, revision, type, version, body, sealed }: EventRow): StoredEvent => ({
  position: BigInt(position),
  stream,
  revision,
  type,
  version,
  body,
  sealed:
    sealed?.map(({ ciphertext, ...text }) => ({ ...text, ciphertext: Buffer.from(ciphertext, 'hex') })) ??
    NONE,
});

/** The log's queries, prepared once per connection. */
export const createReads = (pool: Pool) => ({
  async streams(college: string, names: readonly string[], from: number): Promise<readonly StoredEvent[]> {
    const query = { name: 'log.streams', text: STREAMS, values: [college, names, from] };
    const { rows } = await pool.query<EventRow>(query);
    return rows.map(stored);
  },

  async page(college: string, after: bigint, limit: number): Promise<readonly StoredEvent[]> {
    const query = { name: 'log.page', text: PAGE, values: [college, after, limit] };
    const { rows } = await pool.query<EventRow>(query);
    return rows.map(stored);
  },

  async head(college: string): Promise<bigint> {
    const query = { name: 'log.head', text: HEAD, values: [college] };
    const { rows } = await pool.query<{ position: string }>(query);
    return BigInt(rows[0]?.position ?? 0);
  },

  async positionAt(college: string, instant: string): Promise<bigint> {
    const query = { name: 'log.position_at', text: POSITION_AT, values: [college, instant] };
    const { rows } = await pool.query<{ position: string }>(query);
    return BigInt(rows[0]?.position ?? 0);
  },

  async command(college: string, id: string): Promise<FoundCommand | null> {
    const query = { name: 'log.command', text: COMMAND, values: [college, id] };
    const { rows } = await pool.query<{ fingerprint: string; first: string; last: string }>(query);
    return rows[0] ? { ...rows[0], first: BigInt(rows[0].first), last: BigInt(rows[0].last) } : null;
  },

  async colleges(): Promise<readonly CollegeLog[]> {
    const text = 'SELECT id, origin, clock FROM log.college ORDER BY origin COLLATE "C"';
    return (await pool.query<CollegeLog>({ name: 'log.colleges', text })).rows;
  },

  /** Every college that shares this one's id or origin, this one among them. */
  async open({ id, origin, clock }: CollegeLog): Promise<readonly CollegeLog[]> {
    const text = 'SELECT * FROM log.open_college($1, $2, $3)';
    return (await pool.query<CollegeLog>({ name: 'log.open_college', text, values: [id, origin, clock] }))
      .rows;
  },
});
