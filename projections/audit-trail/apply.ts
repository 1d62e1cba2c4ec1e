import { definitionOf, type EventNamed, type EventType } from '../../events/register.ts';
import type { Recorded } from '../../events/recorded.ts';
import type { Change, Handlers } from '../projection.ts';
import { handlersOfEvery } from './every-event.ts';
import type { AuditEntry, AuditMember, AuditPage } from './table.ts';

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
};

const firstOf = (data: Fields, names: readonly string[]): string | null =>
  names.map((name) => text(data[name])).find((value) => value !== null) ?? null;

const TAKING: ReadonlySet<EventType> = new Set(['MarkWithdrawn', 'AbsenceCancelled', 'RoleRevoked']);

/**
 * What an event changed, as text. Where its data has a before and an after: both; else the one value that it gave
 * or took. A lone `from` is the first day of something, not a value.
 */
const changed = (type: EventType, data: Fields): Pick<AuditEntry, 'fromValue' | 'toValue'> => {
  const before = firstOf(data, ['from', 'fromSemester']);
  const after = firstOf(data, ['to', 'toSemester', 'date']);
  if (before !== null && after !== null) return { fromValue: before, toValue: after };
  if ('to' in data) return { fromValue: null, toValue: after };
  const value = firstOf(data, ['value', 'result', 'was', 'role']);
  return TAKING.has(type) ? { fromValue: value, toValue: null } : { fromValue: null, toValue: value };
};

/** The ids in an event's data, by the name of their field: whatever event it is, it is found by each of them. */
const subjects = (data: Fields) => ({
  student: text(data['student']),
  journal: text(data['journal']),
  lesson: text(data['lesson']),
  period: text(data['period']),
  group: text(data['group']),
  courseUnit: text(data['courseUnit']),
  account: text(data['account']),
  workType: text(data['workType']),
});

const entryOf = ({ type, data, sealed, meta, position }: Recorded): AuditEntry => {
  const texts: Readonly<Partial<Record<string, string | null>>> = sealed ?? {};
  const { actor, rule } = meta;
  return {
    position,
    event: meta.id,
    type,
    recordedAt: meta.at,
    occurredOn: meta.occurredOn,
    actor: actor.account,
    role: actor.role,
    onBehalfOf: actor.onBehalfOf,
    channel: actor.channel,
    session: actor.session,
    provedBy: actor.provedBy ?? null,
    provedAt: actor.provedAt ?? null,
    request: meta.request ?? null,
    source: meta.source,
    correlation: meta.correlation,
    command: meta.command,
    ...subjects(data),
    ...changed(type, data),
    late: rule?.late ?? false,
    grant: rule?.grant ?? null,
    ruleParameter: rule?.parameter ?? null,
    ruleClause: rule?.clause ?? null,
    ruleVersion: rule?.version ?? null,
    deadline: rule?.deadline ?? null,
    due: rule?.due ?? null,
    outage: meta.outage ?? null,
    warnings: meta.warnings ?? null,
    hasReason: 'reason' in texts,
    reasonAbout: 'reason' in texts ? (definitionOf(type).sealed['reason']?.subject(data) ?? null) : null,
    reason: texts['reason'] ?? null,
  };
};

/** Every event there is, without being listed: a new one is in the trail from its first day. */
export const entryHandlers: Handlers<AuditEntry> = handlersOfEvery((event) => [
  { key: [event.position.toString()], next: () => entryOf(event) },
]);

/** Which group a page belongs to, so that a group's trail has the events of its pages. */
export const pageHandlers: Handlers<AuditPage> = {
  JournalOpened: ({
    data: { journal, group, period },
  }: {
    readonly data: EventNamed<'JournalOpened'>['data'];
  }) => [{ key: [journal], next: () => ({ journal, group, period }) }],
};

const member = (student: string, group: string | null): readonly Change<AuditMember>[] => [
  { key: [student], next: () => ({ student, group }) },
];

/** The group of a student: a curator follows them back to the pages of an earlier one. */
export const memberHandlers: Handlers<AuditMember> = {
  StudentEnrolled: ({ data: { student, group } }) => member(student, group),
  StudentReinstated: ({ data: { student, group } }) => member(student, group),
  StudentTransferred: ({ data: { student, to } }) => member(student, to),
  StudentMovementAnnulled: ({ data: { student, stays } }) => member(student, stays.at(-1)?.group ?? null),
};
