import type { CommandNamed } from '../../decisions/register.ts';
import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { dayIn, type Plan, type PlannedSemester } from '../plan.ts';

type Values = CommandNamed<'ProposeRegulationChange'>['data']['values'];

/** By an order: the curators’ corrections with the teacher’s consent, and what an outage gives time for. */
const CONSENT_AND_OUTAGES: Values = [
  { parameter: 'attendance.curatorMayCorrect', value: 'withTeacherConsent', clause: null },
  { parameter: 'outage.inspectionDeferral', value: true, clause: null },
  { parameter: 'outage.backEntryWorkingDays', value: 5, clause: null },
];

/** Windows that are opened again need a second person from now on; so does this change itself. */
const SECOND_PERSON: Values = [{ parameter: 'windowGrant.secondPerson', value: true, clause: null }];

/** Whether windows that are opened again wait for a second person, by the change told here. */
export const asksSecondPerson = ({ regulation }: Plan): boolean =>
  regulation.value('attestation.lockOnEntry');

const proposed = (plan: Plan, name: string, semester: PlannedSemester, values: Values): Act =>
  act(
    plan.calendar.at(dayIn(plan, semester, 0, 1), '10:41'),
    plan.id('administrator 1'),
    'ProposeRegulationChange',
    {
      change: plan.id(name),
      values,
      effectiveFrom: dayIn(plan, semester, 1, 0),
      order: '№ 7-о (демо)',
      reason: 'Решение педагогического совета (демо)',
    },
  );

/** A proposal of the last days that nobody has answered yet. */
const pending = (plan: Plan): Act => {
  const { before, at, today } = plan.calendar;
  return act(at(before(6), '10:10'), plan.id('administrator 2'), 'ProposeRegulationChange', {
    change: plan.id('regulation change'),
    values: [{ parameter: 'currentMark.editWindowDays', value: 14, clause: null }],
    effectiveFrom: plusDays(today, 45),
    order: '№ 11-о (демо)',
    reason: 'Решение педагогического совета (демо)',
  });
};

/** Changes of the regulation: with the yes of a second person, with a no, and one that still waits. */
export const regulationActs = (plan: Plan): readonly Act[] => {
  const answered = (semester: PlannedSemester) => plan.calendar.at(dayIn(plan, semester, 0, 1), '14:41');
  const director = plan.id('director');
  if (asksSecondPerson(plan))
    return [
      proposed(plan, 'change for second persons', plan.finished, SECOND_PERSON),
      act(answered(plan.finished), director, 'ConfirmRegulationChange', {
        change: plan.id('change for second persons'),
      }),
      pending(plan),
    ];
  return [
    proposed(plan, 'change for outages', plan.running, CONSENT_AND_OUTAGES),
    proposed(plan, 'change for locks', plan.running, [
      { parameter: 'attestation.lockOnEntry', value: true, clause: null },
    ]),
    act(answered(plan.running), director, 'DeclineRegulationChange', {
      change: plan.id('change for locks'),
      reason: 'Преподавателям нужен срок для апелляций',
    }),
    pending(plan),
  ];
};
