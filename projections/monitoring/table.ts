import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** What has been entered about a lesson: one row for each, whatever stands in its cells. */
export const monitoredLesson = defineEntity({
  name: 'MonitoredLesson',
  tableName: 'monitored_lesson',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    lesson: p.uuid().primary(),
    date: p.date(),
    startsAt: p.text(),
    academicHours: p.smallint(),
    deliveryForm: p.text().$type<EventNamed<'LessonScheduled'>['data']['deliveryForm']>(),
    status: p.text().$type<'scheduled' | 'conducted' | 'cancelled'>(),
    attendanceBasis: p.text().$type<EventNamed<'LessonConducted'>['data']['attendanceBasis']>(),
    substitute: p.uuid().nullable(),
    /** Attendance was taken, or somebody was recorded as absent or late: someone looked; so it is of an import. */
    attendanceTaken: p.boolean(),
    /** Marks that stand at it, of all students and kinds of work. */
    marks: p.integer(),
    homework: p.boolean(),
  },
  indexes: [{ properties: ['college', 'date'] }],
});

/** How many entries of a day were due, and how many of them came late, `[4, 1]`. */
export type Punctuality = readonly [entries: number, late: number];

/** The entries of a month with a deadline, by where they stand, who made them, and the rule they are judged by. */
export const monitoredTimeliness = defineEntity({
  name: 'MonitoredTimeliness',
  tableName: 'monitored_timeliness',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    /** The page, or the group of an entry that stands on none, or `college`. */
    place: p.text().primary(),
    account: p.text().primary(),
    parameter: p.text().primary(),
    clause: p.text().primary(),
    /** Of the days the entries are about, `2026-11`. */
    month: p.text().primary(),
    journal: p.uuid().nullable(),
    group: p.uuid().name('group_id').nullable(),
    /** By the day they are about, `2026-11-22`. */
    days: p.json().$type<Readonly<Record<string, Punctuality>>>(),
  },
  indexes: [{ properties: ['college', 'month'] }],
});

/** Who entered how much on a page: rows by the day in UTC, made the college's by its quarters of an hour. */
export const monitoredActivity = defineEntity({
  name: 'MonitoredActivity',
  tableName: 'monitored_activity',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    account: p.text().primary(),
    day: p.date().primary(),
    /** Entries by the quarter of an hour since midnight, 0…95: no zone's day begins within one. */
    quarters: p.json().$type<Readonly<Record<string, number>>>(),
  },
  indexes: [{ properties: ['college', 'day'] }],
});

/** A change of a mark, or an entry that was late or under a grant: the trail says the rest. */
export const monitoredChange = defineEntity({
  name: 'MonitoredChange',
  tableName: 'monitored_change',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    position: p.bigint('bigint').primary(),
    at: p.text().name('recorded_at'),
    account: p.text(),
    journal: p.uuid().nullable(),
    /** The list of commands it came with, else its own command. */
    burst: p.text(),
    grant: p.uuid().name('grant_id').nullable(),
  },
  indexes: [{ properties: ['college', 'at'] }],
});

/** A meeting of the pedagogical council that was not called off. */
export const pedagogicalCouncil = defineEntity({
  name: 'PedagogicalCouncil',
  tableName: 'pedagogical_council',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    council: p.uuid().primary(),
    on: p.date().name('held_on'),
    title: p.text(),
  },
});

/** A row of each table. */
export type MonitoredLesson = RowOf<typeof monitoredLesson>;
export type MonitoredTimeliness = RowOf<typeof monitoredTimeliness>;
export type MonitoredActivity = RowOf<typeof monitoredActivity>;
export type MonitoredChange = RowOf<typeof monitoredChange>;
export type PedagogicalCouncil = RowOf<typeof pedagogicalCouncil>;
