import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { RowOf } from '../definition.ts';

/** The college itself: the one row of its table. */
export const directoryCollege = defineEntity({
  name: 'DirectoryCollege',
  tableName: 'directory_college',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    /** The college's own id again. */
    id: p.uuid().primary(),
    name: p.text(),
    zone: p.text(),
    workingWeek: p.smallint().$type<5 | 6>(),
  },
});

/** An account and its holder. */
export const personAccount = defineEntity({
  name: 'PersonAccount',
  tableName: 'person_account',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    holder: p.text().$type<EventNamed<'AccountOpened'>['data']['holder']>(),
    name: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'holder'] }],
});

/** A role that stands. */
export const roleGrant = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.uuid().primary(),
    role: p.text().$type<Role>().primary(),
    student: p.uuid().nullable(),
    order: p.text().name('order_reference').nullable(),
  },
  indexes: [{ properties: ['college', 'role'] }],
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
  },
});

/** A course unit. */
export const courseUnit = defineEntity({
  name: 'CourseUnit',
  tableName: 'course_unit',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    courseUnit: p.uuid().primary(),
    code: p.text(),
    title: p.text(),
    kind: p.text().$type<EventNamed<'CourseUnitRegistered'>['data']['kind']>(),
  },
});

/** An attestation period. */
export const attestationPeriod = defineEntity({
  name: 'AttestationPeriod',
  tableName: 'attestation_period',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    period: p.uuid().primary(),
    kind: p.text().$type<EventNamed<'AttestationPeriodSet'>['data']['kind']>(),
    title: p.text(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day'),
    attestationMarksUntil: p.date(),
    locked: p.boolean(),
    /** When it was last locked, and last opened again: ISO 8601 in UTC. */
    lockedAt: p.text().nullable(),
    reopenedAt: p.text().nullable(),
  },
});

/** A row of each table. */
export type College = RowOf<typeof directoryCollege>;
export type Account = RowOf<typeof personAccount>;
export type RoleGrant = RowOf<typeof roleGrant>;
export type Guardianship = RowOf<typeof guardianship>;
export type CourseUnit = RowOf<typeof courseUnit>;
export type Period = RowOf<typeof attestationPeriod>;
