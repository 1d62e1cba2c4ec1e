import { existing, type Handlers } from '../projection.ts';
import type { ActivityRow, AssignmentRow, ControlWorkRow, MistakeReportRow, TopicDebtRow } from './table.ts';

/** The tasks that were issued. */
export const assignmentHandlers: Handlers<AssignmentRow> = {
  AssignmentIssued: ({ data, sealed }) => [
    { key: [data.assignment], next: () => ({ ...data, contents: sealed?.contents ?? null, checked: [] }) },
  ],
  AssignmentChecked: (event) => [
    {
      key: [event.data.assignment],
      next: (row) => {
        const found = existing(row, event);
        return { ...found, checked: [...new Set([...found.checked, ...event.data.students])] };
      },
    },
  ],
};

/** What is owed of topics; nothing of it is an academic debt (T-27). */
export const topicDebtHandlers: Handlers<TopicDebtRow> = {
  TopicDebtRecorded: ({ data, sealed }) => [
    {
      key: [data.debt],
      next: () => ({ ...data, topic: sealed?.topic ?? null, makeUpOn: null, clearedOn: null }),
    },
  ],
  MakeUpDaySet: (event) => [
    {
      key: [event.data.debt],
      next: (row) => ({ ...existing(row, event), makeUpOn: event.data.makeUpOn }),
    },
  ],
  TopicDebtCleared: (event) => [
    {
      key: [event.data.debt],
      next: (row) => ({ ...existing(row, event), clearedOn: event.data.clearedOn }),
    },
  ],
};

/** The schedule of control works. */
export const controlWorkHandlers: Handlers<ControlWorkRow> = {
  ControlWorkPlanned: ({ data, sealed }) => [
    {
      key: [data.journal, data.controlWork],
      next: (row) => ({ ...data, topic: sealed?.topic ?? row?.topic ?? null }),
    },
  ],
  ControlWorkDropped: ({ data }) => [{ key: [data.journal, data.controlWork], next: () => undefined }],
};

interface Marked {
  readonly lesson: string;
  readonly student: string;
  readonly workType: string;
}

const answered = ({ lesson, student, workType }: Marked) => [
  { key: [lesson, student, workType], next: () => undefined },
];

/** The mistakes that students reported and that nobody has answered by changing the mark. */
export const mistakeReportHandlers: Handlers<MistakeReportRow> = {
  MarkMistakeReported: ({ data: { journal, lesson, student, workType }, sealed, meta }) => [
    {
      key: [lesson, student, workType],
      next: () => ({
        journal,
        lesson,
        student,
        workType,
        explanation: sealed?.explanation ?? null,
        reportedAt: meta.at,
      }),
    },
  ],
  MarkCorrected: ({ data }) => answered(data),
  MarkWithdrawn: ({ data }) => answered(data),
};

/** The extracurricular plan and journal of the groups. */
export const activityHandlers: Handlers<ActivityRow> = {
  ActivityPlanned: ({ data: { group, activity, plannedOn }, sealed }) => [
    {
      key: [group, activity],
      next: () => ({
        group,
        activity,
        title: sealed?.title ?? null,
        plannedOn,
        heldOn: null,
        academicHours: null,
        students: [],
        notes: null,
      }),
    },
  ],
  ActivityRecorded: ({ data, sealed }) => [
    {
      key: [data.group, data.activity],
      next: (row) => ({
        ...data,
        title: row?.title ?? null,
        plannedOn: row?.plannedOn ?? null,
        notes: sealed?.notes ?? null,
      }),
    },
  ],
  ActivityDropped: ({ data: { group, activity } }) => [{ key: [group, activity], next: () => undefined }],
};
