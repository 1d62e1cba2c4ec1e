import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** A building. */
export const building = defineEntity({
  name: 'Building',
  tableName: 'building',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    building: p.uuid().primary(),
    name: p.text(),
    address: p.text().nullable(),
  },
});

/** A room; one that is closed is kept for the lessons that were held there. */
export const room = defineEntity({
  name: 'Room',
  tableName: 'room',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    room: p.uuid().primary(),
    building: p.uuid(),
    number: p.text(),
    kind: p.text().$type<EventNamed<'RoomAdded'>['data']['kind']>(),
    capacity: p.smallint().nullable(),
    closed: p.boolean(),
  },
});

/** A department. */
export const department = defineEntity({
  name: 'Department',
  tableName: 'department',
  schema: 'read',
  properties: { college: p.uuid().primary(), department: p.uuid().primary(), name: p.text() },
});

/** A stream of groups. */
export const studyStream = defineEntity({
  name: 'StudyStream',
  tableName: 'study_stream',
  schema: 'read',
  properties: { college: p.uuid().primary(), stream: p.uuid().primary(), name: p.text() },
});

/** Where a group belongs. */
export const groupPlacement = defineEntity({
  name: 'GroupPlacement',
  tableName: 'group_placement',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().primary(),
    department: p.uuid().nullable(),
    stream: p.uuid().nullable(),
  },
});

/** A section that describes the college; the text is null once erased. */
export const collegeInformation = defineEntity({
  name: 'CollegeInformation',
  tableName: 'college_information',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    section: p.text().$type<EventNamed<'CollegeInformationFilled'>['data']['section']>().primary(),
    text: p.text().nullable(),
    /** The college again: whose key the text is sealed under. */
    about: p.uuid(),
    filledAt: p.text(),
  },
});

/** A check of reference data for a year or a month, and its documents. */
export const referenceCheck = defineEntity({
  name: 'ReferenceCheck',
  tableName: 'reference_check',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    what: p.text().$type<EventNamed<'ReferenceDataChecked'>['data']['what']>().primary(),
    /** The group it is of, or `college`. */
    of: p.text().name('checked_of').primary(),
    term: p.text().primary(),
    group: p.uuid().nullable(),
    documentsOn: p.date().nullable(),
    documentsDue: p.date().nullable(),
    checkedOn: p.date().nullable(),
    checkedBy: p.uuid().nullable(),
    deadline: p.date().nullable(),
    clause: p.text().nullable(),
    faults: p.integer().nullable(),
  },
});

/** A row of each table. */
export type Building = RowOf<typeof building>;
export type Room = RowOf<typeof room>;
export type Department = RowOf<typeof department>;
export type StudyStream = RowOf<typeof studyStream>;
export type GroupPlacement = RowOf<typeof groupPlacement>;
export type CollegeInformation = RowOf<typeof collegeInformation>;
export type ReferenceCheck = RowOf<typeof referenceCheck>;
