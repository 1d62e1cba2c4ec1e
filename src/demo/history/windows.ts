import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { corrected, markedLesson, type MarkedLesson } from './recent.ts';
import { sheetWindowActs } from './sheet-windows.ts';

/** A lesson so many days old has a closed window of 21 days. */
const CLOSED_DAYS = 23;

/** Study days before today on which things happen with windows. */
const DAYS = { expiring: 9, revoked: 5, closed: 3, expired: 2, standing: 1 } as const;

/**
 * Closed windows and grants of the last days, where windows are counted in days: one grant that was used and has expired, one that was revoked, one that
 * stands and was used, and two attempts after the end of a window.
 */
const countedActs = (plan: Plan): readonly Act[] => {
  const { before, at, today } = plan.calendar;
  const administrator = plan.id('administrator 1');
  const expiring = before(DAYS.expiring);
  const taken: string[] = [];
  const cast = (until: string): MarkedLesson => {
    const found = markedLesson(plan, { until: plusDays(until, -CLOSED_DAYS), pagesTaken: taken });
    taken.push(found.lesson.page.id);
    return found;
  };
  const [used, late, withdrawn, open] = [
    cast(expiring),
    cast(before(DAYS.closed)),
    cast(before(DAYS.revoked)),
    cast(before(DAYS.standing)),
  ] as [MarkedLesson, MarkedLesson, MarkedLesson, MarkedLesson];
  const grant = (name: string, { lesson }: MarkedLesson, until: string) => ({
    journal: lesson.page.id,
    grant: plan.id(`grant ${name}`),
    covers: 'currentMarks' as const,
    lesson: null,
    account: null,
    until,
    reason: 'Студенты сдавали работу после болезни',
  });
  const expired = { ...corrected(used), value: used.data.value, expectedRevision: used.revision + 1 };
  const revoked = grant('revoked', withdrawn, plusDays(today, 10));
  return [
    act(at(expiring, '11:00'), administrator, 'GrantEditWindow', {
      ...grant('expired', used, plusDays(expiring, 3)),
      lesson: used.lesson.id,
      account: used.teacher,
    }),
    act(at(expiring, '13:15'), used.teacher, 'CorrectMark', corrected(used)),
    act(at(before(DAYS.revoked), '11:00'), administrator, 'GrantEditWindow', revoked),
    act(at(before(DAYS.revoked - 1), '11:00'), administrator, 'RevokeEditWindowGrant', {
      journal: revoked.journal,
      grant: revoked.grant,
    }),
    act(at(before(DAYS.closed), '15:25'), late.teacher, 'CorrectMark', corrected(late), {
      expects: 'EDIT_WINDOW_CLOSED',
    }),
    act(at(before(DAYS.expired), '15:25'), used.teacher, 'CorrectMark', expired, {
      expects: 'EDIT_WINDOW_CLOSED',
    }),
    act(
      at(before(DAYS.standing), '11:00'),
      administrator,
      'GrantEditWindow',
      grant('standing', open, plusDays(today, 5)),
    ),
    act(at(before(DAYS.standing), '13:15'), open.teacher, 'CorrectMark', corrected(open)),
  ];
};

/** What the windows of a college's regulation mean: days, or a completed sheet. */
export const windowActs = (plan: Plan): readonly Act[] =>
  plan.regulation.value('currentMark.editWindowDays') === null ? sheetWindowActs(plan) : countedActs(plan);
