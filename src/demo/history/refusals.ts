import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import { heldOnOf } from './attestation.ts';
import { markedLesson } from './recent.ts';

const atCancelled = (plan: Plan): readonly Act[] => {
  const cancelled = plan.running.lessons.find(({ status }) => status === 'cancelled');
  if (!cancelled) return [];
  const { page, id: lesson, date } = cancelled;
  const data = {
    journal: page.id,
    lesson,
    deliveryForm: 'inPerson',
    workTypes: ['lessonWork' as const],
  } as const;
  return [
    act(
      plan.calendar.at(date, '18:10'),
      teacherOn(page, date),
      'ConductLesson',
      { ...data, workTypes: [...data.workTypes], topic: 'Занятие' },
      { expects: 'LESSON_CANCELLED' },
    ),
  ];
};

const atUpcoming = (plan: Plan): readonly Act[] => {
  const { at, before, today } = plan.calendar;
  const upcoming = plan.running.lessons.find(
    ({ date, status, isMoved, page }) =>
      date > today && status === 'held' && !isMoved && page.takeover === null,
  );
  if (!upcoming) return [];
  const { page, id: lesson } = upcoming;
  const [student] = plan.on(page, today);
  if (!student) return [];
  const mark = { journal: page.id, lesson, student: student.id, workType: 'lessonWork', value: '5' } as const;
  return [act(at(before(1), '15:31'), page.teacher, 'RecordMark', mark, { expects: 'LESSON_NOT_CONDUCTED' })];
};

const atAttestation = (plan: Plan): readonly Act[] => {
  const page = plan.finished.pages.find(({ unit }) => unit.attestationForm === 'credit');
  if (!page) return [];
  const heldOn = heldOnOf(plan, page);
  const [student] = plan.on(page, heldOn);
  if (!student) return [];
  const mark = { journal: page.id, student: student.id, result: 'grade5', heldOn } as const;
  return [
    act(plan.calendar.at(heldOn, '15:15'), page.teacher, 'RecordAttestationMark', mark, {
      expects: 'INVALID_MARK',
    }),
  ];
};

/** Attempts that the rules refuse, each for another reason; those about closed windows and locks are told elsewhere. */
export const refusalActs = (plan: Plan): readonly Act[] => {
  const { at, before } = plan.calendar;
  const { data, teacher, lesson, revision } = markedLesson(plan, { until: before(2), isFivePoint: true });
  const stranger = [plan.id('teacher 1'), plan.id('teacher 2'), plan.id('teacher 3')].find(
    (account) => account !== teacher,
  );
  const elsewhere = plan.id(curatorOf(plan.college, lesson.page.group === 0 ? 1 : 0));
  const day = before(1);
  const child = plan.people.students.find(({ group, place }) => group === 0 && place === 6);
  const { value: _, ...cell } = data;
  const reason = 'Пересмотр';
  return [
    ...atCancelled(plan),
    ...atUpcoming(plan),
    ...atAttestation(plan),
    act(at(day, '15:32'), stranger ?? teacher, 'RecordMark', data, { expects: 'NOT_IN_LOAD' }),
    act(at(day, '15:33'), plan.id('deputy'), 'RecordMark', data, { expects: 'NOT_PERMITTED' }),
    act(at(day, '15:34'), teacher, 'RecordMark', { ...data, value: '7' }, { expects: 'INVALID_MARK' }),
    act(at(day, '15:35'), teacher, 'RecordMark', data, { expects: 'ALREADY_RECORDED' }),
    act(
      at(day, '15:36'),
      teacher,
      'RecordMark',
      { ...data, workType: 'qualityMonitoring' },
      { expects: 'WORK_TYPE_NOT_DONE' },
    ),
    act(
      at(day, '15:37'),
      teacher,
      'CorrectMark',
      { ...cell, value: '3', expectedRevision: revision + 4, reason },
      { expects: 'REVISION_CONFLICT' },
    ),
    act(
      at(day, '15:38'),
      elsewhere,
      'ClassifyAbsence',
      { journal: data.journal, lesson: data.lesson, student: data.student, as: 'excused', reason: null },
      { expects: 'NOT_IN_GROUP' },
    ),
    act(
      at(day, '15:39'),
      plan.id('deputy'),
      'MoveLesson',
      {
        journal: data.journal,
        lesson: data.lesson,
        date: plusDays(day, 3),
        startsAt: '08:30',
        room: null,
        reason,
      },
      { expects: 'LESSON_CONDUCTED' },
    ),
    act(
      at(day, '15:40'),
      plan.id('deputy'),
      'LockAttestationPeriod',
      { period: plan.running.period, reason: null },
      { expects: 'NOT_PERMITTED' },
    ),
    ...(child
      ? [
          act(
            at(day, '15:41'),
            plan.id('guardian 1'),
            'AnnounceAbsence',
            { journal: data.journal, lesson: data.lesson, student: child.id, reason: null },
            { expects: 'NOT_PERMITTED' },
          ),
        ]
      : []),
    act(
      at(dayIn(plan, plan.running, 2, 0), '15:42'),
      plan.id('teacher 1'),
      'PromoteGroup',
      { group: plan.id('group 0'), promotion: 'semester', fromSemester: 1, order: null },
      { expects: 'NOT_PERMITTED' },
    ),
  ];
};
