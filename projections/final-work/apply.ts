import { existing, type Change, type Handlers } from '../projection.ts';
import type { CourseWork, CourseWorkPage, FinalQualification, FinalStudent, Supervision } from './table.ts';

/** What a page is about. */
export const pageHandlers: Handlers<CourseWorkPage> = {
  JournalOpened: ({ data: { journal, group, courseUnit } }) => [
    { key: [journal], next: () => ({ journal, group, courseUnit }) },
  ],
};

/** The course work of each student on a page; never a mark without a topic (T-54). */
export const courseWorkHandlers: Handlers<CourseWork> = {
  CourseWorkTopicAssigned: ({ data: { journal, student, period }, sealed, revision }) => [
    {
      key: [journal, student],
      next: () => ({
        journal,
        student,
        period,
        topic: sealed?.topic ?? null,
        mark: null,
        defendedOn: null,
        late: false,
        revision,
      }),
    },
  ],
  CourseWorkMarkRecorded: (event) => {
    const { journal, student, value: mark, defendedOn } = event.data;
    const late = event.meta.rule?.late ?? false;
    const { revision } = event;
    const next = (row: CourseWork | undefined) => ({
      ...existing(row, event),
      mark,
      defendedOn,
      late,
      revision,
    });
    return [{ key: [journal, student], next }];
  },
  CourseWorkMarkCorrected: (event) => {
    const { journal, student, to: mark } = event.data;
    const { revision } = event;
    return [{ key: [journal, student], next: (row) => ({ ...existing(row, event), mark, revision }) }];
  },
};

const member = (student: string, group: string | null): readonly Change<FinalStudent>[] => [
  { key: [student], next: () => ({ student, group }) },
];

/** The group of a student, by which a curator finds their works. */
export const studentHandlers: Handlers<FinalStudent> = {
  StudentEnrolled: ({ data: { student, group } }) => member(student, group),
  StudentReinstated: ({ data: { student, group } }) => member(student, group),
  StudentTransferred: ({ data: { student, to } }) => member(student, to),
  StudentMovementAnnulled: ({ data: { student, stays } }) => member(student, stays.at(-1)?.group ?? null),
};

/** Whom an order names last; an earlier supervisor no longer is one (T-55). */
export const supervisionHandlers: Handlers<Supervision> = {
  SupervisorAppointed: ({ data }) => [{ key: [data.student, data.of], next: () => data }],
};

const blank = (student: string): FinalQualification => ({
  student,
  thesis: null,
  defendedOn: null,
  exam: null,
  points: null,
  examOn: null,
  revision: -1,
});

const change = (
  { data: { student }, revision }: { readonly data: { readonly student: string }; readonly revision: number },
  changes: Partial<FinalQualification>,
): readonly Change<FinalQualification>[] => [
  { key: [student], next: (row) => ({ ...(row ?? blank(student)), ...changes, revision }) },
];

/** Results of thesis and demonstration exam, with the revision that a correction names. */
export const qualificationHandlers: Handlers<FinalQualification> = {
  SupervisorAppointed: (event) => change(event, {}),
  ThesisResultRecorded: (event) => {
    const { result: thesis, defendedOn } = event.data;
    return change(event, { thesis, defendedOn });
  },
  ThesisResultCorrected: (event) => change(event, { thesis: event.data.to }),
  DemonstrationExamRecorded: (event) => {
    const { result: exam, points, heldOn: examOn } = event.data;
    return change(event, { exam, points, examOn });
  },
  DemonstrationExamCorrected: (event) => change(event, { exam: event.data.to, points: event.data.points }),
};
