import { sql, type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool } from 'kysely';
import type { Actor } from '../../events/recorded.ts';
import type { EventType } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Tables } from '../reader.ts';
import { anyOf, within } from '../within.ts';
import { positions, recordedBetween, type Positions, type Recorded } from './stretches.ts';
import type { AuditFlag, Tie } from './table.ts';

/** Which events are asked for; whatever is left out does not narrow them. */
export interface AuditFilter extends Recorded {
  readonly actor?: string | undefined;
  /** The role that gave the right. */
  readonly roles?: readonly Role[] | undefined;
  readonly channels?: readonly Actor['channel'][] | undefined;
  /** The student on whose behalf somebody acted. */
  readonly onBehalfOf?: string | undefined;
  readonly session?: string | undefined;
  readonly command?: string | undefined;
  /** Where in the log the events of that command lie. */
  readonly commandAt?: Positions | undefined;
  /** The list of commands or the import they came with. */
  readonly correlation?: string | undefined;
  /** Events about the student, those that name many students at once included. */
  readonly student?: string | undefined;
  readonly journal?: string | undefined;
  readonly lesson?: string | undefined;
  /** Events about the group and those on its pages. */
  readonly group?: string | undefined;
  /** Events about the period and those on its pages. */
  readonly period?: string | undefined;
  /** The account they are about. */
  readonly account?: string | undefined;
  /** Events about the grant, and the entries it made possible. */
  readonly grant?: string | undefined;
  /** Events about the outage, and what was brought over from its temporary journals. */
  readonly outage?: string | undefined;
  readonly kinds?: readonly EventType[] | undefined;
  /** The parameter of the regulation that allowed them. */
  readonly parameter?: string | undefined;
  /** With a reason, its text erased or not; `false`: without one. */
  readonly withReason?: boolean | undefined;
  /** A reason was given, and its text has been erased. */
  readonly erasedReasonOnly?: boolean | undefined;
  readonly lateOnly?: boolean | undefined;
  readonly afterGrantOnly?: boolean | undefined;
  readonly refusedOnly?: boolean | undefined;
  readonly importedOnly?: boolean | undefined;
  readonly temporaryJournalOnly?: boolean | undefined;
  readonly warnedOnly?: boolean | undefined;
  readonly onBehalfOnly?: boolean | undefined;
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

const tied = (eb: Eb, { college }: Scope, tie: Tie, id: string) =>
  inList(
    eb.ref('e.position'),
    eb
      .selectFrom('audit_tie as n')
      .where('n.college', '=', college)
      .where('n.tie', '=', tie)
      .where('n.id', '=', id)
      .select('n.position'),
  );

const aboutStudent = (eb: Eb, scope: Scope, student: string) =>
  anyOf([eb('e.student', '=', student), tied(eb, scope, 'student', student)]);

const onPagesOf = (eb: Eb, scope: Scope, by: 'group' | 'period', id: string) =>
  anyOf([eb(`e.${by}`, '=', id), inList(eb.ref('e.journal'), pagesOf(eb, scope, by, [id]))]);

/** A lesson is on one page, and by the page there is an index. */
const ofLesson = (eb: Eb, { college }: Scope, lesson: string) =>
  eb.and([
    eb('e.lesson', '=', lesson),
    inList(
      eb.ref('e.journal'),
      eb
        .selectFrom('timetable_lesson as t')
        .where('t.college', '=', college)
        .where('t.lesson', '=', lesson)
        .select('t.journal'),
    ),
  ]);

const flagged = (eb: Eb, flag: AuditFlag) =>
  eb.exists(
    eb
      .selectFrom('audit_flag as f')
      .whereRef('f.college', '=', 'e.college')
      .whereRef('f.position', '=', 'e.position')
      .where('f.flag', '=', flag)
      .select('f.position'),
  );

/** Flags that a filter asks for by a name of its own. */
export const FLAGS = {
  lateOnly: 'late',
  afterGrantOnly: 'afterGrant',
  refusedOnly: 'refused',
  importedOnly: 'imported',
  temporaryJournalOnly: 'temporaryJournal',
  warnedOnly: 'warned',
  onBehalfOnly: 'onBehalf',
} as const satisfies Partial<Record<keyof AuditFilter, AuditFlag>>;

const isOne = (eb: Eb, column: 'type' | 'role' | 'channel', of: readonly string[]) =>
  sql<SqlBool>`${eb.ref(`e.${column}`)} = ANY(${[...of]}::text[])`;

type Conditions = {
  readonly [Name in keyof AuditFilter]-?: (
    value: NonNullable<AuditFilter[Name]>,
  ) => Expression<SqlBool> | null;
};

const flagConditions = (eb: Eb) =>
  Object.fromEntries(
    Object.entries(FLAGS).map(([name, flag]) => [name, (is: boolean) => (is ? flagged(eb, flag) : null)]),
  ) as Pick<Conditions, keyof typeof FLAGS>;

const conditions = (eb: Eb, scope: Scope): Conditions => ({
  ...flagConditions(eb),
  ...recordedBetween(eb, scope),
  actor: (actor) => eb('e.actor', '=', actor),
  roles: (roles) => isOne(eb, 'role', roles),
  channels: (channels) => isOne(eb, 'channel', channels),
  onBehalfOf: (student) => tied(eb, scope, 'onBehalfOf', student),
  session: (session) => eb.and([eb('e.session', '=', session), positions(eb, scope, 'session', session)]),
  command: (command) => eb('e.command', '=', command),
  commandAt: ({ first, last }) => eb.between('e.position', first, last),
  correlation: (id) => eb.and([eb('e.correlation', '=', id), positions(eb, scope, 'correlation', id)]),
  student: (student) => aboutStudent(eb, scope, student),
  journal: (journal) => eb('e.journal', '=', journal),
  lesson: (lesson) => ofLesson(eb, scope, lesson),
  group: (group) => onPagesOf(eb, scope, 'group', group),
  period: (period) => onPagesOf(eb, scope, 'period', period),
  account: (account) => tied(eb, scope, 'account', account),
  grant: (grant) => tied(eb, scope, 'grant', grant),
  outage: (outage) => tied(eb, scope, 'outage', outage),
  kinds: (kinds) => isOne(eb, 'type', kinds),
  parameter: (parameter) => eb('e.ruleParameter', '=', parameter),
  withReason: (given) => eb('e.hasReason', '=', given),
  erasedReasonOnly: (is) => (is ? eb.and([eb('e.hasReason', '=', true), eb('e.reason', 'is', null)]) : null),
  occurredFrom: (day) => eb('e.occurredOn', '>=', day),
  occurredTo: (day) => eb('e.occurredOn', '<=', day),
});

/** The events that match a filter. */
export const matching = (scope: Scope, filter: AuditFilter) => (eb: Eb) => {
  const told = conditions(eb, scope);
  const names = Object.keys(told) as (keyof AuditFilter)[];
  return eb.and(
    names.flatMap((name) => {
      const value = filter[name];
      // Each condition takes the value of its own name, which the compiler cannot follow through the list.
      const condition = told[name] as (value: unknown) => Expression<SqlBool> | null;
      return value === undefined ? [] : (condition(value) ?? []);
    }),
  );
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
