import type { Recorded } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type {
  GradingCriteriaRow,
  ProgrammeLessonRow,
  ProgrammePageRow,
  ThematicPlanItemRow,
  ThematicPlanRow,
  WorkProgrammeRow,
} from './table-plan.ts';

/** The thematic plans. */
export const planHandlers: Handlers<ThematicPlanRow> = {
  ThematicPlanAdopted: ({ data, meta }) => [
    { key: [data.plan], next: () => ({ ...data, author: meta.actor.account }) },
  ],
  ThematicPlanAdjusted: (event) => [
    { key: [event.data.plan], next: (row) => ({ ...existing(row, event), ...event.data }) },
  ],
};

/** Their topics. */
export const planItemHandlers: Handlers<ThematicPlanItemRow> = {
  ThematicPlanItemSet: ({ data, sealed }) => [
    { key: [data.plan, data.item], next: () => ({ ...data, topic: sealed?.topic ?? null }) },
  ],
  ThematicPlanItemDropped: ({ data }) => [{ key: [data.plan, data.item], next: () => undefined }],
};

/** The pages, each with the plan it follows. */
export const programmePageHandlers: Handlers<ProgrammePageRow> = {
  JournalOpened: ({ data: { journal, group, courseUnit, period, subgroup } }) => [
    { key: [journal], next: () => ({ journal, group, courseUnit, period, subgroup, plan: null }) },
  ],
  ThematicPlanAttached: (event) => [
    {
      key: [event.data.journal],
      next: (row) => ({ ...existing(row, event), plan: event.data.plan }),
    },
  ],
};

type LessonEvent = Recorded<
  EventNamed<'LessonMoved' | 'LessonCancelled' | 'LessonConducted' | 'LessonRecordCorrected'>
>;

const amend = (
  event: LessonEvent,
  change: Partial<ProgrammeLessonRow>,
): readonly Change<ProgrammeLessonRow>[] => [
  {
    key: [event.data.journal, event.data.lesson],
    next: (row) => ({ ...existing(row, event), ...change }),
  },
];

/** The lessons of the pages: what is delivered counts, what was cancelled does not (T-31). */
export const programmeLessonHandlers: Handlers<ProgrammeLessonRow> = {
  LessonScheduled: ({ data: { journal, lesson, date, academicHours } }) => [
    {
      key: [journal, lesson],
      next: () => ({ journal, lesson, date, academicHours, status: 'scheduled', planItem: null }),
    },
  ],
  LessonMoved: (event) => amend(event, { date: event.data.date }),
  LessonCancelled: (event) => amend(event, { status: 'cancelled' }),
  LessonConducted: (event) => amend(event, { status: 'conducted', planItem: event.data.planItem }),
  LessonRecordCorrected: (event) => amend(event, { planItem: event.data.planItem }),
};

/** The work programmes, one for each academic year. */
export const workProgrammeHandlers: Handlers<WorkProgrammeRow> = {
  WorkProgrammeSet: ({ data: { courseUnit, academicYear, hours }, sealed }) => [
    {
      key: [courseUnit, String(academicYear)],
      next: () => ({
        courseUnit,
        academicYear: String(academicYear),
        hours,
        contents: sealed?.contents ?? null,
        codifier: sealed?.codifier ?? null,
      }),
    },
  ],
};

/** The grading criteria as they stand. */
export const criteriaHandlers: Handlers<GradingCriteriaRow> = {
  GradingCriteriaSet: ({ data, sealed }) => [
    { key: [data.courseUnit], next: () => ({ ...data, criteria: sealed?.criteria ?? null }) },
  ],
};
