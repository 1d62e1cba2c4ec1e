import type { RowOf } from '../definition.ts';
import type { timetableEntry, timetableLesson, weeklyTimetable } from './table.ts';

/** A dated lesson of the timetable. */
export type TimetableLessonRow = RowOf<typeof timetableLesson>;

/** A weekly timetable. */
export type WeeklyTimetableRow = RowOf<typeof weeklyTimetable>;

/** A lesson of a weekly timetable. */
export type TimetableEntryRow = RowOf<typeof timetableEntry>;
