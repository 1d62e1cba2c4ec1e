import type { PlainDate } from '../../src/policies/calendar.ts';
import { hoursOf } from '../../src/policies/programme.ts';
import type { Scope } from '../../src/policies/scope.ts';
import { journalsIn } from '../gradebook/queries.ts';
import type { Reader } from '../reader.ts';
import { curriculumHours } from './curriculum-hours.ts';
import { planItems } from './plan-queries.ts';
import type { ProgrammeLessonRow, ThematicPlanItemRow } from './table-plan.ts';

/** A topic of the plan, and how much of it has been taught. */
export interface TopicProgress extends ThematicPlanItemRow {
  readonly deliveredHours: number;
  /** The days on which it was taught. */
  readonly deliveredOn: readonly PlainDate[];
}

/** Planned against delivered on one page (R-LES-13, R-MON-15). */
export interface ProgrammeProgress {
  readonly journal: string;
  /** What the curriculum has for the page's period; `null` without a curriculum. */
  readonly curriculumHours: number | null;
  /** What the thematic plan has for the whole year; `null` without a plan. */
  readonly plannedHours: number | null;
  /** Lessons in the timetable, held or not; cancelled ones count nowhere (T-31). */
  readonly scheduledHours: number;
  readonly deliveredHours: number;
  /** Hours of topics whose planned day has come, less what was taught of them. */
  readonly behindHours: number;
  readonly topics: readonly TopicProgress[];
}

const academic = (lessons: readonly ProgrammeLessonRow[]): number =>
  lessons.reduce((sum, { academicHours }) => sum + academicHours, 0);

const lessonsOf = async (reader: Reader, scope: Scope, journals: readonly string[]) =>
  await reader
    .selectFrom('programme_lesson as l')
    .where('l.college', '=', scope.college)
    .where('l.journal', 'in', journals)
    .where('l.status', '!=', 'cancelled')
    .select(['l.journal', 'l.lesson', 'l.date', 'l.academicHours', 'l.status', 'l.planItem'])
    .orderBy('l.date')
    .execute();

/** The pages that follow a plan for the same subgroup: the year's plan is taught on the pages of both semesters. */
const pagesOfPlan = async (reader: Reader, scope: Scope, plan: string, subgroup: string | null) =>
  await reader
    .selectFrom('programme_page as p')
    .where('p.college', '=', scope.college)
    .where('p.plan', '=', plan)
    .where((eb) => (subgroup === null ? eb('p.subgroup', 'is', null) : eb('p.subgroup', '=', subgroup)))
    .select('p.journal')
    .execute();

/** The progress of a page within the scope; `null` where there is none to see. */
export const programmeProgress = async (
  reader: Reader,
  scope: Scope,
  journal: string,
  today: PlainDate,
): Promise<ProgrammeProgress | null> => {
  const [seen] = await journalsIn(reader, scope, { journals: [journal] });
  if (!seen) return null;
  const [page] = await reader
    .selectFrom('programme_page as p')
    .innerJoin('attestation_period as a', (join) =>
      join.onRef('a.college', '=', 'p.college').onRef('a.period', '=', 'p.period'),
    )
    .where('p.college', '=', scope.college)
    .where('p.journal', '=', journal)
    .select(['p.journal', 'p.group', 'p.courseUnit', 'p.plan', 'p.subgroup', 'a.from', 'a.until'])
    .execute();
  if (!page) return null;
  const { plan, subgroup } = page;
  const items = plan === null ? [] : await planItems(reader, scope, [plan]);
  const pages = plan === null ? [] : await pagesOfPlan(reader, scope, plan, subgroup);
  const lessons = await lessonsOf(reader, scope, [
    ...new Set([journal, ...pages.map((other) => other.journal)]),
  ]);
  const taught = Map.groupBy(
    lessons.filter(({ status }) => status === 'conducted'),
    ({ planItem }) => planItem,
  );
  const topics = items.map((item): TopicProgress => {
    const held = taught.get(item.item) ?? [];
    return { ...item, deliveredHours: academic(held), deliveredOn: held.map(({ date }) => date) };
  });
  const own = lessons.filter((lesson) => lesson.journal === journal);
  const hours = await curriculumHours(reader, scope, [page]);
  return {
    journal,
    curriculumHours: hours.get(journal) ?? null,
    plannedHours: plan === null ? null : hoursOf(items),
    scheduledHours: academic(own),
    deliveredHours: academic(own.filter(({ status }) => status === 'conducted')),
    behindHours: topics
      .filter(({ plannedOn }) => plannedOn !== null && plannedOn <= today)
      .reduce((sum, topic) => sum + Math.max(0, topic.hours - topic.deliveredHours), 0),
    topics,
  };
};
