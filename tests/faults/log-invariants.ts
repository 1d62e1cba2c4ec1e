import { Client } from 'pg';

/** What an acknowledgement promised: a command's events at a place. */
export interface Promised {
  readonly commandId: string;
  /** Where its first event lies; `null` where only the last one was told. */
  readonly first: bigint | null;
  readonly last: bigint;
}

/** What became of the promises of a log; whatever is not 0 is broken. */
export interface LogReport {
  /** Acknowledged commands that are not in the log. */
  readonly lost: number;
  /** Commands that have events twice, or events that no command owns. */
  readonly duplicate: number;
  /** Acknowledged commands that lie elsewhere than was told. */
  readonly moved: number;
  /** Gaps in the positions of colleges. */
  readonly gaps: number;
  /** Streams whose revisions are not 0, 1, 2 … or whose head says otherwise. */
  readonly torn: number;
  /** Bodies that do not fit their leaf hash. */
  readonly altered: number;
  /** Events recorded before the one in front of them. */
  readonly back: number;
}

const PROMISES = `WITH told AS (
    SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::bigint[]) AS t(id, first, last)
  )
  SELECT count(*) FILTER (WHERE c.id IS NULL)::int AS lost,
         count(*) FILTER (WHERE c.first <> coalesce(t.first, c.first) OR c.last <> t.last)::int AS moved
    FROM told t LEFT JOIN log.command c ON c.id = t.id`;

const STANDING = `SELECT
  (SELECT count(*) FROM (
     SELECT 1 FROM log.event e LEFT JOIN log.command c ON c.college = e.college AND c.id = e.command
      GROUP BY e.college, e.command, c.first, c.last
     HAVING c.first IS NULL OR count(*) <> c.last - c.first + 1
         OR min(e.position) <> c.first OR max(e.position) <> c.last) d)::int AS duplicate,
  (SELECT count(*) FROM (
     SELECT 1 FROM log.event GROUP BY college HAVING min(position) <> 1 OR max(position) <> count(*)) g)::int AS gaps,
  (SELECT count(*) FROM (
     SELECT 1 FROM log.event e FULL JOIN log.stream s ON s.no = e.stream
      GROUP BY e.stream, s.no, s.revision
     HAVING s.no IS NULL OR min(e.revision) <> 0 OR max(e.revision) <> s.revision
         OR count(*) <> s.revision + 1) t)::int AS torn,
  (SELECT count(*) FROM log.event
    WHERE leaf_hash <> sha256('\\x00'::bytea || convert_to(body, 'UTF8')))::int AS altered,
  (SELECT count(*) FROM (
     SELECT recorded_at < lag(recorded_at) OVER (PARTITION BY college ORDER BY position) AS back
       FROM log.event) b WHERE b.back)::int AS back`;

/** Holds a log against what its writers were promised, by SQL of its own. */
export const examineLog = async (url: string, promised: readonly Promised[]): Promise<LogReport> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const kept = await client.query<Pick<LogReport, 'lost' | 'moved'>>(PROMISES, [
      promised.map(({ commandId }) => commandId),
      promised.map(({ first }) => first),
      promised.map(({ last }) => last),
    ]);
    const standing = await client.query<Omit<LogReport, 'lost' | 'moved'>>(STANDING);
    return { ...kept.rows[0], ...standing.rows[0] } as LogReport;
  } finally {
    await client.end();
  }
};

/** A log that kept every promise. */
export const SOUND: LogReport = { lost: 0, duplicate: 0, moved: 0, gaps: 0, torn: 0, altered: 0, back: 0 };
