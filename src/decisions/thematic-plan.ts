import type { DomainEvent, EventNamed } from '../../events/register.ts';
import { hoursOf } from '../policies/programme.ts';
import { accept, read, readAll, refuse, type Circumstances, type Deciding, type Write } from './decision.ts';
import { groups } from './folds/group.ts';
import { journals } from './folds/journal.ts';
import { thematicPlans, type PlanItem, type ThematicPlanState } from './folds/thematic-plan.ts';
import { hoursOfPlan, plannedPage, planTimeliness } from './planning.ts';
import type { Page } from './page.ts';
import { isRefused, rightTo } from './rights.ts';

/** A topic as a teacher plans it. */
export type PlannedTopic = Omit<EventNamed<'ThematicPlanItemSet'>['data'], 'plan' | 'place'> & {
  readonly topic: string;
};

/** Enters the plan of a page's group and course unit for the whole academic year. */
export interface AdoptThematicPlan {
  readonly plan: string;
  readonly journal: string;
  readonly items: readonly PlannedTopic[];
}

/** Gives a plan other topics: all of them are named again. */
export interface AdjustThematicPlan extends AdoptThematicPlan {
  readonly reason: string;
}

/** Makes a plan out of another one: for a page of the same course unit, or a template where none is named. */
export interface CopyThematicPlan {
  readonly plan: string;
  readonly from: string;
  readonly journal: string | null;
}

/** Lets another page of the same group and course unit follow a plan. */
export type AttachThematicPlan = EventNamed<'ThematicPlanAttached'>['data'];

const itemsOf = (plan: string, items: readonly PlannedTopic[]): readonly DomainEvent[] =>
  items.map(({ topic, ...item }, index) => ({
    type: 'ThematicPlanItemSet',
    data: { plan, place: index + 1, ...item },
    sealed: { topic },
  }));

const ofPlan = (plan: string, events: readonly DomainEvent[]): Write => ({
  category: 'thematicPlan',
  id: plan,
  events,
});

const attached = (journal: string, plan: string): Write => ({
  category: 'journal',
  id: journal,
  events: [{ type: 'ThematicPlanAttached', data: { journal, plan } }],
});

const topicsOf = ({ items }: NonNullable<ThematicPlanState>): readonly PlannedTopic[] =>
  [...items]
    .toSorted(([, a], [, b]) => a.place - b.place)
    .map(([item, { place: _, ...topic }]: readonly [string, PlanItem]) => ({ item, ...topic }));

function* adopting(
  circumstances: Circumstances,
  { plan, journal, items }: AdoptThematicPlan,
  basedOn: string | null,
): Deciding {
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, academicYear, right } = planned;
  if (page.plan !== null || (yield* read(thematicPlans, plan)))
    return refuse('ALREADY_EXISTS', { journal }, { what: 'thematicPlan' });
  const hours = hoursOf(items);
  const sum = yield* hoursOfPlan(circumstances, planned, hours);
  if (isRefused(sum)) return sum;

  const { courseUnit, group } = page.opened;
  const data = { plan, courseUnit, group, academicYear, hours, curriculumHours: sum.curriculum, basedOn };
  const rule = yield* planTimeliness(circumstances, planned, 'thematicPlan.deadline');
  return accept(
    right,
    [ofPlan(plan, [{ type: 'ThematicPlanAdopted', data }, ...itemsOf(plan, items)]), attached(journal, plan)],
    { rule, warnings: sum.warnings },
  );
}

/**
 * Enters a plan: its hours must equal the curriculum where the regulation says so, and it is due before the year
 * or its classes begin (R-REF-12, R-REF-13).
 */
export function* adoptThematicPlan(circumstances: Circumstances, command: AdoptThematicPlan): Deciding {
  return yield* adopting(circumstances, command, null);
}

/** Copies a plan with all its topics, without their planned days: they are of another year (R-REF-14, R-REF-19). */
export function* copyThematicPlan(circumstances: Circumstances, command: CopyThematicPlan): Deciding {
  const { plan, from, journal } = command;
  const source = yield* read(thematicPlans, from);
  if (!source) return refuse('NOT_FOUND', {}, { what: 'thematicPlan' });
  const items = topicsOf(source).map((topic) => ({ ...topic, plannedOn: null }));
  if (journal !== null) {
    const planned = yield* plannedPage(circumstances, journal);
    if (isRefused(planned)) return planned;
    if (planned.page.opened.courseUnit !== source.courseUnit)
      return refuse('NOT_FOUND', { journal }, { what: 'courseUnit' });
    return yield* adopting(circumstances, { plan, journal, items }, from);
  }
  const right = yield* rightTo(circumstances, 'curriculum.set');
  if (isRefused(right)) return right;
  if (yield* read(thematicPlans, plan)) return refuse('ALREADY_EXISTS', {}, { what: 'thematicPlan' });
  const { courseUnit, academicYear, hours } = source;
  const data = { plan, courseUnit, group: null, academicYear, hours, curriculumHours: null, basedOn: from };
  return accept(right, [ofPlan(plan, [{ type: 'ThematicPlanAdopted', data }, ...itemsOf(plan, items)])]);
}

/** How many lessons follow some topics of a plan, on every page of the group that the plan is attached to. */
function* lessonsFollowing(
  { plan, journal }: AdjustThematicPlan,
  { opened }: Page,
  topics: readonly string[],
): Deciding<number> {
  if (topics.length === 0) return 0;
  const ofGroup = opened.group === null ? [] : (yield* read(groups, opened.group)).pages;
  const pages = yield* readAll(journals, [...new Set([journal, ...ofGroup.map((page) => page.journal)])]);
  return topics.filter((topic) =>
    pages.some(
      (page) => page.plan === plan && [...page.lessons.values()].some(({ planItem }) => planItem === topic),
    ),
  ).length;
}

/** Adjusts a plan during the year; a topic that a lesson has followed stays in it (R-REF-15). */
export function* adjustThematicPlan(circumstances: Circumstances, command: AdjustThematicPlan): Deciding {
  const { plan, journal, items, reason } = command;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, right } = planned;
  const found = yield* read(thematicPlans, plan);
  if (!found || page.plan !== plan) return refuse('NOT_FOUND', { journal }, { what: 'thematicPlan' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { journal });
  const kept = new Set(items.map(({ item }) => item));
  const dropped = [...found.items.keys()].filter((item) => !kept.has(item));
  const lessons = yield* lessonsFollowing(command, page, dropped);
  if (lessons > 0) return refuse('ENTRIES_REMAIN', { journal }, { lessons });
  const hours = hoursOf(items);
  const sum = yield* hoursOfPlan(circumstances, planned, hours);
  if (isRefused(sum)) return sum;

  const data = { plan, hours, curriculumHours: sum.curriculum };
  const events: readonly DomainEvent[] = [
    { type: 'ThematicPlanAdjusted', data, sealed: { reason } },
    ...itemsOf(plan, items),
    ...dropped.map((item): DomainEvent => ({ type: 'ThematicPlanItemDropped', data: { plan, item } })),
  ];
  return accept(right, [ofPlan(plan, events)], { warnings: sum.warnings });
}

/** Attaches a plan to a page of its group, course unit and year: the second semester's, or a subgroup's. */
export function* attachThematicPlan(circumstances: Circumstances, command: AttachThematicPlan): Deciding {
  const { journal, plan } = command;
  const planned = yield* plannedPage(circumstances, journal);
  if (isRefused(planned)) return planned;
  const { page, academicYear, right } = planned;
  if (page.plan === plan) return accept(right, []);
  const found = yield* read(thematicPlans, plan);
  const { group, courseUnit } = page.opened;
  if (found?.group !== group || found.courseUnit !== courseUnit || found.academicYear !== academicYear)
    return refuse('NOT_FOUND', { journal }, { what: 'thematicPlan' });
  return accept(right, [attached(journal, plan)]);
}
