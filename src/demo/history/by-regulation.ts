import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { dayIn, type Plan } from '../plan.ts';
import { isAdult } from '../people.ts';
import { curatorOf } from '../staff.ts';
import { entriesOf } from './entries.ts';

/** Days after the end of the finished semester: within the window of 003 (31), beyond that of 004 (none). */
const AFTER_END_DAYS = 10;

/** The same act in every demo college: a teacher corrects an attestation mark ten days after the period. */
const tenDaysAfter = (plan: Plan): readonly Act[] => {
  const { finished, calendar, regulation } = plan;
  const [page] = finished.pages;
  const [student] = plan.people.students;
  if (!page || !student) return [];
  const isOpen = regulation.value('attestation.editWindowDays') >= AFTER_END_DAYS;
  return [
    act(
      calendar.at(plusDays(finished.until, AFTER_END_DAYS), '12:12'),
      page.teacher,
      'CorrectAttestationMark',
      {
        journal: page.id,
        student: student.id,
        result: 'grade4',
        expectedRevision: 0,
        reason: 'Пересмотр работы по заявлению студента',
      },
      { expects: isOpen ? null : 'EDIT_WINDOW_CLOSED' },
    ),
  ];
};

/** A curator who wants to excuse an absence where nobody divides them into excused and unexcused. */
const classifying = (plan: Plan): readonly Act[] => {
  const { running, calendar, regulation } = plan;
  const lesson = running.lessons.find(
    ({ status, page, date, delay }) =>
      status === 'held' && page.group === 0 && delay === 0 && date < calendar.before(8),
  );
  if (!lesson || regulation.value('attendance.excuseClassifier') !== null) return [];
  const student = entriesOf(plan, lesson).cells[0]?.student.id ?? '';
  const cell = { journal: lesson.page.id, lesson: lesson.id, student };
  return [
    act(
      calendar.at(calendar.before(1), '17:02'),
      plan.id(curatorOf(plan.college, 0)),
      'ClassifyAbsence',
      { ...cell, as: 'excused', reason: null },
      { expects: 'NOT_PERMITTED' },
    ),
  ];
};

/** The guardian of a student of age announces an absence; where access is worded for minors, it has ended. */
const forAnAdult = (plan: Plan): readonly Act[] => {
  const { running, calendar, people, regulation } = plan;
  const student = people.students.find(isAdult);
  const guardian = people.accounts.find(({ wards }) => student && wards.includes(student.id));
  const coming = running.lessons.find(
    ({ status, isMoved, page, date }) =>
      status === 'held' &&
      !isMoved &&
      date > calendar.studyDay(calendar.today) &&
      student !== undefined &&
      plan.on(page, date).includes(student),
  );
  if (!student || !guardian || !coming) return [];
  return [
    act(
      calendar.at(calendar.before(1), '19:42'),
      guardian.account,
      'AnnounceAbsence',
      { journal: coming.page.id, lesson: coming.id, student: student.id, reason: 'Медицинский осмотр' },
      { expects: regulation.value('guardian.onlyMinors') === true ? 'NOT_PERMITTED' : null },
    ),
  ];
};

/** Codes for learners come from their curator in one college; the other has them from its registry of students. */
const codes = (plan: Plan): readonly Act[] => {
  if (plan.regulation.value('learnerAccounts.issuer') !== 'curator') return [];
  const day = dayIn(plan, plan.finished, 0, 2);
  return plan.people.accounts
    .filter(({ student }) => student !== null)
    .flatMap(({ account, student }, index) => {
      const group = plan.people.students.find(({ id }) => id === student)?.group ?? 0;
      const issued = act(
        plan.calendar.at(day, `16:2${index}`),
        plan.id(curatorOf(plan.college, group)),
        'IssueSignInCode',
        { account },
      );
      const renewed = act(
        plan.calendar.at(plan.calendar.before(1), '20:02'),
        account,
        'RenewOwnSignInCode',
        {},
        { expects: 'NOT_PERMITTED' },
      );
      return index === 0 ? [issued, renewed] : [issued];
    });
};

/** Acts that the regulations of the two demo colleges answer differently, each refusal with its clause. */
export const byRegulationActs = (plan: Plan): readonly Act[] => [
  ...tenDaysAfter(plan),
  ...classifying(plan),
  ...forAnAdult(plan),
  ...codes(plan),
];
