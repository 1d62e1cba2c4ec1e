import { defineEntity, p } from '@mikro-orm/core';
import type { RowOf } from '../definition.ts';

/** A correction of attendance that a curator proposed, with the teacher's answer. */
export const absenceCorrection = defineEntity({
  name: 'AbsenceCorrection',
  tableName: 'absence_correction',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    correction: p.uuid().primary(),
    journal: p.uuid(),
    lesson: p.uuid(),
    student: p.uuid(),
    to: p.text().$type<'absent' | 'present'>().name('to_be'),
    status: p.text().$type<'pending' | 'consented' | 'declined'>(),
    proposedBy: p.text(),
    proposedAt: p.text(),
    reason: p.text().nullable(),
    /** Why the teacher did not agree. */
    answer: p.text().nullable(),
  },
  indexes: [{ properties: ['college', 'journal', 'status'] }],
});

/** A week whose attendance the curator of a group has gone through. */
export const attendanceCheck = defineEntity({
  name: 'AttendanceCheck',
  tableName: 'attendance_check',
  schema: 'read',
  properties: {
    college: p.uuid().primary(),
    group: p.uuid().name('group_id').primary(),
    /** Its Monday. */
    week: p.date().primary(),
    checkedOn: p.text(),
    checkedBy: p.text(),
  },
});

/** A row of each table. */
export type AbsenceCorrection = RowOf<typeof absenceCorrection>;
export type AttendanceCheck = RowOf<typeof attendanceCheck>;
