import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import { repeatDay } from './attestation.ts';

/** On the first page: whose repeat is set a day and helped along, and who spends every attempt. */
const [HELPED, SPENDING] = [1, 2] as const;

const ORDER = '№ 10-у (демо)';

/** Attempts after the first: none without a commission, and none beyond the second. */
const attempts = (plan: Plan): readonly Act[] => {
  const [page] = plan.finished.pages;
  const student = plan.people.students[SPENDING];
  if (!page || !student) return [];
  const heldOn = dayIn(plan, plan.running, 7, 1);
  const at = (time: string) => plan.calendar.at(heldOn, time);
  const attempt = { journal: page.id, student: student.id, result: 'notAttested', heldOn } as const;
  const commission = [plan.id('deputy'), page.teacher];
  const before = { ...attempt, order: ORDER, commission };
  const by = plan.id('administrator 2');
  return [
    act(
      at('15:55'),
      by,
      'RecordRepeatAttestation',
      { ...attempt, order: null },
      { expects: 'COMMISSION_REQUIRED' },
    ),
    act(at('16:05'), by, 'RecordRepeatAttestation', before),
    act(at('16:10'), by, 'RecordRepeatAttestation', before, { expects: 'REPEATS_EXHAUSTED' }),
  ];
};

/** What is done about debts: a consultation, a day for the repeat, and the attempts of who never came. */
const helping = (plan: Plan): readonly Act[] => {
  const [page] = plan.finished.pages;
  const student = plan.people.students[HELPED];
  if (!page || !student) return [];
  const [met, set] = [dayIn(plan, plan.running, 1, 1), dayIn(plan, plan.running, 2, 0)];
  const cell = { journal: page.id, student: student.id };
  return [
    act(plan.calendar.at(met, '14:25'), plan.id(curatorOf(plan.college, 0)), 'RecordDebtMeasure', {
      ...cell,
      measure: 'consultation',
      on: met,
      note: 'Консультации по вторникам до пересдачи',
    }),
    act(plan.calendar.at(set, '10:20'), plan.id('administrator 2'), 'ScheduleRepeatAttestation', {
      ...cell,
      on: repeatDay(plan, page, student),
      order: ORDER,
      commission: [],
    }),
  ];
};

/** How many of the last pages of the finished semester have a completed sheet where it locks nothing. */
const COMPLETED = 3;

/**
 * Sheets of pages on which nothing is corrected afterwards. Where a sheet locks its page all but the first are completed,
 * on the last day of the semester; elsewhere a few are, after it.
 */
const sheets = (plan: Plan): readonly Act[] => {
  const { calendar, finished, regulation } = plan;
  const locks = regulation.value('attestation.lockOnEntry');
  const on = locks ? finished.until : calendar.studyDay(plusDays(finished.until, 2));
  return finished.pages.slice(locks ? 1 : -COMPLETED).map((page) =>
    act(calendar.at(on, '16:50'), teacherOn(page, on), 'CompleteAttestationSheet', {
      journal: page.id,
    }),
  );
};

/** Completed sheets, and academic debts with what is done about them. */
export const debtActs = (plan: Plan): readonly Act[] => [
  ...sheets(plan),
  ...helping(plan),
  ...attempts(plan),
];
