import { existing, type Change, type Handlers } from '../projection.ts';
import type { TimetableEntryRow, WeeklyTimetableRow } from './rows.ts';

interface Touching {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly timetable: string };
}

const amend = (
  event: Touching,
  amended: (row: WeeklyTimetableRow) => Partial<WeeklyTimetableRow>,
): readonly Change<WeeklyTimetableRow>[] => [
  {
    key: [event.data.timetable],
    next: (row) => {
      const timetable = existing(row, event);
      return { ...timetable, ...amended(timetable) };
    },
  },
];

/** Weekly timetables. */
export const weeklyTimetableHandlers: Handlers<WeeklyTimetableRow> = {
  TimetableComposed: ({ data }) => [
    { key: [data.timetable], next: () => ({ ...data, approvedOn: null, generatedUntil: null }) },
  ],
  TimetableEntryAdded: (event) => amend(event, () => ({ approvedOn: null })),
  TimetableApproved: (event) => amend(event, () => ({ approvedOn: event.meta.occurredOn })),
  LessonsGenerated: (event) =>
    amend(event, ({ generatedUntil }) => {
      const { until } = event.data;
      return { generatedUntil: generatedUntil === null || generatedUntil < until ? until : generatedUntil };
    }),
};

/** The lessons of weekly timetables. */
export const timetableEntryHandlers: Handlers<TimetableEntryRow> = {
  TimetableEntryAdded: ({ data: { teacher: _, group: __, subgroup: ___, ...data } }) => [
    { key: [data.timetable, data.entry], next: () => ({ ...data, lastDay: null }) },
  ],
  TimetableEntryEnded: (event) => [
    {
      key: [event.data.timetable, event.data.entry],
      next: (row) => ({ ...existing(row, event), lastDay: event.data.lastDay }),
    },
  ],
};
