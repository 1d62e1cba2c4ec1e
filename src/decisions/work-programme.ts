import type { EventNamed } from '../../events/register.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { workProgrammes } from './folds/work-programme.ts';
import type { Page } from './page.ts';
import { plannedPage, planTimeliness } from './planning.ts';
import { isRefused } from './rights.ts';

/** Writes or adjusts the work programme of a page's course unit for its academic year. */
export interface SetWorkProgramme {
  readonly journal: string;
  readonly hours: number;
  readonly contents: string;
  readonly codifier: string | null;
  /** Why it is adjusted; `null` the first time. */
  readonly reason: string | null;
}

/** Defines what is asked of an answer in a page's course unit. */
export type SetGradingCriteria = Omit<EventNamed<'GradingCriteriaSet'>['data'], 'courseUnit'> & {
  readonly journal: string;
  readonly criteria: string;
};

/** Puts a control work into the schedule of a page, or moves it to another day. */
export type PlanControlWork = EventNamed<'ControlWorkPlanned'>['data'] & {
  readonly topic: string | null;
  /** Why it is moved; `null` the first time. */
  readonly reason: string | null;
};

/** Takes a control work out of the schedule. */
export type DropControlWork = EventNamed<'ControlWorkDropped'>['data'] & { readonly reason: string };

/** Writes a work programme: due before the year (R-REF-11); adjusted during it for a stated reason (R-REF-15). */
export function* setWorkProgramme(circumstances: Circumstances, command: SetWorkProgramme): Deciding {
  const { journal, hours, contents, codifier, reason } = command;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, academicYear, right } = planned;
  const { courseUnit } = page.opened;
  const { hours: known } = yield* read(workProgrammes, courseUnit);
  const isFirst = !known.has(academicYear);
  if (!isFirst && (reason ?? '').trim() === '') return refuse('REASON_REQUIRED', { journal });

  const sealed = {
    contents,
    ...(codifier === null ? {} : { codifier }),
    ...(reason === null ? {} : { reason }),
  };
  const event = { type: 'WorkProgrammeSet', data: { courseUnit, academicYear, hours }, sealed } as const;
  const rule = isFirst ? yield* planTimeliness(circumstances, planned, 'workProgramme.deadline') : null;
  return accept(right, [{ category: 'workProgramme', id: courseUnit, events: [event] }], { rule });
}

/** Sets the grading criteria of a course unit (R-REF-16). */
export function* setGradingCriteria(circumstances: Circumstances, command: SetGradingCriteria): Deciding {
  const { journal, criteria, workTypes, checkingDays } = command;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, right } = planned;
  const { courseUnit } = page.opened;
  yield* read(workProgrammes, courseUnit);
  const data = { courseUnit, workTypes, checkingDays };
  const event = { type: 'GradingCriteriaSet', data, sealed: { criteria } } as const;
  return accept(right, [{ category: 'workProgramme', id: courseUnit, events: [event] }]);
}

const behindLock = ({ opened: { period }, period: { until } }: Page, journal: string): Refused =>
  refuse('PERIOD_LOCKED', { journal, period }, { until });

/** Plans a control work on a day of the period; another day later needs a reason (R-CAL-09, R-REF-15). */
export function* planControlWork(circumstances: Circumstances, command: PlanControlWork): Deciding {
  const { topic, reason, ...data } = command;
  const { journal, controlWork, plannedOn } = data;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, right } = planned;
  if (page.period.locked) return behindLock(page, journal);
  const { from, until } = page.period;
  if (plannedOn < from || plannedOn > until)
    return refuse('DATE_OUT_OF_RANGE', { journal }, { plannedOn, from, until });
  const before = page.controlWorks.get(controlWork);
  if (before === plannedOn) return accept(right, []);
  if (before !== undefined && (reason ?? '').trim() === '') return refuse('REASON_REQUIRED', { journal });

  const sealed = { ...(topic === null ? {} : { topic }), ...(reason === null ? {} : { reason }) };
  const event = { type: 'ControlWorkPlanned', data, sealed } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }], { occurredOn: plannedOn });
}

/** Takes a control work out of the schedule, for a reason. */
export function* dropControlWork(circumstances: Circumstances, command: DropControlWork): Deciding {
  const { reason, ...data } = command;
  const { journal, controlWork } = data;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, right } = planned;
  if (page.period.locked) return behindLock(page, journal);
  if (!page.controlWorks.has(controlWork)) return refuse('NOT_FOUND', { journal }, { what: 'controlWork' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { journal });
  const event = { type: 'ControlWorkDropped', data, sealed: { reason } } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }]);
}
