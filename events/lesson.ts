import { z } from 'zod';
import { defineEvent, type Sealing } from './event.ts';
import { date, id, label, time } from './vocabulary.ts';

/** What a mark is given for (вид работы): marks of one cell are told apart by it (R-MRK-01). */
export const workType = z.enum([
  'lessonWork',
  'control',
  'laboratory',
  'practical',
  'graphic',
  'independent',
  'written',
  'homework',
  'test',
  'qualityMonitoring',
]);

/** очно, дистанционно, электронное обучение (R-LES-09, R-LES-10). */
export const deliveryForm = z.enum(['inPerson', 'distance', 'electronic']);

/** What attendance rests on: being there, being in the live session, or the results of tasks (T-56). */
const attendanceBasis = z.enum(['presence', 'liveSession', 'taskResults']);

const freeText = (meaning: string): Sealing<{ journal: string }> => ({
  purpose: 'special',
  meaning,
  subject: ({ journal }) => journal,
});

const of = { journal: id, lesson: id };

const conducted = z.strictObject({
  ...of,
  deliveryForm,
  workTypes: z.array(workType).min(1),
  /** The topic of the thematic plan it follows; `null`: a topic of its own. */
  planItem: id.nullable(),
  attendanceBasis,
});

const topics = {
  topic: freeText('The topic of the lesson.'),
  practicalTopic: freeText('The topic of the practical work.'),
  laboratoryTopic: freeText('The topic of the laboratory work.'),
  controlTopic: freeText('The topic of the control work.'),
  independentTopic: freeText('The topic of the independent work.'),
};

const LessonScheduled = defineEvent({
  type: 'LessonScheduled',
  category: 'journal',
  meaning:
    'A lesson entered the timetable, with the last day on which its marks may be recorded or changed (R-MRK-05, T-02).',
  data: z.strictObject({
    ...of,
    date,
    startsAt: time,
    academicHours: z.int().min(1).max(12),
    deliveryForm,
    room: label.nullable(),
    marksUntil: date,
  }),
});

const LessonMoved = defineEvent({
  type: 'LessonMoved',
  category: 'journal',
  meaning: 'A lesson that was not yet conducted moved to another time; its window moved with it (T-04).',
  data: z.strictObject({ ...of, from: date, date, startsAt: time, room: label.nullable(), marksUntil: date }),
  sealed: { reason: freeText('Why.') },
});

const LessonCancelled = defineEvent({
  type: 'LessonCancelled',
  category: 'journal',
  meaning: 'A lesson does not take place: it accepts no entry and counts in no total (T-31).',
  data: z.strictObject(of),
  sealed: { reason: freeText('Why.') },
});

const SubstituteAssigned = defineEvent({
  type: 'SubstituteAssigned',
  category: 'journal',
  meaning: 'A colleague stands in for this lesson, and fills in this lesson only (R-SCH-10, T-30).',
  data: z.strictObject({ ...of, account: id }),
  sealed: { reason: freeText('Why.') },
});

const LessonConducted = defineEvent({
  type: 'LessonConducted',
  category: 'journal',
  meaning:
    'The lesson took place: its topics, kinds of work, form of delivery and what attendance rests on (R-LES-01…04).',
  data: conducted,
  sealed: topics,
});

const LessonRecordCorrected = defineEvent({
  type: 'LessonRecordCorrected',
  category: 'journal',
  meaning: 'The record of a conducted lesson was corrected; the first one stays in history.',
  data: conducted,
  sealed: { ...topics, reason: freeText('Why.') },
});

const HomeworkAssigned = defineEvent({
  type: 'HomeworkAssigned',
  category: 'journal',
  meaning: 'Homework was set at a lesson, or its text replaced (R-LES-05).',
  data: z.strictObject({ ...of, dueOn: date.nullable() }),
  sealed: {
    homework: freeText('Its content.'),
    manner: freeText('How it is to be done.'),
    pages: freeText('Pages, numbers of tasks and exercises.'),
  },
});

/** The lessons of a journal page: they live in its stream. */
export const lessonEvents = {
  LessonScheduled,
  LessonMoved,
  LessonCancelled,
  SubstituteAssigned,
  LessonConducted,
  LessonRecordCorrected,
  HomeworkAssigned,
} as const;
