import { entered, type EntryEvent } from '../entry.ts';
import type { Change, Handlers } from '../projection.ts';
import type { CellRow } from './rows.ts';

const enter = (event: EntryEvent): readonly Change<CellRow>[] => {
  const { journal, lesson, student } = event.data;
  return [
    {
      key: [journal, lesson, student],
      next: (row) => {
        const entry = entered(row, event);
        // Named one by one: this is most of what a rebuild does, and a spread costs several times as much.
        return {
          journal,
          lesson,
          student,
          marks: entry.marks,
          markRevision: entry.markRevision,
          attendance: entry.attendance,
          hoursMissed: entry.hoursMissed,
          minutesLate: entry.minutesLate,
          classified: entry.classified,
          attendanceRevision: entry.attendanceRevision,
          position: event.position,
          changedAt: event.meta.at,
        };
      },
    },
  ];
};

/** The cells of a page: marks and attendance, from the two streams of each. */
export const cellHandlers: Handlers<CellRow> = {
  MarkRecorded: enter,
  MarkCorrected: enter,
  MarkWithdrawn: enter,
  AbsenceAnnounced: enter,
  AbsenceRecorded: enter,
  LateArrivalRecorded: enter,
  AbsenceCancelled: enter,
  AbsenceClassified: enter,
};
