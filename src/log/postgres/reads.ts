import type { Pool } from 'pg';
import type { CollegeLog, FoundCommand, SealedText, StoredEvent } from '../event-log.ts';
import { createArchived } from './archived.ts';
import { createNumbers } from './college-number.ts';
import { partOf } from './parts.ts';

interface EventRow extends Omit<StoredEvent, 'position' | 'sealed'> {
  readonly position: string;
  readonly sealed: readonly SealedRow[] | null;
}

/** A row of a stream that was asked for; one without an event where it has none there. */
interface StreamRow extends Omit<EventRow, 'position'> {
  readonly position: string | null;
  /** The revision at which the stream stands. */
  readonly head: number;
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

const streamsOf = (no: number): string => `SELECT s.name AS stream, s.revision AS head, ${EVENT}
  FROM log.stream s
  LEFT JOIN LATERAL (SELECT * FROM ${partOf(no)} e WHERE e.stream = s.no AND e.revision >= $3 OFFSET 0) e ON true
  WHERE s.college = $1 AND s.name = ANY ($2::text[])
  ORDER BY s.name, e.revision`;

// Positions are dense, so a range of them is a page. The name comes by a look-up per row: a plan made while
// the table was small would join by reading all streams.
const pageOf = (
  no: number,
): string => `SELECT (SELECT s.name FROM log.stream s WHERE s.no = e.stream) AS stream, ${EVENT}
  FROM ${partOf(no)} e
  WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + $3::bigint
  ORDER BY e.position`;

const HEAD = `SELECT k.last AS position FROM log.command k
  WHERE k.college = ${COLLEGE} ORDER BY k.last DESC LIMIT 1`;

// Recorded time never goes back, and the events of a command have one: halving takes as many look-ups among the commands
// as the head has binary digits, and no index of its own.
const POSITION_AT = `WITH RECURSIVE halving(low, high) AS (
    SELECT 0::bigint, coalesce((${HEAD}), 0)
    UNION ALL
    SELECT CASE WHEN k.recorded_at <= $2 THEN k.last ELSE h.low END,
           CASE WHEN k.recorded_at <= $2 THEN h.high ELSE k.first - 1 END
      FROM halving h
      CROSS JOIN LATERAL (
        SELECT x.first, x.last, x.recorded_at FROM log.command x
         WHERE x.college = ${COLLEGE} AND x.last >= (h.low + h.high + 1) / 2 ORDER BY x.last LIMIT 1
      ) k
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
export const createReads = (pool: Pool) => {
  const numberOf = createNumbers(pool);
  const archived = createArchived(pool);

  /** Rows of a college's own part of the log; none for a college that has no log. */
  const rowsOf = async <Row extends EventRow | StreamRow>(
    name: string,
    textOf: (no: number) => string,
    no: number,
    ...values: readonly unknown[]
  ): Promise<readonly Row[]> => {
    const query = { name: `${name}_${String(no)}`, text: textOf(no), values: [no, ...values] };
    return (await pool.query<Row>(query)).rows;
  };

  return {
    /** Throws `LogFault` where a part of what is asked for was archived. */
    async streams(college: string, names: readonly string[], from: number): Promise<readonly StoredEvent[]> {
      const no = await numberOf(college);
      if (no === null) return [];
      const rows = await rowsOf<StreamRow>('log.streams', streamsOf, no, names, from);
      const lacking = new Map<string, number>();
      for (const { stream, head, position } of rows)
        lacking.set(
          stream,
          (lacking.get(stream) ?? Math.max(0, head - from + 1)) - (position === null ? 0 : 1),
        );
      for (const [stream, events] of lacking) if (events > 0) await archived.demandStream(no, stream);
      return rows.flatMap((row) =>
        row.position === null ? [] : [stored({ ...row, position: row.position })],
      );
    },

    /** Ends before what was archived. Throws `LogFault` where that is the first event asked for. */
    async page(college: string, after: bigint, limit: number): Promise<readonly StoredEvent[]> {
      const no = await numberOf(college);
      if (no === null) return [];
      const rows = await rowsOf<EventRow>('log.page', pageOf, no, after, limit);
      const events = rows.map(stored);
      if (events.at(-1)?.position === after + BigInt(events.length)) return events;
      const gap = events.findIndex(({ position }, i) => position !== after + BigInt(i) + 1n);
      const missing = after + BigInt(Math.max(gap, 0)) + 1n;
      if (gap <= 0) {
        await archived.demandPosition(no, missing);
        return events;
      }
      return events.slice(0, gap);
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
  };
};
