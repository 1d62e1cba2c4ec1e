import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { workType } from './lesson.ts';
import { date, id } from './vocabulary.ts';

const academicYear = z.int().min(1990).max(2199);

const text = (meaning: string): Sealing<{ courseUnit: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ courseUnit }) => courseUnit,
});

const pageText = (meaning: string): Sealing<{ journal: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ journal }) => journal,
});

const WorkProgrammeSet = defineEvent({
  type: 'WorkProgrammeSet',
  category: 'workProgramme',
  meaning:
    'The work programme (рабочая программа) of a course unit for an academic year was written, or adjusted for a stated reason (R-REF-11, R-REF-15).',
  data: z.strictObject({ courseUnit: id, academicYear, hours: z.int().min(1).max(2000) }),
  sealed: {
    contents: text('Modules, topics, lessons, materials, homework and control works.'),
    codifier: text('The codifier of its elements of content.'),
    reason: text('Why it was adjusted.'),
  },
});

const GradingCriteriaSet = defineEvent({
  type: 'GradingCriteriaSet',
  category: 'workProgramme',
  meaning:
    'The grading criteria of a course unit were defined: what an answer must have, kinds of work, days for checking (R-REF-16).',
  data: z.strictObject({
    courseUnit: id,
    workTypes: z.array(workType).min(1),
    /** Within how many days works are checked; `null`: not said. */
    checkingDays: z.int().min(0).max(60).nullable(),
  }),
  sealed: { criteria: text('What is required for each mark.') },
});

const ControlWorkPlanned = defineEvent({
  type: 'ControlWorkPlanned',
  category: 'journal',
  meaning: 'A control work entered the schedule of a page, or moved to another day (R-CAL-09).',
  data: z.strictObject({ journal: id, controlWork: id, workType, plannedOn: date }),
  sealed: { topic: pageText('What it is about.'), reason: pageText('Why it was moved.') },
});

const ControlWorkDropped = defineEvent({
  type: 'ControlWorkDropped',
  category: 'journal',
  meaning: 'A control work was taken out of the schedule of a page.',
  data: z.strictObject({ journal: id, controlWork: id }),
  sealed: { reason: pageText('Why.') },
});

/** What a course unit teaches and asks for, and when its control works are held. */
export const workProgrammeEvents = {
  WorkProgrammeSet,
  GradingCriteriaSet,
  ControlWorkPlanned,
  ControlWorkDropped,
} as const;
