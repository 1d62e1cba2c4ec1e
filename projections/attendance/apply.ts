import { existing, type Change, type Handlers } from '../projection.ts';
import { joined, left } from '../stay.ts';
import { attended, whereaboutsHandlers } from '../whereabouts.ts';
import type {
  AttendanceCell,
  AttendanceLesson,
  AttendancePage,
  AttendanceRosterEntry,
  AttendanceStudent,
} from './table.ts';

/** Which group a page belongs to. */
export const pageHandlers: Handlers<AttendancePage> = {
  JournalOpened: ({ data: { journal, group } }) => [{ key: [journal], next: () => ({ journal, group }) }],
};

/** Who stands on a page, and when. */
export const rosterHandlers: Handlers<AttendanceRosterEntry> = {
  RosterExtended: ({ data: { journal, students, from } }) =>
    students.map((student) => ({
      key: [journal, student],
      next: (row) => ({ journal, student, stays: joined(row?.stays ?? [], from) }),
    })),
  RosterEntryEnded: (event) => {
    const { journal, student, until } = event.data;
    const next = (row: AttendanceRosterEntry | undefined) => {
      const entry = existing(row, event);
      return { ...entry, stays: left(entry.stays, until) };
    };
    return [{ key: [journal, student], next }];
  },
};

/**
 * When, and in which group, a student attends: a leaver stays on the page's roster, but not in its base, and who is on
 * academic leave is in it no day of it (T-16, T-33).
 */
export const studentHandlers = whereaboutsHandlers<AttendanceStudent>(({ student, stays, leaves }) => ({
  student,
  stays,
  leaves,
  enrolments: attended(stays, leaves).map(({ group, from, until }) => ({ group, from, until })),
}));

const amended =
  (
    event: { readonly type: string; readonly position: bigint },
    change: Partial<AttendanceLesson>,
  ): Change<AttendanceLesson>['next'] =>
  (row) => ({ ...existing(row, event), ...change });

/** The lessons: only those held enter a total, and a cancelled one never does (T-31). */
export const lessonHandlers: Handlers<AttendanceLesson> = {
  LessonScheduled: ({ data: { journal, lesson, date, academicHours } }) => [
    { key: [lesson], next: () => ({ journal, lesson, date, academicHours, status: 'scheduled' }) },
  ],
  LessonMoved: (event) => [{ key: [event.data.lesson], next: amended(event, { date: event.data.date }) }],
  LessonCancelled: (event) => [{ key: [event.data.lesson], next: amended(event, { status: 'cancelled' }) }],
  LessonConducted: (event) => [{ key: [event.data.lesson], next: amended(event, { status: 'conducted' }) }],
};

/** What stands in a cell: an announcement is kept apart from an absence, and counts in nothing (T-11). */
export const cellHandlers: Handlers<AttendanceCell> = {
  AbsenceAnnounced: ({ data: { journal, lesson, student } }) => [
    {
      key: [lesson, student],
      next: () => ({
        journal,
        lesson,
        student,
        status: 'announced',
        classified: 'unclassified',
        academicHours: 0,
        minutesLate: null,
        announced: true,
      }),
    },
  ],
  AbsenceRecorded: ({ data: { journal, lesson, student, academicHours } }) => [
    {
      key: [lesson, student],
      next: (row) => ({
        journal,
        lesson,
        student,
        status: 'absent',
        classified: 'unclassified',
        academicHours,
        minutesLate: null,
        announced: row?.announced ?? false,
      }),
    },
  ],
  LateArrivalRecorded: ({ data: { journal, lesson, student, minutes } }) => [
    {
      key: [lesson, student],
      next: (row) => ({
        journal,
        lesson,
        student,
        status: 'late',
        classified: 'unclassified',
        academicHours: 0,
        minutesLate: minutes,
        announced: row?.announced ?? false,
      }),
    },
  ],
  AbsenceCancelled: ({ data: { lesson, student } }) => [{ key: [lesson, student], next: () => undefined }],
  AbsenceClassified: (event) => {
    const { lesson, student, to } = event.data;
    return [{ key: [lesson, student], next: (row) => ({ ...existing(row, event), classified: to }) }];
  },
};
