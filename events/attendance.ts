import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { id } from './vocabulary.ts';

/** уважительная причина, без уважительной причины, not yet said (T-14). */
const absenceClass = z.enum(['excused', 'unexcused', 'unclassified']);

const cell = { journal: id, lesson: id, student: id };

const why: Sealing<{ student: string }> = {
  purpose: 'special',
  meaning: 'Why.',
  subject: ({ student }) => student,
};

const AbsenceAnnounced = defineEvent({
  type: 'AbsenceAnnounced',
  category: 'attendance',
  meaning:
    'A guardian or curator announced an absence ahead; it counts in no total until recorded (R-ATT-03, T-11).',
  data: z.strictObject(cell),
  sealed: { reason: why },
});

const AbsenceRecorded = defineEvent({
  type: 'AbsenceRecorded',
  category: 'attendance',
  meaning: 'The teacher marked the student absent from the lesson, for so many academic hours (R-ATT-01).',
  data: z.strictObject({ ...cell, academicHours: z.int().min(1).max(12) }),
});

const LateArrivalRecorded = defineEvent({
  type: 'LateArrivalRecorded',
  category: 'attendance',
  meaning: 'The student came late by so many minutes; present, not absent.',
  data: z.strictObject({ ...cell, minutes: z.int().min(1).max(240) }),
});

const AbsenceCancelled = defineEvent({
  type: 'AbsenceCancelled',
  category: 'attendance',
  meaning: 'The student was present after all; the announcement or record stays in history (R-ATT-04, T-10).',
  data: z.strictObject({ ...cell, was: z.enum(['announced', 'absent', 'late']) }),
  sealed: { reason: why },
});

const AbsenceClassified = defineEvent({
  type: 'AbsenceClassified',
  category: 'attendance',
  meaning: 'The curator said whether an absence is excused; never computed (R-ATT-09, T-14).',
  data: z.strictObject({ ...cell, from: absenceClass, to: absenceClass }),
  sealed: { reason: why },
});

/** Absences and late arrivals: one stream per cell. */
export const attendanceEvents = {
  AbsenceAnnounced,
  AbsenceRecorded,
  LateArrivalRecorded,
  AbsenceCancelled,
  AbsenceClassified,
} as const;
