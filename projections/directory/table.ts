import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
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
    /** For staff: the first day of the last stretch on the staff list, and its last day once that is known. */
    staffFrom: p.date().nullable(),
    staffUntil: p.date().nullable(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    /** Whether they declared in writing that they want no electronic access (T-40). */
    declinedElectronicAccess: p.boolean(),
  },
  indexes: [{ properties: ['college', 'holder'] }],
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
    /** The professional module it belongs to. */
    module: p.uuid().nullable(),
    practiceKind: p
      .text()
      .$type<NonNullable<EventNamed<'CourseUnitPlaced'>['data']['practiceKind']>>()
      .nullable(),
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

/** An account as everyone who meets it sees it. */
export type Account = Pick<AccountRow, 'account' | 'holder' | 'name'>;

/** A row of each table. */
export type College = RowOf<typeof directoryCollege>;
export type AccountRow = RowOf<typeof personAccount>;
export type CourseUnit = RowOf<typeof courseUnit>;
export type Period = RowOf<typeof attestationPeriod>;
