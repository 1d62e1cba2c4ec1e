import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { EventType } from '../../events/register.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Tables } from '../reader.ts';
import { anyOf, within } from '../within.ts';
import type { AuditFlag } from './table.ts';

/** Which events are asked for; whatever is left out does not narrow them. */
export interface AuditFilter {
  readonly actor?: string | undefined;
  /** Events about the student, those that name many students at once included. */
  readonly student?: string | undefined;
  readonly journal?: string | undefined;
  /** Events about the group and those on its pages. */
  readonly group?: string | undefined;
  /** Events about the period and those on its pages. */
  readonly period?: string | undefined;
  readonly kinds?: readonly EventType[] | undefined;
  readonly lateOnly?: boolean | undefined;
  readonly afterGrantOnly?: boolean | undefined;
  readonly refusedOnly?: boolean | undefined;
  readonly importedOnly?: boolean | undefined;
  readonly temporaryJournalOnly?: boolean | undefined;
  readonly warnedOnly?: boolean | undefined;
  /** Instants: recorded from this one on, and before that one. */
  readonly recordedFrom?: string | undefined;
  readonly recordedTo?: string | undefined;
  /** Dates, both included. */
  readonly occurredFrom?: string | undefined;
  readonly occurredTo?: string | undefined;
}

type Eb = ExpressionBuilder<{ e: Tables['audit_entry'] } & Tables, 'e'>;

/** A list that is looked up once, so that the index of what it is compared with is used. */
const inList = (id: Expression<unknown>, list: Expression<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`${id} = ANY(ARRAY(${list}))`;

const pagesOf = (eb: Eb, scope: Scope, by: 'group' | 'period', ids: readonly string[]) =>
  eb
    .selectFrom('audit_page as g')
    .where('g.college', '=', scope.college)
    .where(`g.${by}`, 'in', [...ids])
    .select('g.journal');

const aboutStudent = (eb: Eb, { college }: Scope, student: string) =>
  anyOf([
    eb('e.student', '=', student),
    inList(
      eb.ref('e.position'),
      eb
        .selectFrom('audit_student as n')
        .where('n.college', '=', college)
        .where('n.student', '=', student)
        .select('n.position'),
    ),
  ]);

const onPagesOf = (eb: Eb, scope: Scope, by: 'group' | 'period', id: string) =>
  anyOf([eb(`e.${by}`, '=', id), inList(eb.ref('e.journal'), pagesOf(eb, scope, by, [id]))]);

const flagged = (eb: Eb, flag: AuditFlag) =>
  eb.exists(
    eb
      .selectFrom('audit_flag as f')
      .whereRef('f.college', '=', 'e.college')
      .whereRef('f.position', '=', 'e.position')
      .where('f.flag', '=', flag)
      .select('f.position'),
  );

/** The events that match a filter. */
export const matching = (
  scope: Scope,
  { actor, student, journal, group, period, kinds, ...more }: AuditFilter,
) => {
  const { recordedFrom, recordedTo, occurredFrom, occurredTo } = more;
  return (eb: Eb) =>
    eb.and([
      ...(actor === undefined ? [] : [eb('e.actor', '=', actor)]),
      ...(student === undefined ? [] : [aboutStudent(eb, scope, student)]),
      ...(journal === undefined ? [] : [eb('e.journal', '=', journal)]),
      ...(group === undefined ? [] : [onPagesOf(eb, scope, 'group', group)]),
      ...(period === undefined ? [] : [onPagesOf(eb, scope, 'period', period)]),
      ...(kinds === undefined ? [] : [sql<SqlBool>`${eb.ref('e.type')} = ANY(${[...kinds]}::text[])`]),
      ...(more.lateOnly ? [flagged(eb, 'late')] : []),
      ...(more.afterGrantOnly ? [flagged(eb, 'afterGrant')] : []),
      ...(more.refusedOnly ? [flagged(eb, 'refused')] : []),
      ...(more.importedOnly ? [flagged(eb, 'imported')] : []),
      ...(more.temporaryJournalOnly ? [flagged(eb, 'temporaryJournal')] : []),
      ...(more.warnedOnly ? [flagged(eb, 'warned')] : []),
      ...(recordedFrom === undefined ? [] : [eb('e.recordedAt', '>=', recordedFrom)]),
      ...(recordedTo === undefined ? [] : [eb('e.recordedAt', '<', recordedTo)]),
      ...(occurredFrom === undefined ? [] : [eb('e.occurredOn', '>=', occurredFrom)]),
      ...(occurredTo === undefined ? [] : [eb('e.occurredOn', '<=', occurredTo)]),
    ]);
};

/** The events that a scope reaches: by page, by group or by student, those of the scope's groups included. */
export const visible = (scope: Scope) => (eb: Eb) => {
  if (scope.everything) return within(scope, {});
  const ties = {
    journals: [eb.ref('e.journal')],
    groups: [eb.ref('e.group')],
    students: [eb.ref('e.student')],
  };
  const groups = [...scope.groups];
  if (groups.length === 0) return within(scope, ties);
  const members = eb
    .selectFrom('audit_member as m')
    .where('m.college', '=', scope.college)
    .where('m.group', 'in', groups)
    .select('m.student');
  return anyOf([
    within(scope, ties),
    inList(eb.ref('e.journal'), pagesOf(eb, scope, 'group', groups)),
    inList(eb.ref('e.student'), members),
  ]);
};
