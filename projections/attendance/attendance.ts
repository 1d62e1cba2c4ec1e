import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { checkHandlers, correctionHandlers } from './apply-control.ts';
import { cellHandlers, lessonHandlers, pageHandlers, rosterHandlers, studentHandlers } from './apply.ts';
import {
  attendanceCell,
  attendanceLesson,
  attendancePage,
  attendanceRosterEntry,
  attendanceStudent,
} from './table.ts';
import { absenceCorrection, attendanceCheck } from './table-control.ts';

/** Who missed what, and the base it is counted against. */
export const attendance = defineProjection({
  name: 'attendance',
  version: 4,
  tables: [
    projected(attendancePage, pageHandlers),
    projected(attendanceRosterEntry, rosterHandlers),
    projected(attendanceStudent, studentHandlers),
    projected(attendanceLesson, lessonHandlers),
    projected(attendanceCell, cellHandlers),
    projected(absenceCorrection, correctionHandlers, [personal('special', 'student', ['reason', 'answer'])]),
    projected(attendanceCheck, checkHandlers),
  ],
});
