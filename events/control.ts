import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { ROLES } from './role.ts';
import { date, id } from './vocabulary.ts';

/** What a control or a finding is about: the college, a department, a group, or one page of the journal. */
const controlledThing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('college') }),
  z.strictObject({ kind: z.literal('department'), id }),
  z.strictObject({ kind: z.literal('group'), id }),
  z.strictObject({ kind: z.literal('page'), id }),
]);

/** What is gone through when a period ends. */
const periodEndCheck = z.enum(['filling', 'programmeDelivery', 'markObjectivity', 'controlWorks']);

const text = <Data>(meaning: string, subject: (data: Data) => string): Sealing<Data> => ({
  purpose: 'special',
  meaning,
  subject,
});

const ControlCarriedOut = defineEvent({
  type: 'ControlCarriedOut',
  category: 'control',
  meaning:
    'Somebody whose duty it is controlled how the journal is kept, and found so many things wrong (R-MON-02…05, R-MON-14).',
  data: z.strictObject({ control: id, of: controlledThing, on: date, findings: z.int().min(0).max(10_000) }),
  sealed: { summary: text<{ control: string }>('What was found.', ({ control }) => control) },
});

const PeriodEndChecked = defineEvent({
  type: 'PeriodEndChecked',
  category: 'periodEnd',
  meaning: 'The checklist of a period was gone through: what it covers, of how many pages (R-MON-07).',
  data: z.strictObject({
    period: id,
    checks: z.array(periodEndCheck).min(1),
    pages: z.int().min(0).max(100_000),
    findings: z.int().min(0).max(100_000),
  }),
  sealed: { conclusion: text<{ period: string }>('What followed from it.', ({ period }) => period) },
});

const FindingReported = defineEvent({
  type: 'FindingReported',
  category: 'finding',
  meaning:
    'What a control found was reported to whom it concerns and to whom the regulation names (R-MON-08, R-MON-10).',
  data: z.strictObject({
    finding: id,
    /** The control that found it; none where it was noticed in passing. */
    control: id.nullable(),
    of: controlledThing,
    accounts: z.array(id),
    roles: z.array(z.enum(ROLES)),
    /** Whether it goes before the pedagogical council (педагогический совет). */
    pedagogicalCouncil: z.boolean(),
    /** Until when an answer with measures is expected. */
    answerBy: date.nullable(),
  }),
  sealed: { finding: text<{ finding: string }>('What is wrong.', ({ finding }) => finding) },
});

const FindingAnswered = defineEvent({
  type: 'FindingAnswered',
  category: 'finding',
  meaning: 'An addressee of a finding said what was done about it.',
  data: z.strictObject({ finding: id }),
  sealed: { measures: text<{ finding: string }>('What was done.', ({ finding }) => finding) },
});

/** What a measure of a curator is about. */
const measureAbout = z.enum(['currentMarks', 'attestation', 'debts', 'attendance', 'controlWorks']);

const MeasureTaken = defineEvent({
  type: 'MeasureTaken',
  category: 'groupMeasure',
  meaning: 'The curator did something about what the monitoring of the group showed (R-MON-12).',
  data: z.strictObject({
    measure: id,
    group: id,
    /** The student it is about, where it is about one. */
    student: id.nullable(),
    /** The page it is about, where it is about one. */
    journal: id.nullable(),
    about: measureAbout,
    on: date,
  }),
  sealed: {
    note: text<{ student: string | null; group: string }>(
      'What was done.',
      ({ student, group }) => student ?? group,
    ),
  },
});

/** Who looked over how the journal is kept, what they found, and what was done about it. */
export const controlEvents = {
  ControlCarriedOut,
  PeriodEndChecked,
  FindingReported,
  FindingAnswered,
  MeasureTaken,
} as const;
