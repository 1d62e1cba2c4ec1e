import type { LoggedEvent } from './logged-event.ts';
import type { Queryable } from './signer-database.ts';

/** Some events in the order of their positions, as one text. */
export interface EventLines {
  readonly events: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Of each event a line: revision, version, type, id, stream and body. */
  readonly lines: string | null;
  /** The leaf hashes in a row, as the database computed them when it stored the bodies. */
  readonly hashes: Buffer | null;
}

/** Events in one text: to take rows apart costs the driver more than everything else that is done with them. */
const TOGETHER = 200;

/** A college's own part of the log: a statement that names it never opens another's leaves, whichever plan it gets. */
const partOf = (no: number): string => `log.event_${no}`;

// The keys of its leaves begin with the college: without it there, every event would be read.
const headOf = (no: number): string =>
  `SELECT e.position FROM ${partOf(no)} e WHERE e.college = $1 ORDER BY e.position DESC LIMIT 1`;

const STREAM = '(SELECT s.name FROM log.stream s WHERE s.no = e.stream AND s.college = e.college)';

// A position is a number here, and a bigint costs twice the time to read.
const eventsOf = (no: number): string => `SELECT e.position::float8 AS position, ${STREAM} AS stream,
    e.revision, e.id, e.type, e.version, e.body, e.leaf_hash AS "leafHash"
  FROM ${partOf(no)} e
 WHERE e.college = $1 AND e.position > $2 AND e.position <= $2 + $3::bigint
 ORDER BY e.position`;

const linesOf = (no: number): string => `SELECT x.events, x.first, x.last, x.lines, x.hashes
  FROM generate_series($2 + 1, $2 + $3::bigint, ${TOGETHER}) WITH ORDINALITY AS c(first, o)
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS events, min(e.position)::float8 AS first, max(e.position)::float8 AS last,
        string_agg(e.line, E'\\n') AS lines, string_agg(e.leaf_hash, '') AS hashes
      FROM (
        SELECT e.position, e.leaf_hash,
            concat_ws(' ', e.revision, e.version, e.type, e.id, ${STREAM}, e.body) AS line
          FROM ${partOf(no)} e
         WHERE e.college = $1 AND e.position >= c.first
           AND e.position < least(c.first + ${TOGETHER}, $2 + $3::bigint + 1)
         ORDER BY e.position OFFSET 0
      ) e
  ) x
 ORDER BY c.o`;

/** The last position of a log at which there is an event. */
export const readHead = async (db: Queryable, no: number): Promise<number> => {
  const query = { name: `signer.head_${no}`, text: headOf(no), values: [no] };
  return Number((await db.query<{ position: bigint }>(query)).rows[0]?.position ?? 0);
};

/** At most `count` events after a position, in order; those that are missing are simply not there. */
export const readEvents = async (
  db: Queryable,
  no: number,
  after: number,
  count: number,
): Promise<readonly LoggedEvent[]> => {
  const query = { name: `signer.events_${no}`, text: eventsOf(no), values: [no, after, count] };
  return (await db.query<LoggedEvent>(query)).rows;
};

/** The same events in a fraction of the time, for whoever finds nothing unusual in them. */
export const readLines = async (
  db: Queryable,
  no: number,
  after: number,
  count: number,
): Promise<readonly EventLines[]> => {
  const query = { name: `signer.lines_${no}`, text: linesOf(no), values: [no, after, count] };
  return (await db.query<EventLines>(query)).rows;
};
