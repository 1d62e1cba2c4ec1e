import { defineEntity, p } from '@mikro-orm/core';
import type { EventNamed } from '../../events/register.ts';
import type { RowOf } from '../definition.ts';

type Of = EventNamed<'SupervisorAppointed'>['data']['of'];
type Result = EventNamed<'ThesisResultRecorded'>['data']['result'];

/** Which page a course work stands on. */
export const courseWorkPage = defineEntity({
  name: 'CourseWorkPage',
  tableName: 'course_work_page',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
    courseUnit: p.uuid(),
  },
});

/** The course work of a student on a page: topic and mark (R-WRK-01). */
export const courseWork = defineEntity({
  name: 'CourseWork',
  tableName: 'course_work',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    journal: p.uuid().primary(),
    student: p.uuid().primary(),
    period: p.uuid(),
    /** `null` where the text was erased. */
    topic: p.text().nullable(),
    mark: p.text().nullable(),
    defendedOn: p.date().nullable(),
    late: p.boolean(),
    revision: p.integer(),
  },
  indexes: [{ properties: ['college', 'student'] }],
});

/** The group a student studies in, or last studied in. */
export const finalStudent = defineEntity({
  name: 'FinalStudent',
  tableName: 'final_student',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    group: p.uuid().name('group_id').nullable(),
  },
});

/** Who supervises a student, by which order (R-WRK-02). */
export const supervision = defineEntity({
  name: 'Supervision',
  tableName: 'supervision',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    of: p.text().$type<Of>().primary(),
    account: p.uuid(),
    from: p.date().name('from_date'),
    order: p.text().name('order_reference'),
  },
  indexes: [{ properties: ['college', 'account'] }],
});

/** How the studies of a student end: thesis and demonstration exam. */
export const finalQualification = defineEntity({
  name: 'FinalQualification',
  tableName: 'final_qualification',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    student: p.uuid().primary(),
    thesis: p.text().$type<Result>().nullable(),
    defendedOn: p.date().nullable(),
    exam: p.text().$type<Result>().nullable(),
    points: p.smallint().nullable(),
    examOn: p.date().nullable(),
    /** The revision that a correction names. */
    revision: p.integer(),
  },
});

/** A row of each table. */
export type CourseWorkPage = RowOf<typeof courseWorkPage>;
export type CourseWork = RowOf<typeof courseWork>;
export type FinalStudent = RowOf<typeof finalStudent>;
export type Supervision = RowOf<typeof supervision>;
export type FinalQualification = RowOf<typeof finalQualification>;
