import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';
import type { Stay } from '../stay.ts';

/** A student by name, and where they study. */
export const personStudent = defineEntity({
  name: 'PersonStudent',
  tableName: 'person_student',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    familyName: p.text().nullable(),
    givenName: p.text().nullable(),
    patronymic: p.text().nullable(),
    group: p.uuid().name('group_id').nullable(),
    enrolledFrom: p.date().nullable(),
    enrolledUntil: p.date().nullable(),
    formOfStudy: p.text().$type<EventNamed<'StudentEnrolled'>['data']['formOfStudy']>().nullable(),
    individualCurriculum: p.uuid().nullable(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** A study group. */
export const studyGroup = defineEntity({
  name: 'StudyGroup',
  tableName: 'study_group',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    name: p.text(),
    year: p.smallint(),
    semester: p.smallint(),
    curator: p.uuid().nullable(),
  },
  indexes: [{ properties: ['college', 'curator'] }],
});

/** Who belonged to a group, and when. */
export const groupMember = defineEntity({
  name: 'GroupMember',
  tableName: 'group_member',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    student: p.uuid().primary(),
    stays: p.json().$type<readonly Stay[]>(),
  },
});

/** A page of the journal. */
export const directoryPage = defineEntity({
  name: 'DirectoryPage',
  tableName: 'directory_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    subgroup: p.text().nullable(),
    courseUnit: p.uuid(),
    period: p.uuid(),
    scale: p.text().$type<EventNamed<'JournalOpened'>['data']['scale']>(),
    attestationForm: p.text().$type<EventNamed<'JournalOpened'>['data']['attestationForm']>(),
  },
  indexes: [{ properties: ['college', 'group'] }, { properties: ['college', 'period'] }],
});

/** A student who stood on a page. */
export const directoryPageStudent = defineEntity({
  name: 'DirectoryPageStudent',
  tableName: 'directory_page_student',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** A page in a teacher's load. */
export const teachingLoad = defineEntity({
  name: 'TeachingLoad',
  tableName: 'teaching_load',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    account: p.uuid().primary(),
    from: p.date().name('first_day'),
  },
  indexes: [{ properties: ['college', 'account'] }],
});

/** Who stands in at a lesson. */
export const substitution = defineEntity({
  name: 'Substitution',
  tableName: 'substitution',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    lesson: p.uuid().primary(),
    journal: p.uuid(),
    account: p.uuid(),
  },
  indexes: [{ properties: ['college', 'account'] }],
});

/** A row of each table. */
export type Student = RowOf<typeof personStudent>;
export type StudyGroup = RowOf<typeof studyGroup>;
export type GroupMember = RowOf<typeof groupMember>;
export type Page = RowOf<typeof directoryPage>;
export type PageStudent = RowOf<typeof directoryPageStudent>;
export type TeachingLoad = RowOf<typeof teachingLoad>;
export type Substitution = RowOf<typeof substitution>;
