import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
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
        topic: null,
        homework: null,
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
  LessonConducted: (event) => {
    const { deliveryForm, workTypes } = event.data;
    return amend(event, { status: 'conducted', deliveryForm, workTypes, topic: event.sealed?.topic ?? null });
  },
  LessonRecordCorrected: (event) => {
    const { deliveryForm, workTypes } = event.data;
    return amend(event, { deliveryForm, workTypes, topic: event.sealed?.topic ?? null });
  },
  HomeworkAssigned: (event) =>
    amend(event, { homework: event.sealed?.homework ?? null, homeworkDueOn: event.data.dueOn }),
};
