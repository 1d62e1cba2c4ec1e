import { act, type Act } from '../act.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import { announcerOf } from './attendance.ts';

/** How many of the coming lessons of a child a guardian announces an absence for. */
const ANNOUNCED = 3;

/** Absences announced for the coming days: by guardians, and one by a curator. */
export const announcementActs = (plan: Plan): readonly Act[] => {
  const { at, before, today } = plan.calendar;
  // Where guardians have to tell the curator themselves, the curator announces nothing.
  const isForCurators = plan.regulation.value('attendance.announcedAbsence')?.kind === 'inJournal';
  const coming = plan.running.lessons.filter(
    ({ date, status, isMoved }) => date > plan.calendar.studyDay(today) && status === 'held' && !isMoved,
  );
  return plan.people.students
    .filter(({ group, place }) => group < 2 && (place === 4 || place === 0 || place === 7))
    .flatMap((student) => {
      const guardian = announcerOf(plan, student.id);
      const isCurators = guardian === null && student.group === 0 && student.place === 7;
      const by = isCurators ? plan.id(curatorOf(plan.college, 0)) : guardian;
      if (by === null) return [];
      return coming
        .filter(({ page, date }) => plan.on(page, date).includes(student))
        .slice(0, isCurators ? 1 : ANNOUNCED)
        .map(({ page, id: lesson }) =>
          act(
            at(before(1), '19:40'),
            by,
            'AnnounceAbsence',
            { journal: page.id, lesson, student: student.id, reason: 'Плановый визит к врачу' },
            { expects: isCurators && !isForCurators ? 'NOT_PERMITTED' : null },
          ),
        );
    });
};

/** A role that was granted and revoked, and a guardianship that ended. */
export const rightActs = (plan: Plan): readonly Act[] => {
  const { at, before } = plan.calendar;
  const account = plan.id('methodologist');
  const ward = plan.people.students.find(({ group, place }) => group === 1 && place === 5);
  return [
    act(at(dayIn(plan, plan.running, 1, 0), '12:05'), plan.id('deputy'), 'GrantRole', {
      account,
      grant: plan.id(`substitutionOperator of ${account}`),
      role: 'substitutionOperator',
      student: null,
      order: '№ 12-к (демо)',
    }),
    act(at(dayIn(plan, plan.running, 4, 0), '12:05'), plan.id('administrator 1'), 'RevokeRole', {
      account,
      role: 'substitutionOperator',
      reason: 'Временное замещение окончено',
    }),
    ...(ward
      ? [
          act(at(before(2), '12:35'), plan.id('administrator 1'), 'EndGuardianship', {
            account: plan.id('guardian 5'),
            guardianship: plan.id(`guardianship ${plan.id('guardian 5')} ${ward.id}`),
          }),
        ]
      : []),
  ];
};
