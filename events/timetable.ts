import { z } from 'zod';
import { defineEvent } from './event.ts';
import { deliveryForm } from './lesson.ts';
import { date, id, label, orderReference, time } from './vocabulary.ts';

/** Where and when, and who is kept busy by it. */
const place = {
  journal: id,
  startsAt: time,
  endsAt: time,
  room: label.nullable(),
  /** The room's id where it is on the college's list. */
  roomId: id.nullable(),
  group: id.nullable(),
  subgroup: label.nullable(),
  teachers: z.array(id).max(20),
};

const LessonPlaced = defineEvent({
  type: 'LessonPlaced',
  category: 'timetableDay',
  meaning:
    'A lesson took its place on a day of the college, or another place on it: nobody and nothing it needs is needed there twice (R-SCH-07).',
  data: z.strictObject({ date, lesson: id, ...place, substitute: id.nullable() }),
});

const LessonLifted = defineEvent({
  type: 'LessonLifted',
  category: 'timetableDay',
  meaning: 'A lesson left its place on a day: it was moved to another day, or cancelled.',
  data: z.strictObject({ date, lesson: id }),
});

const TimetableComposed = defineEvent({
  type: 'TimetableComposed',
  category: 'timetable',
  meaning:
    'A weekly timetable (расписание) was begun for a stretch of days; its first week is odd (R-SCH-01…04).',
  data: z.strictObject({ timetable: id, title: label, from: date, until: date }),
});

const TimetableEntryAdded = defineEvent({
  type: 'TimetableEntryAdded',
  category: 'timetable',
  meaning: 'A lesson of a page entered the weekly timetable: weekday, time, weeks, place and teacher.',
  data: z.strictObject({
    timetable: id,
    entry: id,
    ...place,
    /** The pair of the bell schedule; `null` where times are given as such. */
    pair: z.int().min(0).max(20).nullable(),
    /** 1 is Monday. */
    weekday: z.int().min(1).max(7),
    weeks: z.enum(['every', 'odd', 'even']),
    academicHours: z.int().min(1).max(12),
    deliveryForm,
    /** Which of the page's teachers; `null`: all who have the page in their load. */
    teacher: id.nullable(),
    from: date,
  }),
});

const TimetableEntryEnded = defineEvent({
  type: 'TimetableEntryEnded',
  category: 'timetable',
  meaning:
    'A lesson left the weekly timetable after a day; lessons that were held stay where they were (R-SCH-03, R-SCH-08).',
  data: z.strictObject({ timetable: id, entry: id, lastDay: date }),
  sealed: { reason: { purpose: 'special', meaning: 'Why.', subject: ({ timetable }) => timetable } },
});

const TimetableApproved = defineEvent({
  type: 'TimetableApproved',
  category: 'timetable',
  meaning:
    'The timetable was approved as it stands; an entry added later asks for approval again (R-SCH-05).',
  data: z.strictObject({ timetable: id, order: orderReference.nullable() }),
});

const LessonsGenerated = defineEvent({
  type: 'LessonsGenerated',
  category: 'timetable',
  meaning: 'Dated lessons were made from the weekly timetable, each of them once.',
  data: z.strictObject({ timetable: id, from: date, until: date, lessons: z.int().min(1) }),
});

/** Weekly timetables, and the days of the college on which their lessons have a place. */
export const timetableEvents = {
  LessonPlaced,
  LessonLifted,
  TimetableComposed,
  TimetableEntryAdded,
  TimetableEntryEnded,
  TimetableApproved,
  LessonsGenerated,
} as const;
