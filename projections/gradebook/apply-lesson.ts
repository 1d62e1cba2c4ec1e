import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import type { PersonalTexts } from '../personal.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { LessonRow } from './rows.ts';

type LessonEvent = Recorded<
  EventNamed<
    | 'LessonMoved'
    | 'LessonCancelled'
    | 'SubstituteAssigned'
    | 'LessonConducted'
    | 'LessonRecordCorrected'
    | 'HomeworkAssigned'
  >
>;

const amend = (event: LessonEvent, change: Partial<LessonRow>): readonly Change<LessonRow>[] => [
  {
    key: [event.data.journal, event.data.lesson],
    next: (row) => ({ ...existing(row, event), ...change }),
  },
];

type Conducted = EventNamed<'LessonConducted' | 'LessonRecordCorrected'>;

const recordOf = ({ data, sealed }: Conducted): Partial<LessonRow> => {
  const { deliveryForm, workTypes, planItem, attendanceBasis } = data;
  const topics = Object.entries({
    practical: sealed?.practicalTopic,
    laboratory: sealed?.laboratoryTopic,
    control: sealed?.controlTopic,
    independent: sealed?.independentTopic,
  }).flatMap(([work, topic]): readonly (readonly [string, string])[] =>
    typeof topic === 'string' ? [[work, topic]] : [],
  );
  return {
    deliveryForm,
    workTypes,
    planItem,
    attendanceBasis,
    topic: sealed?.topic ?? null,
    workTopics: Object.fromEntries(topics),
  };
};

/** The lessons of a page. */
export const lessonHandlers: Handlers<LessonRow> = {
  LessonScheduled: ({ data }) => [
    {
      key: [data.journal, data.lesson],
      next: () => ({
        ...data,
        status: 'scheduled',
        substitute: null,
        workTypes: [],
        planItem: null,
        attendanceBasis: 'presence',
        topic: null,
        workTopics: {},
        homework: null,
        homeworkManner: null,
        homeworkPages: null,
        homeworkDueOn: null,
      }),
    },
  ],
  LessonMoved: (event) => {
    const { date, startsAt, room, marksUntil } = event.data;
    return amend(event, { date, startsAt, room, marksUntil });
  },
  LessonCancelled: (event) => amend(event, { status: 'cancelled' }),
  SubstituteAssigned: (event) => amend(event, { substitute: event.data.account }),
  LessonConducted: (event) => amend(event, { status: 'conducted', ...recordOf(event) }),
  LessonRecordCorrected: (event) => amend(event, recordOf(event)),
  HomeworkAssigned: (event) =>
    amend(event, {
      homework: event.sealed?.homework ?? null,
      homeworkManner: event.sealed?.manner ?? null,
      homeworkPages: event.sealed?.pages ?? null,
      homeworkDueOn: event.data.dueOn,
    }),
};

/** What was written about the lessons of a page. */
export const lessonTexts: PersonalTexts<LessonRow> = {
  purpose: 'special',
  subject: ['journal'],
  columns: ['topic', 'workTopics', 'homework', 'homeworkManner', 'homeworkPages'],
  erased: (row) => ({
    ...row,
    topic: null,
    workTopics: {},
    homework: null,
    homeworkManner: null,
    homeworkPages: null,
  }),
};
