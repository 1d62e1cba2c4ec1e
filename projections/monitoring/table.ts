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
    /** The marks that stand at it, by kind of work and value. */
    columns: p.json().$type<Readonly<Record<string, Readonly<Record<string, number>>>>>(),
    /** Columns whose marks are all alike, by kind of work; `null` where there is none. */
    alike: p.json().$type<Readonly<Record<string, AlikeColumn>>>().nullable(),
  },
  indexes: [{ properties: ['college', 'date'] }],
});

/** A column of marks of one value, and the entry that made it so. */
export interface AlikeColumn {
  readonly marks: number;
  /** Positions of a log stay far below what a number holds. */
  readonly position: number;
  readonly at: string;
}

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
    at: p.text().name('changed_at'),
    account: p.text(),
    journal: p.uuid().nullable(),
    /** The list of commands it came with, else its own command. */
    burst: p.text(),
    grant: p.uuid().name('grant_id').nullable(),
    /** A better mark or result took the place of one. */
    raised: p.boolean(),
  },
  indexes: [{ properties: ['college', 'at'] }],
});

/** When a page was first closed: its attestation sheet completed; or a period: locked. */
export const monitoredClosing = defineEntity({
  name: 'MonitoredClosing',
  tableName: 'monitored_closing',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    /** The page or the period. */
    place: p.uuid().primary(),
    position: p.bigint('bigint'),
  },
});

/** Whose a page, or by a substitution a lesson, was between two places of the log; open-ended with `null`. */
export interface Holder {
  readonly account: string;
  readonly from: number;
  readonly until: number | null;
}

/** Who had a page in the load, and who stood in at a lesson: by the page or the lesson. */
export const monitoredLoad = defineEntity({
  name: 'MonitoredLoad',
  tableName: 'monitored_load',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    place: p.uuid().primary(),
    holders: p.json().$type<readonly Holder[]>(),
  },
});

/** A sign-in code that somebody made for an account of another. */
export const monitoredReset = defineEntity({
  name: 'MonitoredReset',
  tableName: 'monitored_reset',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    account: p.text().primary(),
    position: p.bigint('bigint').primary(),
    at: p.text().name('issued_at'),
    by: p.text().name('issued_by'),
  },
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
    title: p.text().nullable(),
  },
});

/** A row of each table. */
export type MonitoredLesson = RowOf<typeof monitoredLesson>;
export type MonitoredTimeliness = RowOf<typeof monitoredTimeliness>;
export type MonitoredActivity = RowOf<typeof monitoredActivity>;
export type MonitoredChange = RowOf<typeof monitoredChange>;
export type MonitoredClosing = RowOf<typeof monitoredClosing>;
export type MonitoredLoad = RowOf<typeof monitoredLoad>;
export type MonitoredReset = RowOf<typeof monitoredReset>;
export type PedagogicalCouncil = RowOf<typeof pedagogicalCouncil>;
