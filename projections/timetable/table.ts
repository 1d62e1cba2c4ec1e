import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';

type Entry = EventNamed<'TimetableEntryAdded'>['data'];

/** A dated lesson of the timetable. */
export const timetableLesson = defineEntity({
  name: 'TimetableLesson',
  tableName: 'timetable_lesson',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    lesson: p.uuid().primary(),
    journal: p.uuid(),
    date: p.date(),
    startsAt: p.text(),
    endsAt: p.text(),
    academicHours: p.smallint(),
    deliveryForm: p.text().$type<Entry['deliveryForm']>(),
    room: p.text().nullable(),
    roomId: p.uuid().nullable(),
    /** `null` where the lesson was never placed on its day, as one of an import: then whoever has the page. */
    teachers: p.json().$type<readonly string[]>().nullable(),
    substitute: p.uuid().nullable(),
    status: p.text().$type<'scheduled' | 'conducted' | 'cancelled'>(),
  },
  indexes: [{ properties: ['college', 'date'] }, { properties: ['college', 'journal'] }],
});

/** A weekly timetable. */
export const weeklyTimetable = defineEntity({
  name: 'WeeklyTimetable',
  tableName: 'weekly_timetable',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    timetable: p.uuid().primary(),
    title: p.text(),
    from: p.date().name('first_day'),
    until: p.date().name('last_day'),
    /** The day it was approved as it stands; an entry added later takes it back. */
    approvedOn: p.date().nullable(),
    /** The last day up to which lessons were ever made from it. */
    generatedUntil: p.date().nullable(),
  },
});

/** A lesson of a weekly timetable. */
export const timetableEntry = defineEntity({
  name: 'TimetableEntry',
  tableName: 'timetable_entry',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    timetable: p.uuid().primary(),
    entry: p.uuid().primary(),
    journal: p.uuid(),
    weekday: p.smallint(),
    weeks: p.text().$type<Entry['weeks']>(),
    pair: p.smallint().nullable(),
    startsAt: p.text(),
    endsAt: p.text(),
    academicHours: p.smallint(),
    deliveryForm: p.text().$type<Entry['deliveryForm']>(),
    room: p.text().nullable(),
    roomId: p.uuid().nullable(),
    teachers: p.json().$type<readonly string[]>(),
    from: p.date().name('first_day'),
    lastDay: p.date().nullable(),
  },
});
