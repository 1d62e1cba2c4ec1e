import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id, label } from './vocabulary.ts';

/** What is studied and attested: дисциплина, МДК, ПМ, практика, курс (T-26). */
const courseUnitKind = z.enum([
  'discipline',
  'interdisciplinaryCourse',
  'professionalModule',
  'practice',
  'electiveCourse',
]);

/** учебная, производственная, преддипломная практика (R-WRK-03). */
const practiceKind = z.enum(['training', 'industrial', 'preDiploma']);

const CourseUnitRegistered = defineEvent({
  type: 'CourseUnitRegistered',
  category: 'courseUnit',
  meaning: 'A course unit entered the reference data of the college.',
  data: z.strictObject({ courseUnit: id, code: label, title: label, kind: courseUnitKind }),
});

const CourseUnitRenamed = defineEvent({
  type: 'CourseUnitRenamed',
  category: 'courseUnit',
  meaning: 'A course unit took another code or title.',
  data: z.strictObject({ courseUnit: id, code: label, title: label }),
});

const CourseUnitPlaced = defineEvent({
  type: 'CourseUnitPlaced',
  category: 'courseUnit',
  meaning:
    'A course unit took its place: an МДК or practice in its professional module, a practice its kind (T-26).',
  data: z.strictObject({ courseUnit: id, module: id.nullable(), practiceKind: practiceKind.nullable() }),
});

/** Course units, our umbrella term for everything that has a page of its own. */
export const courseUnitEvents = { CourseUnitRegistered, CourseUnitRenamed, CourseUnitPlaced } as const;
