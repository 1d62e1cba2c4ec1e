import { sql, type SqlBool } from 'kysely';
import type { EventType } from '../../events/register.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import type { Stretch } from './places.ts';
import { BEYOND } from './stretches.ts';
import type { AuditEntry } from './table.ts';
import { wayTo } from './ways.ts';

/** Every column of an entry, `e` being its table. */
export const AUDIT_COLUMNS = [
  'e.position',
  'e.event',
  'e.type',
  'e.recordedAt',
  'e.occurredOn',
  'e.actor',
  'e.role',
  'e.onBehalfOf',
  'e.channel',
  'e.session',
  'e.provedBy',
  'e.provedAt',
  'e.request',
  'e.source',
  'e.correlation',
  'e.command',
  'e.student',
  'e.journal',
  'e.lesson',
  'e.period',
  'e.group',
  'e.courseUnit',
  'e.account',
  'e.workType',
  'e.fromValue',
  'e.toValue',
  'e.late',
  'e.grant',
  'e.ruleParameter',
  'e.ruleClause',
  'e.ruleVersion',
  'e.deadline',
  'e.due',
  'e.outage',
  'e.warnings',
  'e.hasReason',
  'e.reasonAbout',
  'e.reason',
] as const;

/** Reads the entries that match a filter, along the index that finds them without looking at what lies between. */
const entriesIn = (reader: Reader, scope: Scope, filter: AuditFilter, stretch: Stretch) => {
  const { above, below, order, most } = stretch;
  const entries = reader.selectFrom('audit_entry as e').where('e.college', '=', scope.college);
  const way = wayTo(reader, scope, filter, stretch);
  const found = way
    ? entries.where(
        (eb) => sql<SqlBool>`${eb.ref('e.position')} = ANY(ARRAY(
          SELECT u.position FROM (${sql.join(
            way.map((places) => sql`(${places})`),
            sql` UNION `,
          )}) AS u ORDER BY u.position ${sql.raw(order)} LIMIT ${most}))`,
      )
    : entries
        .where('e.position', '>', above)
        .where('e.position', '<', below)
        .where(visible(scope))
        .where(matching(scope, filter));
  return found.select(AUDIT_COLUMNS).orderBy('e.position', order).limit(most);
};

/** The audit trail, newest first. */
export const auditTrail = async (
  reader: Reader,
  scope: Scope,
  filter: AuditFilter,
  at: SliceAt,
): Promise<Slice<AuditEntry>> => {
  const length = lengthOf(at);
  const newest = { above: 0n, below: at.after ?? BEYOND, order: 'desc', most: length + 1 } as const;
  return sliceOf(await entriesIn(reader, scope, filter, newest).execute(), length);
};

/** Whose marks: of a student on a page, its attestation included, or at one of its lessons. */
export interface MarkHistoryOf {
  readonly student: string;
  readonly journal: string;
  readonly lesson?: string | undefined;
}

/** What changes a mark. */
export const MARKS: readonly EventType[] = [
  'MarkRecorded',
  'MarkCorrected',
  'MarkWithdrawn',
  'AttestationMarkRecorded',
  'AttestationMarkCorrected',
  'RepeatAttestationRecorded',
  'CourseWorkMarkRecorded',
  'CourseWorkMarkCorrected',
];

/** Every change of the marks in a cell or on a page, oldest first: from what to what, who, why, by which rule. */
export const markHistory = async (
  reader: Reader,
  scope: Scope,
  of: MarkHistoryOf,
): Promise<readonly AuditEntry[]> =>
  await reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where('e.student', '=', of.student)
    .where('e.journal', '=', of.journal)
    .where(matching(scope, { kinds: MARKS }))
    .$if(of.lesson !== undefined, (query) => query.where('e.lesson', '=', of.lesson ?? ''))
    .where(visible(scope))
    .select(AUDIT_COLUMNS)
    .orderBy('e.position')
    .execute();

/** The audit trail from a place of the log to another, oldest first, for who reads it from end to end. */
export const auditTrailFrom = async (
  reader: Reader,
  scope: Scope,
  filter: AuditFilter,
  { after, until, first }: { readonly after: bigint; readonly until: bigint; readonly first: number },
): Promise<readonly AuditEntry[]> =>
  await entriesIn(reader, scope, filter, {
    ...{ above: after, below: until + 1n, order: 'asc', most: first },
  }).execute();
