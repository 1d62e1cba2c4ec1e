import { z } from 'zod';
import { defineEvent } from './event.ts';
import { markScale } from './mark.ts';
import { date, id, label } from './vocabulary.ts';

const of = { journal: id, student: id, period: id };
const value = label.max(8);

const CourseWorkTopicAssigned = defineEvent({
  type: 'CourseWorkTopicAssigned',
  category: 'courseWork',
  meaning: 'A student received the topic of a course work (курсовая работа, проект), or another one (T-54).',
  data: z.strictObject(of),
  sealed: {
    topic: { purpose: 'special', meaning: 'The topic.', subject: ({ student }) => student },
  },
});

const CourseWorkMarkRecorded = defineEvent({
  type: 'CourseWorkMarkRecorded',
  category: 'courseWork',
  meaning: 'A student received the mark of a course work, on the scale of its page (R-WRK-01).',
  data: z.strictObject({ ...of, scale: markScale, value, defendedOn: date }),
});

const CourseWorkMarkCorrected = defineEvent({
  type: 'CourseWorkMarkCorrected',
  category: 'courseWork',
  meaning: 'The mark of a course work was replaced, for a stated reason.',
  data: z.strictObject({ ...of, scale: markScale, from: value, to: value }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ student }) => student } },
});

/** The course work of one student on one page: a topic first, then a mark. */
export const courseWorkEvents = {
  CourseWorkTopicAssigned,
  CourseWorkMarkRecorded,
  CourseWorkMarkCorrected,
} as const;
