import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { corrected, markedLesson } from './recent.ts';

/**
 * Where a completed sheet closes a page to its teacher: a correction is refused behind it, a second person says no to one
 * exception and yes to another, and under that one the correction is made.
 */
export const sheetWindowActs = (plan: Plan): readonly Act[] => {
  const { calendar, finished } = plan;
  const [first] = finished.pages;
  const pagesTaken = first ? [first.id] : [];
  const found = markedLesson(plan, { until: finished.until, semester: 'finished', pagesTaken });
  const day = calendar.studyDay(plusDays(finished.until, 3));
  const at = (time: string) => calendar.at(day, time);
  const director = plan.id('director');
  const [declined, opened] = [plan.id('grant declined'), plan.id('grant behind the sheet')];
  const proposed = {
    journal: found.lesson.page.id,
    covers: 'currentMarks' as const,
    lesson: null,
    account: found.teacher,
    until: plusDays(day, 5),
    reason: 'Найдена работа, не учтённая в семестре',
  };
  return [
    act(at('10:16'), found.teacher, 'CorrectMark', corrected(found), { expects: 'SHEET_COMPLETED' }),
    act(at('11:01'), plan.id('administrator 1'), 'GrantEditWindow', { ...proposed, grant: declined }),
    act(at('11:16'), director, 'DeclineEditWindowGrant', {
      grant: declined,
      reason: 'Срок не обоснован служебной запиской',
    }),
    act(at('12:01'), plan.id('administrator 1'), 'GrantEditWindow', { ...proposed, grant: opened }),
    act(at('12:16'), director, 'ConfirmEditWindowGrant', { grant: opened }),
    act(at('13:16'), found.teacher, 'CorrectMark', corrected(found)),
  ];
};
