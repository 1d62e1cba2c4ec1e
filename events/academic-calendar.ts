import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label, orderReference, time } from './vocabulary.ts';

/** An academic year by the calendar year it begins in: 2024 is 2024/25. */
const academicYear = z.int().min(1993).max(2199);

/** What a stretch of the academic calendar is given to. */
const stretchKind = z.enum([
  'studyPeriod',
  'vacation',
  'trainingPractice',
  'industrialPractice',
  'preDiplomaPractice',
  'interimAttestation',
  'finalAttestation',
]);

/** Whose calendar: the whole college’s, or that of a group or a stream (поток). */
const forWhom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('college') }),
  z.strictObject({ kind: z.literal('group'), id }),
  z.strictObject({ kind: z.literal('stream'), id }),
]);

const why = (meaning: string) =>
  ({ purpose: 'special', meaning, subject: ({ year }: { year: number }) => String(year) }) as const;

const AcademicCalendarSet = defineEvent({
  type: 'AcademicCalendarSet',
  category: 'academicCalendar',
  meaning:
    'The academic calendar (календарный учебный график) of a year was set: study, vacation, practices, attestations (R-CAL-01, R-CAL-05).',
  data: z.strictObject({
    year: academicYear,
    for: forWhom,
    stretches: z
      .array(z.strictObject({ kind: stretchKind, title: label.nullable(), from: date, until: date }))
      .min(1)
      .max(120),
    order: orderReference.nullable(),
  }),
  sealed: { reason: why('Why it replaces the calendar that stood.') },
});

const AttestationPeriodEntered = defineEvent({
  type: 'AttestationPeriodEntered',
  category: 'academicCalendar',
  meaning: 'An attestation period was entered in the calendar of its academic year (R-CAL-02, D-21).',
  data: z.strictObject({
    year: academicYear,
    period: id,
    kind: z.enum(['semester', 'year', 'studyPeriod']),
    from: date,
    until: date,
  }),
});

const WorkingRegimeSet = defineEvent({
  type: 'WorkingRegimeSet',
  category: 'academicCalendar',
  meaning: 'The working regime (режим работы) of the college for a year was entered (R-CAL-06).',
  data: z.strictObject({
    year: academicYear,
    workingWeek: z.union([z.literal(5), z.literal(6)]),
    opensAt: time,
    closesAt: time,
    shifts: z.int().min(1).max(3),
    /** Days on which this college is closed beside those of the production calendar. */
    closedOn: z.array(date).max(120),
    order: orderReference.nullable(),
  }),
});

const JournalYearOpened = defineEvent({
  type: 'JournalYearOpened',
  category: 'academicCalendar',
  meaning: 'The electronic journal of an academic year was opened (R-REF-23).',
  data: z.strictObject({ year: academicYear, order: orderReference.nullable() }),
});

/** The academic year: its calendar, periods, working regime, and its journal; a stream for each year. */
export const academicCalendarEvents = {
  AcademicCalendarSet,
  AttestationPeriodEntered,
  WorkingRegimeSet,
  JournalYearOpened,
} as const;
