import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { AttestationResult } from '../../src/policies/attestation.ts';
import type { MarkScale } from '../../src/policies/mark-scale.ts';
import type { RowOf } from '../definition.ts';

/** What every page is about. */
export const standingPage = defineEntity({
  name: 'StandingPage',
  tableName: 'standing_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    courseUnit: p.uuid(),
    period: p.uuid(),
    scale: p.text().$type<MarkScale>(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** The group each student studies in, or last studied in. */
export const standingStudent = defineEntity({
  name: 'StandingStudent',
  tableName: 'standing_student',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** How a student stands on a page, in whole numbers. */
export const standing = defineEntity({
  name: 'Standing',
  tableName: 'standing',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
    /** The sum and count of the marks that are numbers. */
    marksSum: p.integer(),
    marksCount: p.integer(),
    /** How many marks of each kind of work stand, words such as `pass` included. */
    marksByWorkType: p.json().$type<Readonly<Record<string, number>>>(),
    absences: p.integer(),
    attestationOriginal: p.text().$type<AttestationResult>().nullable(),
    attestationCurrent: p.text().$type<AttestationResult>().nullable(),
    attestationRepeats: p.smallint(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** The academic debts that stand. */
export const standingDebt = defineEntity({
  name: 'StandingDebt',
  tableName: 'standing_debt',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    journal: p.uuid().primary(),
    period: p.uuid(),
    cause: p.text().$type<EventNamed<'AcademicDebtIncurred'>['data']['cause']>(),
    since: p.date(),
  },
});

/** A row of each table. */
export type StandingPage = RowOf<typeof standingPage>;
export type StandingStudent = RowOf<typeof standingStudent>;
export type Standing = RowOf<typeof standing>;
export type StandingDebt = RowOf<typeof standingDebt>;
