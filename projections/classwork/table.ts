import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

type WorkType = EventNamed<'MarkRecorded'>['data']['workType'];

/** A task, and the students for whom it has been checked. */
export const assignment = defineEntity({
  name: 'Assignment',
  tableName: 'assignment',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    assignment: p.uuid().primary(),
    journal: p.uuid(),
    lesson: p.uuid(),
    workType: p.text().$type<WorkType>(),
    electronic: p.boolean(),
    dueOn: p.date().nullable(),
    contents: p.text().nullable(),
    checked: p.json().$type<readonly string[]>(),
  },
  indexes: [{ properties: ['college', 'journal'] }],
});

/** What a student owes of a topic, until it is cleared and after. */
export const topicDebt = defineEntity({
  name: 'TopicDebt',
  tableName: 'topic_debt',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    debt: p.uuid().primary(),
    journal: p.uuid(),
    lesson: p.uuid(),
    student: p.uuid(),
    workType: p.text().$type<WorkType>(),
    topic: p.text().nullable(),
    makeUpOn: p.date().nullable(),
    clearedOn: p.date().nullable(),
  },
  indexes: [{ properties: ['college', 'journal'] }, { properties: ['college', 'student'] }],
});

/** A control work in the schedule of a page. */
export const controlWork = defineEntity({
  name: 'ControlWork',
  tableName: 'control_work',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    controlWork: p.uuid().primary(),
    workType: p.text().$type<WorkType>(),
    plannedOn: p.date(),
    topic: p.text().nullable(),
  },
});

/** A mistake in a mark that a student reported; gone once the mark was changed. */
export const mistakeReport = defineEntity({
  name: 'MistakeReport',
  tableName: 'mistake_report',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    lesson: p.uuid().primary(),
    student: p.uuid().primary(),
    workType: p.text().$type<WorkType>().primary(),
    journal: p.uuid(),
    explanation: p.text().nullable(),
    reportedAt: p.text(),
  },
  indexes: [{ properties: ['college', 'journal'] }],
});

/** An extracurricular activity of a group, planned, held, or both. */
export const activity = defineEntity({
  name: 'Activity',
  tableName: 'activity',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    activity: p.uuid().primary(),
    title: p.text().nullable(),
    plannedOn: p.date().nullable(),
    heldOn: p.date().nullable(),
    academicHours: p.smallint().nullable(),
    students: p.json().$type<readonly string[]>(),
    notes: p.text().nullable(),
  },
});

/** A row of each table. */
export type AssignmentRow = RowOf<typeof assignment>;
export type TopicDebtRow = RowOf<typeof topicDebt>;
export type ControlWorkRow = RowOf<typeof controlWork>;
export type MistakeReportRow = RowOf<typeof mistakeReport>;
export type ActivityRow = RowOf<typeof activity>;
