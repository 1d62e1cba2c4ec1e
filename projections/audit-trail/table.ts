import { defineEntity, p } from '@mikro-orm/core';
import type { Meta, Due, Warning } from '../../events/recorded.ts';
import type { EventType } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** Every event of the college: who, what, when, by which right and rule, and why. */
export const auditEntry = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    position: p.bigint('bigint').primary(),
    event: p.uuid(),
    type: p.text().$type<EventType>(),
    /** ISO 8601 in UTC with milliseconds: it sorts as text. */
    recordedAt: p.text(),
    occurredOn: p.date(),
    actor: p.text(),
    role: p.text().$type<NonNullable<Meta['actor']['role']>>().nullable(),
    onBehalfOf: p.text().nullable(),
    channel: p.text().$type<Meta['actor']['channel']>(),
    session: p.text(),
    provedBy: p.text().$type<NonNullable<Meta['actor']['provedBy']>>().nullable(),
    provedAt: p.text().nullable(),
    /** The request it came by; it is not looked for, so it has no index. */
    request: p.uuid().nullable(),
    source: p.text().$type<Meta['source']>(),
    correlation: p.text().nullable(),
    command: p.text(),
    student: p.uuid().nullable(),
    journal: p.uuid().nullable(),
    lesson: p.uuid().nullable(),
    period: p.uuid().nullable(),
    group: p.uuid().name('group_id').nullable(),
    courseUnit: p.uuid().nullable(),
    /** The account it is about; the one that acted is `actor`. */
    account: p.uuid().nullable(),
    workType: p.text().nullable(),
    fromValue: p.text().nullable(),
    toValue: p.text().nullable(),
    late: p.boolean(),
    grant: p.uuid().name('grant_id').nullable(),
    ruleParameter: p.text().nullable(),
    ruleClause: p.text().nullable(),
    ruleVersion: p.integer().nullable(),
    deadline: p.date().nullable(),
    /** The deadline of timeliness, where another rule gave it. */
    due: p.json().$type<Due>().nullable(),
    /** The outage whose temporary journal it came from. */
    outage: p.uuid().nullable(),
    warnings: p.json().$type<readonly Warning[]>().nullable(),
    /** A reason was given, even where its text has been erased. */
    hasReason: p.boolean(),
    /** Whose key the reason was sealed under. */
    reasonAbout: p.text().nullable(),
    reason: p.text().nullable(),
  },
  indexes: [
    { properties: ['college', 'actor', 'position'] },
    { properties: ['college', 'student', 'position'] },
    { properties: ['college', 'journal', 'position'] },
    { properties: ['college', 'period', 'position'] },
    { properties: ['college', 'group', 'position'] },
    { properties: ['college', 'type', 'position'] },
    { properties: ['college', 'role', 'position'] },
    { properties: ['college', 'channel', 'position'] },
    { properties: ['college', 'ruleParameter', 'position'] },
    { properties: ['college', 'recordedAt'] },
    { properties: ['college', 'occurredOn', 'position'] },
    { properties: ['college', 'occurredOn', 'type', 'position'] },
  ],
});

/** What an event may be tied to beside its own columns: a student named with many others, an account, a grant … */
export type Tie = 'student' | 'account' | 'grant' | 'outage' | 'onBehalfOf';

/** The ties of the few events that have one. */
export const auditTie = defineEntity({
  name: 'AuditTie',
  tableName: 'audit_tie',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    tie: p.text().$type<Tie>().primary(),
    id: p.text().primary(),
    position: p.bigint('bigint').primary(),
  },
});

/** Where in the log a session, or a list of commands or an import, begins and ends for whoever acted in it: an index of a row each. */
export const auditStretch = defineEntity({
  name: 'AuditStretch',
  tableName: 'audit_stretch',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    of: p.text().$type<'session' | 'correlation'>().primary(),
    id: p.text().primary(),
    actor: p.text().primary(),
    first: p.bigint('bigint').name('first_position'),
    last: p.bigint('bigint').name('last_position'),
  },
});

/** What an auditor looks for, and few events are. */
export type AuditFlag =
  'late' | 'afterGrant' | 'refused' | 'imported' | 'temporaryJournal' | 'warned' | 'onBehalf' | 'reason';

/** The flags of the few events that have one: an index over them all would be written for every event. */
export const auditFlag = defineEntity({
  name: 'AuditFlag',
  tableName: 'audit_flag',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    flag: p.text().$type<AuditFlag>().primary(),
    position: p.bigint('bigint').primary(),
  },
});

/** The group and the period of every page. */
export const auditPage = defineEntity({
  name: 'AuditPage',
  tableName: 'audit_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    period: p.uuid(),
  },
  indexes: [{ properties: ['college', 'group'] }, { properties: ['college', 'period'] }],
});

/** The group each student studies in, or last studied in. */
export const auditMember = defineEntity({
  name: 'AuditMember',
  tableName: 'audit_member',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** A row of each table. */
export type AuditEntry = RowOf<typeof auditEntry>;
export type AuditTie = RowOf<typeof auditTie>;
export type AuditStretch = RowOf<typeof auditStretch>;
export type AuditFlagRow = RowOf<typeof auditFlag>;
export type AuditPage = RowOf<typeof auditPage>;
export type AuditMember = RowOf<typeof auditMember>;
