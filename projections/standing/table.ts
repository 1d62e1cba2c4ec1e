import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { AttestationForm, AttestationResult } from '../../src/policies/attestation.ts';
import type { MarkScale } from '../../src/policies/mark-scale.ts';
import type { Pause } from '../../src/policies/academic-debt.ts';
import type { RowOf } from '../definition.ts';

/** A repeat attestation, beside the original result. */
export interface Repeat {
  readonly attempt: number;
  readonly result: AttestationResult;
  readonly heldOn: string;
  readonly order: string | null;
  readonly commission: readonly string[];
}

/** A repeat attestation whose day is set. */
export type ScheduledRepeat = Omit<Repeat, 'attempt' | 'result' | 'heldOn'> & { readonly on: string };

/** What was done so that a debt is cleared. */
export interface Measure {
  readonly measure: EventNamed<'DebtMeasureRecorded'>['data']['measure'];
  readonly on: string;
  /** Who noted it. */
  readonly account: string;
  /** `null` where nothing was written, or the text was erased. */
  readonly note: string | null;
}

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
    attestationForm: p.text().$type<AttestationForm>(),
    /** The day the attestation sheet was completed, and whether that locks the page (T-22). */
    sheetCompletedOn: p.date().nullable(),
    sheetLocks: p.boolean(),
  },
  indexes: [{ properties: ['college', 'group'] }, { properties: ['college', 'period'] }],
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
    /** The last day at the college; `null` while the enrolment lasts. */
    studiesUntil: p.date().nullable(),
    /** Academic leaves: the term of a debt stands still. */
    leaves: p.json().$type<readonly Pause[]>(),
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
    /** The last day on the page; `null` who still stands there. */
    leftOn: p.date().nullable(),
    attestationOriginal: p.text().$type<AttestationResult>().nullable(),
    attestationCurrent: p.text().$type<AttestationResult>().nullable(),
    attestationRepeats: p.smallint(),
    attestationHeldOn: p.date().nullable(),
    /** Entered after the deadline of the regulation; noted, not refused (T-06). */
    attestationLate: p.boolean(),
    /** Every repeat beside the original, and the one whose day is set (T-25). */
    repeats: p.json().$type<readonly Repeat[]>(),
    repeatScheduled: p.json().$type<ScheduledRepeat>().nullable(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** Every academic debt, those that were cleared too (R-PA-16). */
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
    clearedOn: p.date().nullable(),
    measures: p.json().$type<readonly Measure[]>(),
  },
});

/** A row of each table. */
export type StandingPage = RowOf<typeof standingPage>;
export type StandingStudent = RowOf<typeof standingStudent>;
export type Standing = RowOf<typeof standing>;
export type StandingDebt = RowOf<typeof standingDebt>;
