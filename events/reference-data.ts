import { z } from 'zod';
import { defineEvent } from './event.ts';
import { date, id, label } from './vocabulary.ts';

const college = { college: id };

const DepartmentRegistered = defineEvent({
  type: 'DepartmentRegistered',
  category: 'referenceData',
  meaning: 'A department (отделение) entered the reference data.',
  data: z.strictObject({ ...college, department: id, name: label }),
});

const DepartmentRenamed = defineEvent({
  type: 'DepartmentRenamed',
  category: 'referenceData',
  meaning: 'A department took another name.',
  data: z.strictObject({ ...college, department: id, name: label }),
});

const StudyStreamRegistered = defineEvent({
  type: 'StudyStreamRegistered',
  category: 'referenceData',
  meaning: 'A stream of groups (учебный поток) that share a calendar or a regime was named.',
  data: z.strictObject({ ...college, stream: id, name: label }),
});

const GroupPlaced = defineEvent({
  type: 'GroupPlaced',
  category: 'group',
  meaning: 'The group belongs to a department, to a stream, to both or to neither (R-REF-18).',
  data: z.strictObject({ group: id, department: id.nullable(), stream: id.nullable() }),
});

const CollegeInformationFilled = defineEvent({
  type: 'CollegeInformationFilled',
  category: 'referenceData',
  meaning: 'A section that describes the college or its educational process was filled in (R-REF-21).',
  data: z.strictObject({ ...college, section: z.enum(['general', 'educationalProcess']) }),
  sealed: {
    text: { purpose: 'special', meaning: 'What it says.', subject: ({ college: about }) => about },
  },
});

/** What a check is of: reference books, the composition of a group, the questionnaires of a group. */
const checkOf = z.enum(['referenceBooks', 'groupComposition', 'personalData']);

const checked = {
  what: checkOf,
  /** The group, where the check is of one. */
  group: id.nullable(),
  /** What it was for: an academic year `2024`, or a month `2024-09`. */
  term: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/u),
};

const SourceDocumentsHandedOver = defineEvent({
  type: 'SourceDocumentsHandedOver',
  category: 'referenceCheck',
  meaning: 'The source documents for a check were handed over to the journal administrators (R-REF-03).',
  data: z.strictObject({ ...checked, on: date }),
});

const ReferenceDataChecked = defineEvent({
  type: 'ReferenceDataChecked',
  category: 'referenceCheck',
  meaning:
    'Reference data were checked for a year or a month; the rule says by when, and whether late (R-REF-01, R-REF-02, R-REF-07).',
  data: z.strictObject({ ...checked, deadline: date.nullable(), faults: z.int().min(0).max(100_000) }),
});

/** Reference data (справочники) that belong to no family of their own, and the checks of all of them. */
export const referenceDataEvents = {
  DepartmentRegistered,
  DepartmentRenamed,
  StudyStreamRegistered,
  GroupPlaced,
  CollegeInformationFilled,
  SourceDocumentsHandedOver,
  ReferenceDataChecked,
} as const;
