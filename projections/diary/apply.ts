import type { RowOf } from '../definition.ts';
import { entered, type EntryEvent } from '../entry.ts';
import type { Change, Handlers } from '../projection.ts';
import type { diaryEntry } from './table.ts';

/** What is entered for one student at one lesson. */
export type EntryRow = RowOf<typeof diaryEntry>;

const enter = (event: EntryEvent): readonly Change<EntryRow>[] => {
  const { journal, lesson, student } = event.data;
  return [{ key: [student, lesson], next: (row) => ({ student, lesson, journal, ...entered(row, event) }) }];
};

/** The entries of every student's diary. */
export const entryHandlers: Handlers<EntryRow> = {
  MarkRecorded: enter,
  MarkCorrected: enter,
  MarkWithdrawn: enter,
  AbsenceAnnounced: enter,
  AbsenceRecorded: enter,
  LateArrivalRecorded: enter,
  AbsenceCancelled: enter,
  AbsenceClassified: enter,
};
