import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import { entryColumns } from '../entry-columns.ts';
import type { Stay } from '../stay.ts';

type Opened = EventNamed<'JournalOpened'>['data'];
type Scheduled = EventNamed<'LessonScheduled'>['data'];
type Conducted = EventNamed<'LessonConducted'>['data'];
type Result = EventNamed<'AttestationMarkRecorded'>['data']['result'];

/** A repeat attestation, beside the original result (T-25). */
export interface Repeat {
  readonly attempt: number;
  readonly result: Result;
  readonly heldOn: string;
}

/** One page of the journal. */
export const gradebookPage = defineEntity({
  name: 'GradebookPage',
  tableName: 'gradebook_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    subgroup: p.text().nullable(),
    courseUnit: p.uuid(),
    period: p.uuid(),
    scale: p.text().$type<Opened['scale']>(),
    attestationForm: p.text().$type<Opened['attestationForm']>(),
    teachers: p.json().$type<readonly string[]>(),
    /** Position of the last event that touched anything on the page, its cells among them. */
    revision: p.bigint('bigint'),
  },
  indexes: [{ properties: ['college', 'group'] }, { properties: ['college', 'period'] }],
});

/** A column of the page. */
export const gradebookLesson = defineEntity({
  name: 'GradebookLesson',
  tableName: 'gradebook_lesson',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    lesson: p.uuid().primary(),
    date: p.date(),
    startsAt: p.text(),
    academicHours: p.smallint(),
    deliveryForm: p.text().$type<Scheduled['deliveryForm']>(),
    room: p.text().nullable(),
    status: p.text().$type<'scheduled' | 'conducted' | 'cancelled'>(),
    substitute: p.uuid().nullable(),
    marksUntil: p.date(),
    workTypes: p.json().$type<Conducted['workTypes']>(),
    /** The topic of the thematic plan it follows. */
    planItem: p.uuid().nullable(),
    attendanceBasis: p.text().$type<Conducted['attendanceBasis']>(),
    /** `null` before the lesson, and where the text was erased. */
    topic: p.text().nullable(),
    /** The topics of practical, laboratory, control and independent works, by kind. */
    workTopics: p.json().$type<Readonly<Record<string, string>>>(),
    homework: p.text().nullable(),
    homeworkManner: p.text().nullable(),
    homeworkPages: p.text().nullable(),
    homeworkDueOn: p.date().nullable(),
  },
  indexes: [{ properties: ['college', 'journal', 'date'] }],
});

/** A line of the page. */
export const gradebookRoster = defineEntity({
  name: 'GradebookRoster',
  tableName: 'gradebook_roster',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
    stays: p.json().$type<readonly Stay[]>(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** What stands where a line and a column meet. */
export const gradebookCell = defineEntity({
  name: 'GradebookCell',
  tableName: 'gradebook_cell',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    lesson: p.uuid().primary(),
    student: p.uuid().primary(),
    ...entryColumns,
    /** Position of the last event that touched the cell. */
    position: p.bigint('bigint'),
    /** The instant of that event, `2026-11-22T08:15:30.123Z`: text of fixed width sorts as time. */
    changedAt: p.text(),
  },
});

/** The attestation of one student on one page. */
export const gradebookAttestation = defineEntity({
  name: 'GradebookAttestation',
  tableName: 'gradebook_attestation',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
    original: p.text().$type<Result>(),
    heldOn: p.date(),
    repeats: p.json().$type<readonly Repeat[]>(),
    /** The result that counts today: the last repeat, else the original. */
    current: p.text().$type<Result>(),
    /** Revision of the stream: a correction names it. */
    revision: p.integer(),
  },
});
