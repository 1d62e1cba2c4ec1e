import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { plusDays } from '../../src/policies/calendar.ts';
import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { FLAGS, type AuditFilter } from './filter.ts';
import { placesIn, type Places, type Stretch } from './places.ts';
import type { Tie } from './table.ts';

const texts = (values: readonly string[]): RawBuilder<unknown> =>
  sql`SELECT DISTINCT unnest(${[...values]}::text[])`;

const ids = (...values: readonly string[]): RawBuilder<unknown> => sql`SELECT unnest(${values}::uuid[])`;

/** A session, a list of commands, an import or a command lies in one place of the log already. */
const isInOnePlace = ({ command, commandAt, session, correlation }: AuditFilter): boolean =>
  [command, commandAt, session, correlation].some((given) => given !== undefined);

/** So many days are few: fewer events are about them than may have a reason, or come by one rule. */
const FEW_DAYS = 62;

const areFewDays = ({ occurredFrom: from, occurredTo: to }: AuditFilter): boolean =>
  from !== undefined && to !== undefined && to <= plusDays(from, FEW_DAYS);

/** The days that entries are about, the latest first: from one to the next by the index, however many entries each has. */
const daysOf = (reader: Reader, { college }: Scope, { occurredFrom, occurredTo }: AuditFilter) => {
  const latest = reader
    .selectFrom('audit_entry as b')
    .where('b.college', '=', college)
    .select('b.occurredOn as day')
    .orderBy('b.occurredOn', 'desc')
    .limit(1);
  const first = latest.$if(occurredTo !== undefined, (query) =>
    query.where('b.occurredOn', '<=', occurredTo ?? ''),
  );
  const next = latest.where(sql<SqlBool>`b.occurred_on < d.day`);
  const from = sql`d.day >= coalesce(${occurredFrom ?? null}::date, '-infinity')`;
  return sql`WITH RECURSIVE d(day) AS ((${first}) UNION ALL SELECT (${next}) FROM d WHERE ${from})
    SELECT d.day FROM d WHERE ${from}`;
};

/**
 * By which index the entries of a question are found, the narrowest first: people and pages, then what few events are,
 * then kinds and days. `null` where nothing narrows them, or they lie in one place: then in the order of the log.
 */
export const wayTo = (
  reader: Reader,
  scope: Scope,
  filter: AuditFilter,
  stretch: Stretch,
): readonly Places[] | null => {
  if (isInOnePlace(filter)) return null;
  const { lesson, grant, outage, account, onBehalfOf, student, journal, actor, group, period } = filter;
  const { kinds, parameter, roles, channels, occurredFrom, occurredTo } = filter;
  /** What the way itself says is not asked once more: beside a range of the same column it would lead astray. */
  const along = (...said: readonly (keyof AuditFilter)[]) =>
    placesIn(
      reader,
      scope,
      { ...filter, ...Object.fromEntries(said.map((name) => [name, undefined])) },
      stretch,
    );
  const onPages = (by: 'group' | 'period', id: string): readonly Places[] => {
    const pages = reader
      .selectFrom('audit_page as p')
      .where('p.college', '=', scope.college)
      .where(`p.${by}`, '=', id)
      .select('p.journal');
    const { ofMany, ofNearest } = along(by);
    return [ofMany(by, ids(id)), ofNearest('journal', pages)];
  };

  if (lesson !== undefined) {
    const page = reader
      .selectFrom('timetable_lesson as t')
      .where('t.college', '=', scope.college)
      .where('t.lesson', '=', lesson)
      .select('t.journal');
    return [along().ofMany('journal', page)];
  }
  for (const [tie, id] of Object.entries({ grant, outage, account, onBehalfOf }))
    if (id !== undefined) return [along(tie as Tie).ofTie(tie as Tie, id)];
  if (student !== undefined) {
    const { ofMany, ofTie } = along('student');
    return [ofMany('student', ids(student)), ofTie('student', student)];
  }
  if (journal !== undefined) return [along('journal').ofMany('journal', ids(journal))];
  if (actor !== undefined) return [along('actor').ofFew('actor', texts([actor]))];
  if (group !== undefined) return onPages('group', group);
  for (const [name, flag] of Object.entries(FLAGS))
    if (filter[name as keyof typeof FLAGS]) return [along(name as keyof typeof FLAGS).ofFlag(flag)];
  const days = daysOf(reader, scope, filter);
  const namesDays = occurredFrom !== undefined || occurredTo !== undefined;
  if (kinds !== undefined && namesDays)
    return [along('kinds', 'occurredFrom', 'occurredTo').ofDaysAndKinds(days, texts(kinds))];
  if (kinds !== undefined) return [along('kinds').ofFew('type', texts(kinds))];
  const onDays = (): readonly Places[] => [along('occurredFrom', 'occurredTo').ofMany('occurredOn', days)];
  if (areFewDays(filter)) return onDays();
  if (filter.withReason === true) return [along('withReason').ofFlag('reason')];
  if (filter.erasedReasonOnly) return [along().ofFlag('reason')];
  if (parameter !== undefined) return [along('parameter').ofFew('ruleParameter', texts([parameter]))];
  if (period !== undefined) return onPages('period', period);
  if (namesDays) return onDays();
  if (roles !== undefined) return [along('roles').ofFew('role', texts(roles))];
  if (channels !== undefined) return [along('channels').ofFew('channel', texts(channels))];
  return null;
};
