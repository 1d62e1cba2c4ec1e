import { defineProjection, projected } from '../definition.ts';
import { cellHandlers, lessonHandlers, pageHandlers, rosterHandlers, studentHandlers } from './apply.ts';
import {
  attendanceCell,
  attendanceLesson,
  attendancePage,
  attendanceRosterEntry,
  attendanceStudent,
} from './table.ts';

/** Who missed what, and the base it is counted against. */
export const attendance = defineProjection({
  name: 'attendance',
  version: 1,
  tables: [
    projected(attendancePage, pageHandlers),
    projected(attendanceRosterEntry, rosterHandlers),
    projected(attendanceStudent, studentHandlers),
    projected(attendanceLesson, lessonHandlers),
    projected(attendanceCell, cellHandlers),
  ],
});
