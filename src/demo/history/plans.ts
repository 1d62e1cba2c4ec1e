import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { DemoPage } from '../pages.ts';
import { dayIn, type Plan } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';
import { semesterHours } from './curricula.ts';

/** A topic of the thematic plan of a page, by its place from 0. */
const itemId = (plan: Plan, page: DemoPage, place: number): string => plan.id(`topic ${page.id} ${place}`);

/** The topic a lesson of the running semester follows; the lessons of the finished one had no plan. */
export const plannedTopicOf = (plan: Plan, { page, index }: DemoLesson): string | null =>
  page.semester === 'running' ? itemId(plan, page, index % page.unit.topics.length) : null;

/** The topics of a page over both semesters of a year: together they have the hours of the curriculum. */
const topicsOf = (plan: Plan, page: DemoPage) => {
  const { topics } = page.unit;
  const hours = 2 * semesterHours(page.unit);
  const each = Math.floor(hours / topics.length);
  return topics.map((topic, place) => ({
    item: itemId(plan, page, place),
    topic: /\p{Script=Cyrillic}/u.test(topic) ? topic : `Тема «${topic}»`,
    hours: place === 0 ? hours - each * (topics.length - 1) : each,
    workTypes: place % 2 === 0 ? (['lessonWork'] as const).slice() : [page.unit.work],
    plannedOn: plusDays(plan.running.from, place * 7),
  }));
};

const adopting = (plan: Plan, page: DemoPage): Act =>
  act(plan.calendar.at(plusDays(plan.running.from, -4), '11:02'), page.teacher, 'AdoptThematicPlan', {
    plan: plan.id(`thematic plan ${page.id}`),
    journal: page.id,
    items: topicsOf(plan, page),
  });

/** On the first page a plan is adjusted: one reserve topic is taken in, and taken out again. */
const adjusting = (plan: Plan, page: DemoPage): readonly Act[] => {
  const reserve = {
    item: plan.id(`reserve ${page.id}`),
    topic: 'Резерв',
    hours: 2,
    workTypes: [],
    plannedOn: null,
  };
  const topics = topicsOf(plan, page);
  const adjusted = (week: number, items: readonly (typeof topics)[number][], reason: string): Act =>
    act(plan.calendar.at(dayIn(plan, plan.running, week, 2), '15:40'), page.teacher, 'AdjustThematicPlan', {
      plan: plan.id(`thematic plan ${page.id}`),
      journal: page.id,
      items,
      reason,
    });
  const last = topics.at(-1);
  const shorter = last ? [...topics.slice(0, -1), { ...last, hours: last.hours - 2 }] : topics;
  const longer = [...shorter, { ...reserve, plannedOn: plan.running.until }];
  return [
    adjusted(1, longer, 'Нужен резерв времени'),
    adjusted(4, topics, 'Резерв использован на повторение'),
  ];
};

/** What the teacher of a page writes about its course unit, and when its control works are held. */
const writing = (plan: Plan, page: DemoPage): readonly Act[] => {
  const journal = page.id;
  const at = (time: string) => plan.calendar.at(plusDays(plan.running.from, -4), time);
  const work = { journal, workType: 'control', topic: page.unit.topics[0] ?? null } as const;
  const [kept, dropped] = [`control work ${journal}`, `dropped control work ${journal}`].map((name) =>
    plan.id(name),
  );
  if (kept === undefined || dropped === undefined) return [];
  return [
    act(at('11:12'), page.teacher, 'SetWorkProgramme', {
      journal,
      hours: 2 * semesterHours(page.unit),
      contents: page.unit.topics.map((topic, place) => `${place + 1}. ${topic}`).join('\n'),
      codifier: null,
      reason: null,
    }),
    act(at('11:22'), page.teacher, 'SetGradingCriteria', {
      journal,
      workTypes: ['lessonWork', page.unit.work],
      checkingDays: 7,
      criteria: 'Отлично: полный самостоятельный ответ; хорошо: неточности; удовлетворительно: ошибки.',
    }),
    act(at('11:32'), page.teacher, 'PlanControlWork', {
      ...work,
      controlWork: kept,
      plannedOn: dayIn(plan, plan.running, 8, 1),
      reason: null,
    }),
    act(at('11:42'), page.teacher, 'PlanControlWork', {
      ...work,
      controlWork: dropped,
      plannedOn: dayIn(plan, plan.running, 12, 1),
      reason: null,
    }),
    act(plan.calendar.at(dayIn(plan, plan.running, 5, 1), '15:42'), page.teacher, 'DropControlWork', {
      journal,
      controlWork: dropped,
      reason: 'Объединена с предыдущей',
    }),
  ];
};

/** The thematic plans of the running semester, and what is written about the course units of the first pages. */
export const planActs = (plan: Plan): readonly Act[] => {
  const [first] = plan.running.pages;
  return [
    ...plan.running.pages.map((page) => adopting(plan, page)),
    ...(first ? adjusting(plan, first) : []),
    ...(first ? writing(plan, first) : []),
  ];
};
