import { defineProjection, projected } from '../definition.ts';
import { timetableEntryHandlers, weeklyTimetableHandlers } from './apply-weekly.ts';
import { timetableLessonHandlers } from './apply.ts';
import { timetableEntry, timetableLesson, weeklyTimetable } from './table.ts';

/** The timetable: weekly ones, and the dated lessons made of them or scheduled one by one. */
export const timetable = defineProjection({
  name: 'timetable',
  version: 1,
  tables: [
    projected(timetableLesson, timetableLessonHandlers),
    projected(weeklyTimetable, weeklyTimetableHandlers),
    projected(timetableEntry, timetableEntryHandlers),
  ],
});
