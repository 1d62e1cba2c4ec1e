import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id } from './vocabulary.ts';

const of = { correction: id, journal: id, lesson: id, student: id };

const why: Sealing<{ student: string }> = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ student }) => student,
};

const AbsenceCorrectionProposed = defineEvent({
  type: 'AbsenceCorrectionProposed',
  category: 'absenceCorrection',
  meaning:
    'The curator found the attendance of a student at a lesson wrong and asks the teacher to agree (R-ATT-07, T-13).',
  data: z.strictObject({ ...of, to: z.enum(['absent', 'present']) }),
  sealed: { reason: why },
});

const AbsenceCorrectionConsented = defineEvent({
  type: 'AbsenceCorrectionConsented',
  category: 'absenceCorrection',
  meaning: 'The teacher agreed with the curator: the absence is recorded or cancelled in the same act.',
  data: z.strictObject(of),
});

const AbsenceCorrectionDeclined = defineEvent({
  type: 'AbsenceCorrectionDeclined',
  category: 'absenceCorrection',
  meaning: 'The teacher did not agree with the curator: attendance stays as it is.',
  data: z.strictObject(of),
  sealed: { reason: why },
});

const AttendanceWeekChecked = defineEvent({
  type: 'AttendanceWeekChecked',
  category: 'attendanceCheck',
  meaning:
    'The curator went through the attendance of the group in a week (R-ATT-08); the date is its Monday.',
  data: z.strictObject({ group: id, week: date }),
});

const AttendanceTaken = defineEvent({
  type: 'AttendanceTaken',
  category: 'attendanceSheet',
  meaning:
    'Attendance of a lesson was taken: so many students had to be there, so many were absent; all the others were there (R-ATT-01).',
  data: z.strictObject({ journal: id, lesson: id, expected: z.int().min(0), absent: z.int().min(0) }),
});

/** What a curator does about the attendance of the group: corrections with the teacher's consent, weekly checks; attendance that was taken. */
export const attendanceControlEvents = {
  AbsenceCorrectionProposed,
  AbsenceCorrectionConsented,
  AbsenceCorrectionDeclined,
  AttendanceWeekChecked,
  AttendanceTaken,
} as const;
