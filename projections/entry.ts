import type { EventNamed } from '../events/register.ts';
import type { Recorded } from '../events/recorded.ts';
import { existing } from './projection.ts';

/** A mark in force, and what it was given for. */
export interface EntryMark {
  readonly workType: EventNamed<'MarkRecorded'>['data']['workType'];
  readonly value: string;
}

/** What is entered for one student at one lesson: marks and attendance, each by its own stream. */
export interface Entry {
  /** In the order they were given. */
  readonly marks: readonly EntryMark[];
  /** Revision of the stream of marks, -1 before the first: a correction names it. */
  readonly markRevision: number;
  readonly attendance: 'none' | 'announced' | 'absent' | 'late';
  /** Academic hours of a recorded absence. */
  readonly hoursMissed: number;
  readonly minutesLate: number | null;
  readonly classified: EventNamed<'AbsenceClassified'>['data']['to'];
  /** Revision of the stream of attendance, -1 before the first. */
  readonly attendanceRevision: number;
}

/** An event of a cell's two streams. */
export type EntryEvent = Recorded<
  EventNamed<
    | 'MarkRecorded'
    | 'MarkCorrected'
    | 'MarkWithdrawn'
    | 'AbsenceAnnounced'
    | 'AbsenceRecorded'
    | 'LateArrivalRecorded'
    | 'AbsenceCancelled'
    | 'AbsenceClassified'
  >
>;

const present = {
  attendance: 'none',
  hoursMissed: 0,
  minutesLate: null,
  classified: 'unclassified',
} as const;

/** Nothing is entered. */
const empty: Entry = { marks: [], markRevision: -1, attendanceRevision: -1, ...present };

const standing = (entry: Entry, event: EntryEvent, workType: EntryMark['workType']): Entry => {
  existing(
    entry.marks.find((mark) => mark.workType === workType),
    event,
  );
  return entry;
};

/** The entry that follows from an event of one of its streams; the other stream's part stays as it is. */
export const entered = (entry: Entry = empty, event: EntryEvent): Entry => {
  const { type, data, revision } = event;
  switch (type) {
    case 'MarkRecorded': {
      const mark = { workType: data.workType, value: data.value };
      return { ...entry, marks: [...entry.marks, mark], markRevision: revision };
    }
    case 'MarkCorrected':
      return {
        ...standing(entry, event, data.workType),
        marks: entry.marks.map((mark) =>
          mark.workType === data.workType ? { ...mark, value: data.to } : mark,
        ),
        markRevision: revision,
      };
    case 'MarkWithdrawn':
      return {
        ...standing(entry, event, data.workType),
        marks: entry.marks.filter(({ workType }) => workType !== data.workType),
        markRevision: revision,
      };
    case 'AbsenceAnnounced':
      return { ...entry, ...present, attendance: 'announced', attendanceRevision: revision };
    case 'AbsenceRecorded':
      return {
        ...entry,
        attendance: 'absent',
        hoursMissed: data.academicHours,
        minutesLate: null,
        attendanceRevision: revision,
      };
    case 'LateArrivalRecorded':
      return {
        ...entry,
        attendance: 'late',
        hoursMissed: 0,
        minutesLate: data.minutes,
        attendanceRevision: revision,
      };
    case 'AbsenceCancelled':
      return { ...entry, ...present, attendanceRevision: revision };
    case 'AbsenceClassified':
      return { ...entry, classified: data.to, attendanceRevision: revision };
  }
};
