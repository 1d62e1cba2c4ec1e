import { endOf } from '../../src/policies/timetable.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { TimetableLessonRow } from './rows.ts';

interface Touching {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly lesson: string };
}

const amend = (
  event: Touching,
  amended: (row: TimetableLessonRow) => Partial<TimetableLessonRow>,
): readonly Change<TimetableLessonRow>[] => [
  {
    key: [event.data.lesson],
    next: (row) => {
      const lesson = existing(row, event);
      return { ...lesson, ...amended(lesson) };
    },
  },
];

/** Dated lessons. A lesson is scheduled first and takes its place on the day after that, in the same append. */
export const timetableLessonHandlers: Handlers<TimetableLessonRow> = {
  LessonScheduled: ({ data: { marksUntil: _, ...data } }) => [
    {
      key: [data.lesson],
      next: () => ({
        ...data,
        endsAt: endOf(data.startsAt, data.academicHours),
        roomId: null,
        teachers: null,
        substitute: null,
        status: 'scheduled',
      }),
    },
  ],
  LessonPlaced: (event) => {
    const { date, startsAt, endsAt, room, roomId, teachers, substitute } = event.data;
    return amend(event, () => ({ date, startsAt, endsAt, room, roomId, teachers, substitute }));
  },
  LessonMoved: (event) => {
    const { date, startsAt, room } = event.data;
    return amend(event, ({ academicHours }) => ({
      date,
      startsAt,
      endsAt: endOf(startsAt, academicHours),
      room,
      roomId: null,
    }));
  },
  LessonCancelled: (event) => amend(event, () => ({ status: 'cancelled' })),
  SubstituteAssigned: (event) => amend(event, () => ({ substitute: event.data.account })),
  LessonConducted: (event) =>
    amend(event, () => ({ status: 'conducted', deliveryForm: event.data.deliveryForm })),
  LessonRecordCorrected: (event) => amend(event, () => ({ deliveryForm: event.data.deliveryForm })),
};
