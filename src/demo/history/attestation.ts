import { isPassed, type AttestationResult } from '../../policies/attestation.ts';
import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn, type DemoPage } from '../pages.ts';
import type { DemoStudent } from '../people.ts';
import { dayIn, type Plan } from '../plan.ts';

/** What the first students of the first group meet on their first page, so that every kind of result is there. */
const FIRST_RESULTS: readonly (AttestationResult | null)[] = [
  'grade5',
  'academicDebt',
  'notAttested',
  'validReasonNonAttendance',
  'grade3',
  'academicDebt',
  'grade4',
];

/** By their places on that page: whose debt is cleared by a repeat, whose is not, whose result is corrected to what. */
const REPEATED: Readonly<Record<number, AttestationResult>> = { 1: 'grade3', 2: 'academicDebt', 3: 'grade4' };
const CORRECTED: Readonly<Record<number, AttestationResult>> = { 4: 'grade4', 5: 'grade3' };

/** The place on the first page of the student whose result is corrected under a grant after the lock. */
export const CORRECTED_UNDER_GRANT = 6;

const isFirstPage = (plan: Plan, { id }: DemoPage): boolean => plan.finished.pages[0]?.id === id;

/** Whether a student of the first page has a fate of their own there. */
const placeOnFirst = (plan: Plan, page: DemoPage, { group, place }: DemoStudent): number | null =>
  isFirstPage(plan, page) && group === 0 && place < FIRST_RESULTS.length ? place : null;

/** The result of a student in the finished semester. */
const resultOf = (plan: Plan, page: DemoPage, student: DemoStudent): AttestationResult => {
  const place = placeOnFirst(plan, page, student);
  const told = place === null ? undefined : FIRST_RESULTS[place];
  if (told) return told;
  const dice = plan.dice(`result ${page.id} ${student.id}`);
  const done = student.ability * 0.8 + dice.roll() * 0.2;
  if (dice.chance(0.006)) return 'validReasonNonAttendance';
  if (student.diligence < 0.12 && dice.chance(0.3)) return 'notAttested';
  if (done < 0.16) return 'academicDebt';
  if (page.unit.attestationForm === 'credit') return 'pass';
  return done < 0.42 ? 'grade3' : done < 0.68 ? 'grade4' : 'grade5';
};

/** The day of a page's attestation: Monday to Friday of the semester's last week, as far as they are no holidays. */
export const heldOnOf = (plan: Plan, page: DemoPage): PlainDate => {
  const number = plan.finished.pages.findIndex(({ id }) => id === page.id);
  const day = dayIn(plan, plan.finished, plan.finished.weeks - 1, number % 5);
  return day <= plan.finished.until ? day : plan.calendar.studyDayUpTo(plan.finished.until);
};

/** The day of a student's first repeat on a page. */
export const repeatDay = (plan: Plan, page: DemoPage, student: DemoStudent): PlainDate => {
  const dice = plan.dice(`repeat day ${page.id} ${student.id}`);
  return dayIn(plan, plan.running, 3 + dice.whole(0, 2), dice.whole(0, 3));
};

const repeated = (plan: Plan, page: DemoPage, student: DemoStudent, result: AttestationResult) => {
  const place = placeOnFirst(plan, page, student);
  const dice = plan.dice(`repeat ${page.id} ${student.id}`);
  if (isPassed(result) || place === 5 || (place === null && !dice.chance(0.5))) return [];
  const passed = page.unit.attestationForm === 'credit' ? 'pass' : 'grade3';
  const heldOn = repeatDay(plan, page, student);
  return [
    act(plan.calendar.at(heldOn, '15:50'), plan.id('administrator 2'), 'RecordRepeatAttestation', {
      journal: page.id,
      student: student.id,
      result: (place === null ? undefined : REPEATED[place]) ?? passed,
      heldOn,
      order: '№ 9-у (демо)',
    }),
  ];
};

/** Whether attestation marks stay open beyond the end of the period; where not, all is done before it ends. */
const staysOpen = ({ regulation }: Plan): boolean => regulation.value('attestation.editWindowDays') > 0;

const corrected = (plan: Plan, page: DemoPage, student: DemoStudent): readonly Act[] => {
  const place = placeOnFirst(plan, page, student);
  const result = place === null ? undefined : CORRECTED[place];
  if (!result) return [];
  const { finished, calendar } = plan;
  const on = staysOpen(plan) ? calendar.studyDay(plusDays(finished.until, 3)) : finished.until;
  return [
    act(plan.calendar.at(on, '14:10'), page.teacher, 'CorrectAttestationMark', {
      journal: page.id,
      student: student.id,
      result,
      expectedRevision: 0,
      reason: 'Ошибка при переносе из ведомости',
    }),
  ];
};

/** The attestation of the finished semester: every kind of result, corrections, repeats, and the debts of it all. */
export const attestationActs = (plan: Plan): readonly Act[] =>
  plan.finished.pages.flatMap((page) => {
    const heldOn = heldOnOf(plan, page);
    const isLate = staysOpen(plan) && plan.dice(`sheet ${page.id}`).chance(0.1);
    const recordedOn = isLate ? plan.calendar.studyDay(plusDays(plan.finished.until, 2)) : heldOn;
    return plan.on(page, heldOn).flatMap((student) => {
      const result = resultOf(plan, page, student);
      const data = { journal: page.id, student: student.id, result, heldOn };
      const by = teacherOn(page, recordedOn);
      return [
        act(plan.calendar.at(recordedOn, '15:30'), by, 'RecordAttestationMark', data),
        ...corrected(plan, page, student),
        ...repeated(plan, page, student, result),
      ];
    });
  });
