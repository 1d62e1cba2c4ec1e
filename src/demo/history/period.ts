import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { CORRECTED_UNDER_GRANT } from './attestation.ts';
import { asksSecondPerson } from './regulations.ts';

/** Days after the end of the finished semester. The attestation marks of the semester stay open for 31. */
const AFTER_END = { promoted: 5, locked: 32, tried: 36, reopened: 45 } as const;

const promoted = (plan: Plan): readonly Act[] => {
  const on = plusDays(plan.finished.until, AFTER_END.promoted);
  return plan.college.groups.map(({ semester }, group) =>
    act(plan.calendar.at(on, '11:30'), plan.id('deputy'), 'PromoteGroup', {
      group: plan.id(`group ${group}`),
      promotion: plan.college.promotion,
      fromSemester: semester,
      order: { number: '10-с (демо)', date: on },
    }),
  );
};

/** The end of the finished semester: promotion, lock, a try behind the lock, and one re-opening for one correction. */
export const periodActs = (plan: Plan): readonly Act[] => {
  const { calendar, finished } = plan;
  const on = (days: number) => calendar.studyDay(plusDays(finished.until, days));
  const { period } = finished;
  const [first, second] = [plan.id('administrator 1'), plan.id('administrator 2')];
  const [page] = finished.pages;
  const student = plan.people.students[CORRECTED_UNDER_GRANT];
  if (!page || !student) return [];

  const mark = { journal: page.id, student: student.id, result: 'grade5', expectedRevision: 0 } as const;
  const reopened = on(AFTER_END.reopened);
  const closed = calendar.studyDay(plusDays(reopened, 1));
  return [
    ...promoted(plan),
    act(calendar.at(on(AFTER_END.locked), '10:00'), first, 'LockAttestationPeriod', {
      period,
      reason: 'Срок исправления отметок истёк',
    }),
    act(
      calendar.at(on(AFTER_END.tried), '15:20'),
      page.teacher,
      'CorrectAttestationMark',
      { ...mark, reason: 'Апелляция удовлетворена' },
      { expects: 'PERIOD_LOCKED' },
    ),
    act(calendar.at(reopened, '10:05'), second, 'ReopenAttestationPeriod', {
      period,
      reason: 'Решение апелляционной комиссии, протокол № 1 (демо)',
    }),
    act(calendar.at(reopened, '10:40'), second, 'GrantEditWindow', {
      journal: page.id,
      grant: plan.id('grant of the appeal'),
      covers: 'attestationMarks',
      lesson: null,
      account: page.teacher,
      until: closed,
      reason: 'Решение апелляционной комиссии, протокол № 1 (демо)',
    }),
    ...(asksSecondPerson(plan)
      ? [
          act(calendar.at(reopened, '10:50'), plan.id('director'), 'ConfirmEditWindowGrant', {
            grant: plan.id('grant of the appeal'),
          }),
        ]
      : []),
    act(calendar.at(reopened, '11:25'), page.teacher, 'CorrectAttestationMark', {
      ...mark,
      reason: 'Апелляция удовлетворена',
    }),
    act(calendar.at(closed, '16:15'), second, 'LockAttestationPeriod', {
      period,
      reason: 'Исправление по апелляции внесено',
    }),
  ];
};
