import { expressionBuilder, sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader, Tables } from '../reader.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import { recordedWithin, type Eb } from './stretches.ts';
import type { AuditEntry, AuditFlag, Tie } from './table.ts';

/** Columns of which few values stand in most entries; each has an index in which the position follows. */
type OfFew = keyof Pick<AuditEntry, 'actor' | 'channel' | 'role' | 'ruleParameter' | 'type'>;

/** Columns of which each value stands in few entries, and that have such an index too. */
type OfMany = keyof Pick<AuditEntry, 'group' | 'journal' | 'occurredOn' | 'period' | 'student'>;

/** Where in the log entries are looked for, in which direction, and how many at most. */
export interface Stretch {
  /** Positions, both excluded. */
  readonly above: bigint;
  readonly below: bigint;
  readonly order: 'asc' | 'desc';
  readonly most: number;
}

/** The positions of entries: for each value or flag at most so many, in the order of the stretch. */
export type Places = RawBuilder<{ readonly position: bigint }>;

/** So many values are looked at for a bound. */
const FEW = 4;

/**
 * Finds the first entries of a stretch that match a filter, by ranges of one index, so that nothing is looked at that
 * lies between two of them, be it years. `filter` must not say once more what the range says.
 */
export const placesIn = (
  reader: Reader,
  scope: Scope,
  filter: AuditFilter,
  { above, below, order, most }: Stretch,
) => {
  const eb: Eb = expressionBuilder<{ e: Tables['audit_entry'] } & Tables, 'e'>();
  const recorded = recordedWithin(eb, scope, filter);
  const lowest = sql`greatest(${String(above)}::bigint, ${recorded.above})`;
  const highest = sql`least(${String(below)}::bigint, ${recorded.below})`;
  const matched = reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where(visible(scope))
    .where(matching(scope, filter))
    .select('e.position');

  const each = (values: Expression<unknown>, found: Expression<unknown>): Places =>
    sql`SELECT n.position FROM (${values}) AS v(value) CROSS JOIN LATERAL (${found}) AS n`;
  const within = sql<SqlBool>`${eb.ref('e.position')} > ${lowest} AND ${eb.ref('e.position')} < ${highest}`;

  /**
   * The entries of `v.value` between two places, both excluded. Compared as a row, and
   * sorted by the whole of it: no other index gives that order, so the planner takes none in which all entries would be
   * looked at until enough have the value. Entries without any are in no such index.
   */
  const between = (column: OfFew | OfMany, from: Expression<unknown>, to: Expression<unknown>) => {
    const place = sql`(${eb.ref(`e.${column}`)}, ${eb.ref('e.position')})`;
    return matched
      .where(sql<SqlBool>`${place} > (v.value, ${from}) AND ${place} < (v.value, ${to})`)
      .where(`e.${column}`, 'is not', null)
      .orderBy(`e.${column}`, order)
      .orderBy('e.position', order);
  };

  const ofFew = (column: OfFew, values: Expression<unknown>): Places =>
    each(values, between(column, lowest, highest).limit(most));

  /** Compared as it is: so the planner knows that a value has few entries, and takes its index. */
  const ofMany = (column: OfMany, values: Expression<unknown>): Places => {
    const found = matched
      .where(sql<SqlBool>`${eb.ref(`e.${column}`)} = v.value`)
      .where(within)
      .orderBy('e.position', order)
      .limit(most);
    return each(values, found);
  };

  /**
   * Of many values, each with many entries. What the few with the nearest entries have bounds how far away anything
   * sought can be; of the others only those are looked at that have an entry before that place, and no farther.
   */
  const ofNearest = (column: OfMany, values: Expression<unknown>): Places => {
    const own = between(column, lowest, highest);
    const bound = sql`(SELECT place FROM bound)`;
    const [nearer, reached, farthest] =
      order === 'desc'
        ? [between(column, bound, highest), sql`>`, lowest]
        : [between(column, lowest, bound), sql`<`, highest];
    const sorted = sql`ORDER BY n.position ${sql.raw(order)}`;
    return sql`WITH heads AS MATERIALIZED (
        SELECT v.value, n.position FROM (${values}) AS v(value) CROSS JOIN LATERAL (${own.limit(1)}) AS n
        ${sorted} LIMIT ${most}
      ), bound AS MATERIALIZED (SELECT coalesce((
        SELECT n.position FROM (SELECT n.value FROM heads AS n ${sorted} LIMIT ${FEW}) AS v
        CROSS JOIN LATERAL (${own.limit(most)}) AS n ${sorted} OFFSET ${most} LIMIT 1
      ), ${farthest}) AS place)
      SELECT n.position FROM heads AS v CROSS JOIN LATERAL (${nearer.limit(most)}) AS n
      WHERE v.position ${reached} ${bound}`;
  };

  const ofDaysAndKinds = (days: Expression<unknown>, kinds: Expression<unknown>): Places => {
    const found = matched
      .where(sql<SqlBool>`${eb.ref('e.occurredOn')} = v.value AND ${eb.ref('e.type')} = k.kind`)
      .where(within)
      .orderBy('e.position', order)
      .limit(most);
    return sql`SELECT n.position FROM (${days}) AS v(value) CROSS JOIN (${kinds}) AS k(kind)
      CROSS JOIN LATERAL (${found}) AS n`;
  };

  /** By the key of a table that holds places of its own, `f`; the entry at each is held against the filter. */
  const ofFinder = (finder: Expression<unknown>): Places =>
    sql`SELECT f.position FROM (${finder}) AS f
      CROSS JOIN LATERAL (${matched.where(sql<SqlBool>`${eb.ref('e.position')} = f.position`).limit(1)}) AS n
      WHERE f.position > ${lowest} AND f.position < ${highest}
      ORDER BY f.position ${sql.raw(order)} LIMIT ${most}`;

  return {
    ofFew,
    ofMany,
    ofNearest,
    ofDaysAndKinds,
    ofTie: (tie: Tie, id: string): Places =>
      ofFinder(
        reader
          .selectFrom('audit_tie as t')
          .where('t.college', '=', scope.college)
          .where('t.tie', '=', tie)
          .where('t.id', '=', id)
          .select('t.position'),
      ),
    ofFlag: (flag: AuditFlag): Places =>
      ofFinder(
        reader
          .selectFrom('audit_flag as t')
          .where('t.college', '=', scope.college)
          .where('t.flag', '=', flag)
          .select('t.position'),
      ),
  };
};
