import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';
import type { LeaveStay, StudyStay } from '../whereabouts.ts';

/** The kind of a movement of the student body. */
export type MovementKind =
  EventNamed<'StudentMovementAnnulled'>['data']['kind'] | 'expulsion' | 'surnameChange';

/** A movement of a student: what, when, by which order, and whether it was annulled. */
export const studentMovement = defineEntity({
  name: 'StudentMovement',
  tableName: 'student_movement',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    /** The id of its event. */
    movement: p.uuid().primary(),
    kind: p.text().$type<MovementKind>(),
    on: p.date().name('on_day'),
    until: p.date().name('until_day').nullable(),
    fromGroup: p.uuid().nullable(),
    toGroup: p.uuid().nullable(),
    formOfStudy: p.text().$type<StudyStay['formOfStudy']>().nullable(),
    individualCurriculum: p.uuid().nullable(),
    toYear: p.smallint().nullable(),
    toSemester: p.smallint().nullable(),
    conditional: p.boolean().nullable(),
    orderNumber: p.text().nullable(),
    orderDate: p.date().nullable(),
    reason: p.text().nullable(),
    recordedAt: p.text(),
    recordedBy: p.text(),
    position: p.bigint('bigint'),
    annulledAt: p.text().nullable(),
    annulledBy: p.text().nullable(),
    annulmentOrderNumber: p.text().nullable(),
    annulmentOrderDate: p.date().nullable(),
    annulmentReason: p.text().nullable(),
  },
});

/** A promotion or graduation of a group. */
export const groupMovement = defineEntity({
  name: 'GroupMovement',
  tableName: 'group_movement',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    /** The id of its event. */
    movement: p.uuid().primary(),
    kind: p.text().$type<EventNamed<'GroupMovementAnnulled'>['data']['kind']>(),
    on: p.date().name('on_day'),
    toYear: p.smallint().nullable(),
    toSemester: p.smallint().nullable(),
    students: p.integer(),
    /** Promoted in debt; of a graduation: left out of it. */
    exceptions: p.integer(),
    orderNumber: p.text().nullable(),
    orderDate: p.date().nullable(),
    recordedAt: p.text(),
    recordedBy: p.text(),
    position: p.bigint('bigint'),
    annulledAt: p.text().nullable(),
    annulledBy: p.text().nullable(),
    annulmentReason: p.text().nullable(),
  },
});

/** A name of a student, and since when: a document keeps the one of its day (T-33). */
export const studentName = defineEntity({
  name: 'StudentName',
  tableName: 'student_name',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    /** Place of its event in the log: of two names of one day the later holds. */
    position: p.bigint('bigint').primary(),
    since: p.date(),
    cause: p.text().$type<'registered' | 'changed' | 'corrected'>(),
    familyName: p.text().nullable(),
    givenName: p.text().nullable(),
    patronymic: p.text().nullable(),
    orderNumber: p.text().nullable(),
    orderDate: p.date().nullable(),
  },
});

/** Where a student studies, and when they are on leave: the student body of any day is counted from it. */
export const studentStay = defineEntity({
  name: 'StudentStay',
  tableName: 'student_stay',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    stays: p.json().$type<readonly StudyStay[]>(),
    leaves: p.json().$type<readonly LeaveStay[]>(),
  },
});

/** A row of each table. */
export type StudentMovement = RowOf<typeof studentMovement>;
export type GroupMovement = RowOf<typeof groupMovement>;
export type StudentName = RowOf<typeof studentName>;
export type StudentStay = RowOf<typeof studentStay>;
