import type { Change, Handlers } from '../projection.ts';
import { existing } from '../projection.ts';
import type { PageRow } from './rows.ts';

interface Touching {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly journal: string };
}

const amend = (event: Touching, amended: (row: PageRow) => Partial<PageRow>): readonly Change<PageRow>[] => [
  {
    key: [event.data.journal],
    next: (row) => {
      const page = existing(row, event);
      return { ...page, ...amended(page), revision: event.position };
    },
  },
];

/** Raises the revision of the page: whatever stands on it, a cell among them, has changed. */
const touch = (event: Touching): readonly Change<PageRow>[] => [
  { key: [event.data.journal], next: (row) => ({ ...existing(row, event), revision: event.position }) },
];

/** The page itself; every event of its streams raises its revision. */
export const pageHandlers: Handlers<PageRow> = {
  JournalOpened: ({ data, position }) => [
    {
      key: [data.journal],
      next: () => ({ ...data, teachers: [], revision: position }),
    },
  ],
  JournalTeacherAssigned: (event) =>
    amend(event, ({ teachers }) => ({
      teachers: [...teachers.filter((teacher) => teacher !== event.data.account), event.data.account],
    })),
  JournalTeacherReleased: (event) =>
    amend(event, ({ teachers }) => ({
      teachers: teachers.filter((teacher) => teacher !== event.data.account),
    })),
  RosterExtended: touch,
  RosterEntryEnded: touch,
  LessonScheduled: touch,
  LessonMoved: touch,
  LessonCancelled: touch,
  SubstituteAssigned: touch,
  LessonConducted: touch,
  LessonRecordCorrected: touch,
  HomeworkAssigned: touch,
  MarkRecorded: touch,
  MarkCorrected: touch,
  MarkWithdrawn: touch,
  AbsenceAnnounced: touch,
  AbsenceRecorded: touch,
  LateArrivalRecorded: touch,
  AbsenceCancelled: touch,
  AbsenceClassified: touch,
  AttestationMarkRecorded: touch,
  AttestationMarkCorrected: touch,
  RepeatAttestationScheduled: touch,
  RepeatAttestationRecorded: touch,
  AttestationSheetCompleted: touch,
};
