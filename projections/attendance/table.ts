import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';
import type { Stay } from '../stay.ts';
import type { LeaveStay, StudyStay } from '../whereabouts.ts';

/** A stretch of study in one group, or in none. */
export interface Enrolment extends Stay {
  readonly group: string | null;
}

/** The group of every page. */
export const attendancePage = defineEntity({
  name: 'AttendancePage',
  tableName: 'attendance_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
  },
  indexes: [{ properties: ['college', 'group'] }],
});

/** Who stands on a page, and when. */
export const attendanceRosterEntry = defineEntity({
  name: 'AttendanceRosterEntry',
  tableName: 'attendance_roster_entry',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
    stays: p.json().$type<readonly Stay[]>(),
  },
});

/** When, and in which group, a student studies. */
export const attendanceStudent = defineEntity({
  name: 'AttendanceStudent',
  tableName: 'attendance_student',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    stays: p.json().$type<readonly StudyStay[]>(),
    leaves: p.json().$type<readonly LeaveStay[]>(),
    /** The stays less the leaves. */
    enrolments: p.json().$type<readonly Enrolment[]>(),
  },
});

/** The lessons of every page. */
export const attendanceLesson = defineEntity({
  name: 'AttendanceLesson',
  tableName: 'attendance_lesson',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    lesson: p.uuid().primary(),
    journal: p.uuid(),
    date: p.date(),
    academicHours: p.smallint(),
    status: p.text().$type<'scheduled' | 'conducted' | 'cancelled'>(),
  },
  indexes: [{ properties: ['college', 'journal', 'date'] }],
});

/** What stands in a cell; no row where the student was simply there. */
export const attendanceCell = defineEntity({
  name: 'AttendanceCell',
  tableName: 'attendance_cell',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    lesson: p.uuid().primary(),
    student: p.uuid().primary(),
    journal: p.uuid(),
    status: p.text().$type<'announced' | 'absent' | 'late'>(),
    classified: p.text().$type<EventNamed<'AbsenceClassified'>['data']['to']>(),
    /** Missed hours: none where the student was late or is only announced. */
    academicHours: p.smallint(),
    minutesLate: p.smallint().nullable(),
    /** It had been announced before it was recorded. */
    announced: p.boolean(),
  },
});

/** A row of each table. */
export type AttendancePage = RowOf<typeof attendancePage>;
export type AttendanceRosterEntry = RowOf<typeof attendanceRosterEntry>;
export type AttendanceStudent = RowOf<typeof attendanceStudent>;
export type AttendanceLesson = RowOf<typeof attendanceLesson>;
export type AttendanceCell = RowOf<typeof attendanceCell>;
