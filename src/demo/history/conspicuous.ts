import type { PlainDate } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { otherMark } from '../work.ts';
import { corrected, markedLesson, type MarkedLesson } from './recent.ts';

/** How many study days ago each of them happened. */
const DAYS = { atNight: 4, afterReset: 3 } as const;

const CHANGES = 10;

/** Ten corrections of one mark within a minute, late in the evening, there and back again. */
const atNight = (
  plan: Plan,
  { lesson, teacher, data, revision }: MarkedLesson,
  on: PlainDate,
): readonly Act[] => {
  const other = otherMark(lesson.page.unit.scale, data.value);
  const began = Date.parse(plan.calendar.at(on, '22:41'));
  return Array.from({ length: CHANGES }, (_, index) =>
    act(new Date(began + index * 2_000).toISOString(), teacher, 'CorrectMark', {
      ...data,
      value: index % 2 === 0 ? other : data.value,
      expectedRevision: revision + index,
      reason: 'Исправлена опечатка',
    }),
  );
};

/** What an auditor should come upon: changes in bulk at night, and a correction soon after an administrator made a code. */
export const conspicuousActs = (plan: Plan): readonly Act[] => {
  const { before, at } = plan.calendar;
  const night = markedLesson(plan, { until: before(DAYS.atNight), isFivePoint: true });
  const reset = markedLesson(plan, { until: before(DAYS.afterReset), pagesTaken: [night.lesson.page.id] });
  return [
    ...atNight(plan, night, before(DAYS.atNight)),
    act(at(before(DAYS.afterReset), '16:41'), plan.id('administrator 1'), 'IssueSignInCode', {
      account: reset.teacher,
    }),
    act(at(before(DAYS.afterReset), '17:11'), reset.teacher, 'CorrectMark', corrected(reset)),
  ];
};
