import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

/** A thematic plan. */
export const thematicPlan = defineEntity({
  name: 'ThematicPlan',
  tableName: 'thematic_plan',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    plan: p.uuid().primary(),
    courseUnit: p.uuid(),
    /** `null`: a template. */
    group: p.uuid().name('group_id').nullable(),
    academicYear: p.smallint(),
    hours: p.smallint(),
    curriculumHours: p.smallint().nullable(),
    basedOn: p.uuid().nullable(),
    /** Who entered it. */
    author: p.uuid(),
  },
  indexes: [{ properties: ['college', 'courseUnit'] }, { properties: ['college', 'group'] }],
});

/** A topic of a thematic plan. */
export const thematicPlanItem = defineEntity({
  name: 'ThematicPlanItem',
  tableName: 'thematic_plan_item',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    plan: p.uuid().primary(),
    item: p.uuid().primary(),
    place: p.smallint(),
    hours: p.smallint(),
    workTypes: p.json().$type<EventNamed<'ThematicPlanItemSet'>['data']['workTypes']>(),
    plannedOn: p.date().nullable(),
    /** `null` where it was erased. */
    topic: p.text().nullable(),
  },
});

/** A page as far as its programme goes. */
export const programmePage = defineEntity({
  name: 'ProgrammePage',
  tableName: 'programme_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    courseUnit: p.uuid(),
    period: p.uuid(),
    subgroup: p.text().nullable(),
    plan: p.uuid().nullable(),
  },
});

/** A lesson as far as hours go: planned in the timetable, delivered, or cancelled. */
export const programmeLesson = defineEntity({
  name: 'ProgrammeLesson',
  tableName: 'programme_lesson',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    lesson: p.uuid().primary(),
    date: p.date(),
    academicHours: p.smallint(),
    status: p.text().$type<'scheduled' | 'conducted' | 'cancelled'>(),
    planItem: p.uuid().nullable(),
  },
});

/** The work programme of a course unit for an academic year. */
export const workProgramme = defineEntity({
  name: 'WorkProgramme',
  tableName: 'work_programme',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    courseUnit: p.uuid().primary(),
    academicYear: p.text().primary(),
    hours: p.smallint(),
    contents: p.text().nullable(),
    codifier: p.text().nullable(),
  },
});

/** What is asked of an answer in a course unit. */
export const gradingCriteria = defineEntity({
  name: 'GradingCriteria',
  tableName: 'grading_criteria',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    courseUnit: p.uuid().primary(),
    workTypes: p.json().$type<EventNamed<'GradingCriteriaSet'>['data']['workTypes']>(),
    checkingDays: p.smallint().nullable(),
    criteria: p.text().nullable(),
  },
});

/** A row of each table. */
export type ThematicPlanRow = RowOf<typeof thematicPlan>;
export type ThematicPlanItemRow = RowOf<typeof thematicPlanItem>;
export type ProgrammePageRow = RowOf<typeof programmePage>;
export type ProgrammeLessonRow = RowOf<typeof programmeLesson>;
export type WorkProgrammeRow = RowOf<typeof workProgramme>;
export type GradingCriteriaRow = RowOf<typeof gradingCriteria>;
