import { sql } from 'kysely';
import type { EventType } from '../../events/register.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { lengthOf, sliceOf, type Slice, type SliceAt } from '../slice.ts';
import { matching, visible, type AuditFilter } from './filter.ts';
import type { AuditEntry } from './table.ts';

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

/** So many days are few: the newest events of each are read by the index of the days, however many each has. */
const FEW_DAYS = 62;

interface Days {
  readonly from: string;
  readonly to: string;
}

const fewDays = ({ occurredFrom: from, occurredTo: to }: AuditFilter): Days | null =>
  from !== undefined && to !== undefined && from <= to && to <= plusDays(from, FEW_DAYS)
    ? { from, to }
    : null;

/** The audit trail, newest first. */
export const auditTrail = async (
  reader: Reader,
  scope: Scope,
  filter: AuditFilter,
  at: SliceAt,
): Promise<Slice<AuditEntry>> => {
  const { after } = at;
  const length = lengthOf(at);
  const newest = reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where(visible(scope))
    .where(matching(scope, filter))
    .$if(after !== undefined, (query) => query.where('e.position', '<', after ?? 0n))
    .select(AUDIT_COLUMNS)
    .orderBy('e.position', 'desc')
    .limit(length + 1);
  const days = fewDays(filter);
  if (!days) return sliceOf(await newest.execute(), length);

  const each = sql<{ day: string }>`(SELECT day::date AS day
    FROM generate_series(${days.from}::date, ${days.to}::date, interval '1 day') AS day)`;
  const rows = await reader
    .selectFrom(each.as('d'))
    .innerJoinLateral(newest.where(sql<boolean>`e.occurred_on = d.day`).as('n'), (join) => join.onTrue())
    .selectAll('n')
    .orderBy('n.position', 'desc')
    .limit(length + 1)
    .execute();
  return sliceOf(rows, length);
};

/** Whose marks: of a student at a lesson, or of a student on a page, its attestation included. */
export type MarkHistoryOf = { readonly student: string } & (
  { readonly lesson: string } | { readonly journal: string }
);

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
    .where((eb) => ('lesson' in of ? eb('e.lesson', '=', of.lesson) : eb('e.journal', '=', of.journal)))
    .where(matching(scope, { kinds: MARKS }))
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
  await reader
    .selectFrom('audit_entry as e')
    .where('e.college', '=', scope.college)
    .where('e.position', '>', after)
    .where('e.position', '<=', until)
    .where(visible(scope))
    .where(matching(scope, filter))
    .select(AUDIT_COLUMNS)
    .orderBy('e.position')
    .limit(first)
    .execute();
