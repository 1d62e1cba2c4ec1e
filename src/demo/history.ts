import { act, type Act } from './act.ts';
import type { Plan } from './plan.ts';
import { attendanceCheckActs } from './history/attendance-checks.ts';
import { attestationActs } from './history/attestation.ts';
import { byRegulationActs } from './history/by-regulation.ts';
import { classworkActs } from './history/classwork.ts';
import { conspicuousActs } from './history/conspicuous.ts';
import { controlActs } from './history/controls.ts';
import { curriculumActs, loadActs } from './history/curricula.ts';
import { debtActs } from './history/debts.ts';
import { erasureActs } from './history/erasures.ts';
import { finalWorkActs } from './history/final-works.ts';
import { foundingActs, openingActs } from './history/founding.ts';
import { lessonActs } from './history/lessons.ts';
import { movementActs } from './history/movement.ts';
import { moveActs } from './history/moves.ts';
import { outageActs } from './history/outages.ts';
import { peopleActs } from './history/people.ts';
import { periodActs } from './history/period.ts';
import { planActs } from './history/plans.ts';
import { refusalActs } from './history/refusals.ts';
import { announcementActs, rightActs } from './history/rights.ts';
import { referenceDataActs } from './history/reference-data.ts';
import { regulationActs } from './history/regulations.ts';
import { schoolYearActs } from './history/school-year.ts';
import { timetableActs } from './history/timetable.ts';
import { windowActs } from './history/windows.ts';

/** The last act of every demo, at the demo's now: a college in whose log it lies is complete. */
const lastAct = (plan: Plan): Act =>
  act(plan.calendar.now, plan.id('administrator 1'), 'GrantRole', {
    account: plan.id('methodologist'),
    grant: plan.id('practiceSupervisor of the methodologist'),
    role: 'practiceSupervisor',
    student: null,
    order: '№ 13-к (демо)',
  });

/** Everything that is done at a demo college, in the order in which it is done. Pure. */
export const historyOf = (plan: Plan): readonly Act[] => {
  const acts = [
    ...foundingActs(plan),
    ...peopleActs(plan),
    ...schoolYearActs(plan),
    ...referenceDataActs(plan),
    ...curriculumActs(plan),
    ...openingActs(plan),
    ...loadActs(plan),
    ...planActs(plan),
    ...[plan.finished, plan.running].flatMap((semester) => [
      ...timetableActs(plan, semester),
      ...lessonActs(plan, semester),
    ]),
    ...classworkActs(plan),
    ...moveActs(plan),
    ...movementActs(plan),
    ...attestationActs(plan),
    ...debtActs(plan),
    ...finalWorkActs(plan),
    ...regulationActs(plan),
    ...byRegulationActs(plan),
    ...outageActs(plan),
    ...controlActs(plan),
    ...attendanceCheckActs(plan),
    ...periodActs(plan),
    ...windowActs(plan),
    ...conspicuousActs(plan),
    ...refusalActs(plan),
    ...announcementActs(plan),
    ...rightActs(plan),
    ...erasureActs(plan),
  ];
  const { now } = plan.calendar;
  const past = acts.filter(({ at }) => at < now).sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return [...past, lastAct(plan)];
};
