import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

type Regime = Omit<EventNamed<'WorkingRegimeSet'>['data'], 'year'>;
type GroupRegime = Omit<EventNamed<'AttendanceRegimeSet'>['data'], 'of'>;

/** The production calendar of a calendar year as it was last imported. */
export const productionCalendar = defineEntity({
  name: 'ProductionCalendar',
  tableName: 'production_calendar',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    year: p.text().primary(),
    source: p.text(),
    days: p.json().$type<EventNamed<'ProductionCalendarImported'>['data']['days']>(),
    importedAt: p.text(),
    order: p.text().name('order_reference').nullable(),
  },
});

/** An academic year: its working regime, its attestation periods, and when its journal was opened. */
export const academicYear = defineEntity({
  name: 'AcademicYear',
  tableName: 'academic_year',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    year: p.text().primary(),
    regime: p.json().$type<Regime>().nullable(),
    periods: p.json().$type<readonly string[]>(),
    openedAt: p.text().nullable(),
  },
});

/** The academic calendar of the college, a group or a stream in a year. */
export const academicCalendar = defineEntity({
  name: 'AcademicCalendar',
  tableName: 'academic_calendar',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    year: p.text().primary(),
    /** `college`, or the id of a group or a stream. */
    owner: p.text().primary(),
    ownerKind: p.text().$type<EventNamed<'AcademicCalendarSet'>['data']['for']['kind']>(),
    revision: p.integer(),
    stretches: p.json().$type<EventNamed<'AcademicCalendarSet'>['data']['stretches']>(),
    order: p.text().name('order_reference').nullable(),
  },
});

/** The attendance regimes of a group, a stream or a student, in the order in which they were set. */
export const attendanceRegime = defineEntity({
  name: 'AttendanceRegime',
  tableName: 'attendance_regime',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    owner: p.uuid().primary(),
    kind: p.text().$type<EventNamed<'AttendanceRegimeSet'>['data']['of']['kind']>(),
    regimes: p.json().$type<readonly GroupRegime[]>(),
  },
});

/** A bell schedule. */
export const bellSchedule = defineEntity({
  name: 'BellSchedule',
  tableName: 'bell_schedule',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    schedule: p.uuid().primary(),
    title: p.text(),
    weekdays: p.json().$type<readonly number[]>(),
    dayKind: p.text().$type<EventNamed<'BellScheduleSet'>['data']['dayKind']>(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day').nullable(),
    pairs: p.json().$type<EventNamed<'BellScheduleSet'>['data']['pairs']>(),
    order: p.text().name('order_reference').nullable(),
  },
});

/** A row of each table. */
export type ProductionCalendar = RowOf<typeof productionCalendar>;
export type AcademicYear = RowOf<typeof academicYear>;
export type AcademicCalendar = RowOf<typeof academicCalendar>;
export type AttendanceRegime = RowOf<typeof attendanceRegime>;
export type BellSchedule = RowOf<typeof bellSchedule>;
