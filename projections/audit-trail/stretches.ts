import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { Scope } from '../../src/policies/scope.ts';
import type { Tables } from '../reader.ts';
import type { AuditStretch } from './table.ts';

/** What conditions of an entry, `e`, are made with. */
export type Eb = ExpressionBuilder<{ e: Tables['audit_entry'] } & Tables, 'e'>;

/** A stretch of the log, both ends included. */
export interface Positions {
  readonly first: bigint;
  readonly last: bigint;
}

/** Instants: recorded from this one on, and before that one. */
export interface Recorded {
  readonly recordedFrom?: string | undefined;
  readonly recordedTo?: string | undefined;
}

/** Whether an event lies where a session, or a list of commands or an import, lies; and is by whoever acted in it. */
export const positions = (
  eb: Eb,
  { college }: Scope,
  of: AuditStretch['of'],
  id: string,
): RawBuilder<SqlBool> => {
  const stretch = eb
    .selectFrom('audit_stretch as s')
    .where('s.college', '=', college)
    .where('s.of', '=', of)
    .where('s.id', '=', id);
  const [first, last] = [
    stretch.select((on) => on.fn.min('s.first').as('first')),
    stretch.select((on) => on.fn.max('s.last').as('last')),
  ];
  return sql<SqlBool>`(${eb.ref('e.position')} BETWEEN (${first}) AND (${last})
    AND ${eb.ref('e.actor')} = ANY(ARRAY(${stretch.select('s.actor')})))`;
};

/** Two appends may be as much out of order: the log takes no instant further before its last event. */
const OUT_OF_ORDER_MS = 2_000;

const shifted = (instant: string, ms: number): string =>
  Temporal.Instant.from(instant).add({ milliseconds: ms }).toString({ fractionalSecondDigits: 3 });

const entryOf = (eb: Eb, { college }: Scope) =>
  eb.selectFrom('audit_entry as b').where('b.college', '=', college).select('b.position').limit(1);

/** The last event before a stretch of time, 0 where there is none. */
const lastBefore = (eb: Eb, scope: Scope, from: string): RawBuilder<bigint> =>
  sql`coalesce((${entryOf(eb, scope)
    .where('b.recordedAt', '<', shifted(from, -OUT_OF_ORDER_MS))
    .orderBy('b.recordedAt', 'desc')}), 0)`;

/** The first event after a stretch of time, the highest number where there is none. */
const firstAfter = (eb: Eb, scope: Scope, to: string): RawBuilder<bigint> =>
  sql`coalesce((${entryOf(eb, scope)
    .where('b.recordedAt', '>=', shifted(to, OUT_OF_ORDER_MS))
    .orderBy('b.recordedAt')}), ${String(BEYOND)}::bigint)`;

/** Behind every position there is. */
export const BEYOND = 2n ** 63n - 1n;

/** The positions between which everything lies that was recorded in a stretch of time; both excluded. */
export const recordedWithin = (
  eb: Eb,
  scope: Scope,
  { recordedFrom, recordedTo }: Recorded,
): { readonly above: RawBuilder<bigint>; readonly below: RawBuilder<bigint> } => ({
  above: recordedFrom === undefined ? sql`0` : lastBefore(eb, scope, recordedFrom),
  below: recordedTo === undefined ? sql`${String(BEYOND)}::bigint` : firstAfter(eb, scope, recordedTo),
});

/**
 * Recorded from an instant on, and before one. The log keeps the order of time, all but those two seconds: so the last
 * event before a stretch of time, and the first after it, say where in the log it lies.
 */
export const recordedBetween = (eb: Eb, scope: Scope) => ({
  recordedFrom: (from: string): Expression<SqlBool> =>
    eb.and([
      eb('e.recordedAt', '>=', from),
      sql<SqlBool>`${eb.ref('e.position')} > ${lastBefore(eb, scope, from)}`,
    ]),
  recordedTo: (to: string): Expression<SqlBool> =>
    eb.and([
      eb('e.recordedAt', '<', to),
      sql<SqlBool>`${eb.ref('e.position')} < ${firstAfter(eb, scope, to)}`,
    ]),
});
