import { z } from 'zod';
import { defineEvent } from './event.ts';
import { workType } from './lesson.ts';
import { date, id } from './vocabulary.ts';

/** Academic hours, of a plan or a year's work programme. */
const hours = z.int().min(1).max(2000);

const academicYear = z.int().min(1990).max(2199);

const ThematicPlanAdopted = defineEvent({
  type: 'ThematicPlanAdopted',
  category: 'thematicPlan',
  meaning:
    'A calendar-thematic plan (КТП) of a course unit was entered for a group and a whole academic year, or as a template (R-REF-12, R-REF-19).',
  data: z.strictObject({
    plan: id,
    courseUnit: id,
    /** `null`: a template, for every group. */
    group: id.nullable(),
    /** The calendar year in which the academic year begins. */
    academicYear,
    hours,
    /** What the curriculum asks for in that year; `null` where the group has none. */
    curriculumHours: z.int().nullable(),
    /** The plan it was copied from. */
    basedOn: id.nullable(),
  }),
});

const ThematicPlanItemSet = defineEvent({
  type: 'ThematicPlanItemSet',
  category: 'thematicPlan',
  meaning: 'A topic took its place in a thematic plan, with its hours, kinds of work and planned day.',
  data: z.strictObject({
    plan: id,
    item: id,
    /** Its place in the plan, from 1. */
    place: z.int().min(1).max(400),
    hours: z.int().min(1).max(400),
    workTypes: z.array(workType),
    /** The planned day, or the Monday of the planned week. */
    plannedOn: date.nullable(),
  }),
  sealed: { topic: { purpose: 'special', meaning: 'The topic.', subject: ({ plan }) => plan } },
});

const ThematicPlanItemDropped = defineEvent({
  type: 'ThematicPlanItemDropped',
  category: 'thematicPlan',
  meaning: 'A topic was taken out of a thematic plan.',
  data: z.strictObject({ plan: id, item: id }),
});

const ThematicPlanAdjusted = defineEvent({
  type: 'ThematicPlanAdjusted',
  category: 'thematicPlan',
  meaning: 'A thematic plan was adjusted during the year, for a stated reason (R-REF-15).',
  data: z.strictObject({ plan: id, hours, curriculumHours: z.int().nullable() }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ plan }) => plan } },
});

const ThematicPlanAttached = defineEvent({
  type: 'ThematicPlanAttached',
  category: 'journal',
  meaning: 'A page follows a thematic plan from now on: its topics come from there (R-LES-02).',
  data: z.strictObject({ journal: id, plan: id }),
});

/** Thematic plans: one shared base for all course units, groups and years (R-REF-14). */
export const thematicPlanEvents = {
  ThematicPlanAdopted,
  ThematicPlanItemSet,
  ThematicPlanItemDropped,
  ThematicPlanAdjusted,
  ThematicPlanAttached,
} as const;
