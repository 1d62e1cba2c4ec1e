import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { isOfOneValue } from '../../src/policies/one-value.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { MonitoredLesson, PedagogicalCouncil } from './table.ts';

interface AtLesson {
  readonly type: string;
  readonly position: bigint;
  readonly data: { readonly journal: string; readonly lesson: string };
}

const amend = (
  event: AtLesson,
  amended: (row: MonitoredLesson) => Partial<MonitoredLesson>,
): readonly Change<MonitoredLesson>[] => [
  {
    key: [event.data.journal, event.data.lesson],
    next: (row) => {
      const lesson = existing(row, event);
      return { ...lesson, ...amended(lesson) };
    },
  },
];

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Whoever was recorded as missing or late was looked for: attendance was taken, whatever became of the entry. */
const looked = (event: AtLesson): readonly Change<MonitoredLesson>[] =>
  amend(event, () => ({ attendanceTaken: true }));

/** Attendance at a lesson of an imported history was kept in another system: nobody here has it to take. */
const recorded = (event: Recorded<EventNamed<'LessonConducted' | 'LessonRecordCorrected'>>) => {
  const { deliveryForm, attendanceBasis } = event.data;
  const isImported = event.meta.source === 'import';
  return amend(event, ({ attendanceTaken }) => ({
    status: 'conducted',
    deliveryForm,
    attendanceBasis,
    attendanceTaken: attendanceTaken || isImported,
  }));
};

type MarkAtLesson = Recorded<EventNamed<'MarkRecorded' | 'MarkCorrected' | 'MarkWithdrawn'>>;

/** The marks of a lesson after one more or less; an import makes no column of marks that are all alike. */
const counted = (
  { marks, columns, alike }: MonitoredLesson,
  { data: { workType }, meta: { at, source }, position }: MarkAtLesson,
  more: Readonly<Record<string, number>>,
): Partial<MonitoredLesson> => {
  const before = columns[workType] ?? {};
  const after = Object.entries(more).map(([value, count]) => [value, (before[value] ?? 0) + count] as const);
  const column = Object.fromEntries(
    Object.entries({ ...before, ...Object.fromEntries(after) }).filter(([, count]) => count > 0),
  );
  const { [workType]: _, ...others } = alike ?? {};
  const found =
    source !== 'import' && isOfOneValue(column)
      ? { ...others, [workType]: { marks: sum(Object.values(column)), position: Number(position), at } }
      : others;
  return {
    marks: marks + sum(Object.values(more)),
    columns: { ...columns, [workType]: column },
    alike: Object.keys(found).length > 0 ? found : null,
  };
};

/** What has been entered about each lesson. */
export const lessonHandlers: Handlers<MonitoredLesson> = {
  LessonScheduled: ({ data: { journal, lesson, date, startsAt, academicHours, deliveryForm } }) => [
    {
      key: [journal, lesson],
      next: () => ({
        journal,
        lesson,
        date,
        startsAt,
        academicHours,
        deliveryForm,
        status: 'scheduled',
        attendanceBasis: deliveryForm === 'electronic' ? 'taskResults' : 'presence',
        substitute: null,
        attendanceTaken: false,
        marks: 0,
        homework: false,
        columns: {},
        alike: null,
      }),
    },
  ],
  LessonMoved: (event) => {
    const { date, startsAt } = event.data;
    return amend(event, () => ({ date, startsAt }));
  },
  LessonCancelled: (event) => amend(event, () => ({ status: 'cancelled' })),
  SubstituteAssigned: (event) => amend(event, () => ({ substitute: event.data.account })),
  LessonConducted: recorded,
  LessonRecordCorrected: recorded,
  HomeworkAssigned: (event) => amend(event, () => ({ homework: true })),
  AttendanceTaken: looked,
  AbsenceRecorded: looked,
  LateArrivalRecorded: looked,
  MarkRecorded: (event) => amend(event, (lesson) => counted(lesson, event, { [event.data.value]: 1 })),
  MarkCorrected: (event) => {
    const { from, to } = event.data;
    return amend(event, (lesson) => counted(lesson, event, from === to ? {} : { [from]: -1, [to]: 1 }));
  },
  MarkWithdrawn: (event) => amend(event, (lesson) => counted(lesson, event, { [event.data.value]: -1 })),
};

/** The meetings of the pedagogical council. */
export const councilHandlers: Handlers<PedagogicalCouncil> = {
  CouncilScheduled: ({ data, sealed }) => [
    { key: [data.council], next: () => ({ ...data, title: sealed?.title ?? null }) },
  ],
  CouncilCancelled: ({ data }) => [{ key: [data.council], next: () => undefined }],
};
