import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { workType } from './lesson.ts';
import { date, id } from './vocabulary.ts';

const aboutPage = (meaning: string): Sealing<{ journal: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ journal }) => journal,
});

const aboutStudent = (meaning: string): Sealing<{ student: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ student }) => student,
});

const AssignmentIssued = defineEvent({
  type: 'AssignmentIssued',
  category: 'assignment',
  meaning:
    'An independent or control task was issued at a lesson, on paper or electronically (R-LES-10, R-LES-12).',
  data: z.strictObject({
    assignment: id,
    journal: id,
    lesson: id,
    workType,
    electronic: z.boolean(),
    dueOn: date.nullable(),
  }),
  sealed: { contents: aboutPage('What is to be done.') },
});

const AssignmentChecked = defineEvent({
  type: 'AssignmentChecked',
  category: 'assignment',
  meaning: 'The task was checked for some students (R-LES-11).',
  data: z.strictObject({
    assignment: id,
    journal: id,
    students: z.array(id).min(1).max(500),
    checkedOn: date,
  }),
});

const TopicDebtRecorded = defineEvent({
  type: 'TopicDebtRecorded',
  category: 'topicDebt',
  meaning:
    'A student owes a topic or a practical, laboratory or graphic work; no academic debt, and nothing follows for attestation (R-LES-14, T-27).',
  data: z.strictObject({ debt: id, journal: id, lesson: id, student: id, workType }),
  sealed: { topic: aboutStudent('What is owed.') },
});

const MakeUpDaySet = defineEvent({
  type: 'MakeUpDaySet',
  category: 'topicDebt',
  meaning:
    'The teacher set a day to make a topic up, a consultation day; a later one replaces it (R-LES-14).',
  data: z.strictObject({ debt: id, journal: id, student: id, makeUpOn: date }),
});

const TopicDebtCleared = defineEvent({
  type: 'TopicDebtCleared',
  category: 'topicDebt',
  meaning: 'What was owed has been made up; the resulting mark stands in the cell of its lesson.',
  data: z.strictObject({ debt: id, journal: id, student: id, clearedOn: date }),
});

/** Tasks and what is owed of them: both belong to a lesson, neither to an attestation. */
export const assignmentEvents = {
  AssignmentIssued,
  AssignmentChecked,
  TopicDebtRecorded,
  MakeUpDaySet,
  TopicDebtCleared,
} as const;
