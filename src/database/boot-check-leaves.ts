import type { Pool } from 'pg';

/** Every leaf that a log's events lie in or should, by what its name says; what was archived is left out. */
const LEAVES = `
SELECT c.origin, 'log.event_' || c.no || '_' || n AS leaf, (n - 1) * c.leaf + 1 AS first, n * c.leaf AS last,
       CASE WHEN t.oid IS NULL THEN 'gone' WHEN NOT t.relispartition THEN 'detached'
            WHEN i.inhparent <> to_regclass('log.event_' || c.no)
              OR pg_get_expr(t.relpartbound, t.oid) <>
                 format('FOR VALUES FROM (%L) TO (%L)', (n - 1) * c.leaf + 1, n * c.leaf + 1) THEN 'misplaced' END AS fault
  FROM log.college c
  CROSS JOIN LATERAL (
    SELECT coalesce(max(x.last), 0) AS position FROM log.command x WHERE x.college = c.no) head
  CROSS JOIN LATERAL generate_series(1::bigint, greatest((head.position - 1) / c.leaf, 0) + 1) n
  LEFT JOIN pg_class t ON t.relnamespace = 'log'::regnamespace AND t.relname = 'event_' || c.no || '_' || n
  LEFT JOIN pg_inherits i ON i.inhrelid = t.oid
 WHERE NOT EXISTS (SELECT FROM log.archived(c.no) a WHERE n * c.leaf BETWEEN a.first AND a.last)`;

/** Parts of the log that no migration and no function of ours makes, and colleges' tables that are no parts any more. */
const STRANGE = `
SELECT t.oid::regclass::text AS part, t.relispartition AS attached
  FROM pg_class t LEFT JOIN pg_inherits i ON i.inhrelid = t.oid
 WHERE t.relnamespace = 'log'::regnamespace AND t.relkind IN ('r', 'p')
   AND CASE WHEN t.relispartition THEN t.relname !~ '^event_[1-9]\\d*(_[1-9]\\d*)?$'
              OR t.relkind = 'p' AND (i.inhparent <> 'log.event'::regclass
                OR pg_get_expr(t.relpartbound, t.oid) <> format('FOR VALUES IN (%s)', substr(t.relname, 7)))
            ELSE t.relkind = 'p' AND t.relname ~ '^event_' END`;

interface LeafRow {
  readonly origin: string;
  readonly leaf: string;
  readonly first: string;
  readonly last: string;
  readonly fault: 'gone' | 'detached' | 'misplaced' | null;
}

const SENTENCES = {
  gone: 'is gone, and nobody archived it',
  detached: 'was detached by hand',
  misplaced: 'does not lie where its name says',
} as const;

const sentenceOf = ({ origin, leaf, first, last, fault }: LeafRow): readonly string[] =>
  fault
    ? [`The leaf ${leaf} ${SENTENCES[fault]}: events ${first} to ${last} of ${origin} cannot be read.`]
    : [];

/** One sentence for each leaf of a log that is not in its place, and for each that nobody should have made. */
export const leafDeviations = async (pool: Pool): Promise<readonly string[]> => {
  const [leaves, strange] = await Promise.all([
    pool.query<LeafRow>(LEAVES),
    pool.query<{ part: string; attached: boolean }>(STRANGE),
  ]);
  return [
    ...leaves.rows.flatMap(sentenceOf),
    ...strange.rows.map(({ part, attached }) =>
      attached
        ? `The table ${part} is a part of the log that nobody should have made.`
        : `The table ${part} was detached by hand: its log cannot be read.`,
    ),
  ];
};
