import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { RowOf } from '../definition.ts';

/** A role somebody was given: it gives a right from its first day to its last; what has ended stays on record. */
export const roleGrant = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    grant: p.uuid().name('grant_id').primary(),
    role: p.text().$type<Role>(),
    student: p.uuid().nullable(),
    order: p.text().name('order_reference').nullable(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
    grantedBy: p.text(),
    grantedAt: p.text(),
    /** Of the grant: two of one instant keep their order. */
    position: p.bigint('bigint'),
    /** Who proposed what the one above confirmed, where a second person was needed. */
    proposedBy: p.uuid().nullable(),
    revokedBy: p.text().nullable(),
    revokedAt: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'role'] }],
});

/** A role that was proposed and needs a second person. */
export const roleProposal = defineEntity({
  name: 'RoleProposal',
  tableName: 'role_proposal',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    grant: p.uuid().name('grant_id').primary(),
    role: p.text().$type<Role>(),
    order: p.text().name('order_reference').nullable(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
    proposedBy: p.text(),
    proposedAt: p.text(),
    status: p.text().$type<'pending' | 'confirmed' | 'declined'>(),
  },
  indexes: [{ properties: ['college', 'status'] }],
});

/** A position (должность) of a member of staff. */
export const staffPosition = defineEntity({
  name: 'StaffPosition',
  tableName: 'staff_position',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    position: p.uuid().name('position_id').primary(),
    title: p.text(),
    department: p.text().nullable(),
    portfolio: p.text().$type<NonNullable<EventNamed<'PositionAssigned'>['data']['portfolio']>>().nullable(),
    order: p.text().name('order_reference').nullable(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
  },
});

/** A guardian and the student they answer for. */
export const guardianship = defineEntity({
  name: 'Guardianship',
  tableName: 'guardianship',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    guardianship: p.uuid().primary(),
    student: p.uuid().nullable(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** What a guardian handed on to a trusted person: whose and of which guardianship is null once erased. */
export const guardianDelegation = defineEntity({
  name: 'GuardianDelegation',
  tableName: 'guardian_delegation',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    delegation: p.uuid().primary(),
    guardian: p.uuid().nullable(),
    guardianship: p.uuid().nullable(),
    rights: p.json().$type<EventNamed<'GuardianDelegationGranted'>['data']['rights']>(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
  },
});

/** The day on which a student comes of age; none where the birth date is not known. */
export const studentMajority = defineEntity({
  name: 'StudentMajority',
  tableName: 'student_majority',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    on: p.date().name('comes_of_age'),
  },
});

/** When a group, or its guardians, were last briefed. */
export const groupBriefing = defineEntity({
  name: 'GroupBriefing',
  tableName: 'group_briefing',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    audience: p.text().$type<EventNamed<'GroupBriefed'>['data']['audience']>().primary(),
    on: p.date().name('briefed_on'),
    by: p.text().name('briefed_by'),
  },
});

/** A row of each table. */
export type RoleGrant = RowOf<typeof roleGrant>;
export type RoleProposal = RowOf<typeof roleProposal>;
export type StaffPosition = RowOf<typeof staffPosition>;
export type Guardianship = RowOf<typeof guardianship>;
export type GuardianDelegation = RowOf<typeof guardianDelegation>;
export type StudentMajority = RowOf<typeof studentMajority>;
export type GroupBriefing = RowOf<typeof groupBriefing>;
