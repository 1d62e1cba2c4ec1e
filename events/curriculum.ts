import { z } from 'zod';
import { defineEvent } from './event.ts';
import { attestationForm } from './journal.ts';
import { date, id, label, orderReference } from './vocabulary.ts';

/** специальность (ППССЗ), профессия, адаптированная программа, курс по выбору (`programmeScope`). */
const programmeKind = z.enum(['specialty', 'profession', 'adaptedProgramme', 'supplementary']);

/** очная, очно-заочная, заочная. */
const formOfStudy = z.enum(['fullTime', 'partTime', 'correspondence']);

/** One line of a curriculum: what is studied in which semester, for how long, and how it is controlled (R-REF-10). */
const item = z.strictObject({
  courseUnit: id,
  /** Within the whole training, from 1. */
  semester: z.int().min(1).max(12),
  /** Academic hours in the semester. */
  hours: z.int().min(1).max(2000),
  weeklyHours: z.int().min(0).max(54),
  /** `null`: nothing ends in this semester. */
  formOfControl: attestationForm.nullable(),
});

const items = z.array(item).min(1).max(300);

const CurriculumAdopted = defineEvent({
  type: 'CurriculumAdopted',
  category: 'curriculum',
  meaning:
    'A curriculum (учебный план) was adopted for a programme, form of study and year of intake, or for one student (R-REF-09, R-PRM-05).',
  data: z.strictObject({
    curriculum: id,
    programmeKind,
    code: label,
    title: label,
    formOfStudy,
    intakeYear: z.int().min(1990).max(2199),
    /** Whose individual curriculum it is; `null`: for groups. */
    student: id.nullable(),
    /** The curriculum it was copied from (R-REF-19). */
    basedOn: id.nullable(),
    effectiveFrom: date,
    items,
    order: orderReference.nullable(),
  }),
});

const CurriculumRevised = defineEvent({
  type: 'CurriculumRevised',
  category: 'curriculum',
  meaning:
    'A curriculum took other lines from a date on, for a stated reason; days before keep the old ones.',
  data: z.strictObject({ curriculum: id, effectiveFrom: date, items, order: orderReference.nullable() }),
  sealed: {
    reason: { purpose: 'special', meaning: 'Why it was changed.', subject: ({ curriculum }) => curriculum },
  },
});

const GroupCurriculumAssigned = defineEvent({
  type: 'GroupCurriculumAssigned',
  category: 'group',
  meaning: 'A group studies by a curriculum from a date on (R-REF-09).',
  data: z.strictObject({ group: id, curriculum: id, from: date }),
});

/** Curricula, and which group studies by which. */
export const curriculumEvents = { CurriculumAdopted, CurriculumRevised, GroupCurriculumAssigned } as const;
