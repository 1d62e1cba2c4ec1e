import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { dayIn, type Plan } from '../plan.ts';

const TOPICS = ['Расчёт и проверка типового задания', 'Обзор решений отрасли'] as const;

/** Two course works on the first page of the finished semester: topic, mark, and a corrected slip. */
const courseWorks = (plan: Plan): readonly Act[] => {
  const [page] = plan.finished.pages;
  if (!page) return [];
  const { finished, calendar } = plan;
  const [given, tooEarly] = [dayIn(plan, finished, 3, 1), dayIn(plan, finished, 2, 1)];
  const defended = dayIn(plan, finished, 15, 1);
  const slip = calendar.studyDay(plusDays(defended, 1));
  const authors = plan.people.students.filter(({ group, place }) => group === 0 && place < TOPICS.length);
  const by = page.teacher;
  return authors.flatMap(({ id: student, place }) => {
    const cell = { journal: page.id, student };
    const mark = { ...cell, value: '5' };
    return [
      act(
        calendar.at(tooEarly, `16:1${place}`),
        by,
        'RecordCourseWorkMark',
        { ...mark, defendedOn: tooEarly },
        { expects: 'TOPIC_REQUIRED' },
      ),
      act(calendar.at(given, `16:1${place}`), by, 'AssignCourseWorkTopic', {
        ...cell,
        topic: TOPICS[place] ?? TOPICS[0],
      }),
      act(calendar.at(defended, `16:1${place}`), by, 'RecordCourseWorkMark', {
        ...mark,
        defendedOn: defended,
      }),
      ...(place === 0
        ? [
            act(calendar.at(slip, '16:15'), by, 'CorrectCourseWorkMark', {
              ...cell,
              value: '4',
              expectedRevision: 1,
              reason: 'Описка при переносе отметки',
            }),
          ]
        : []),
    ];
  });
};

/** The weeks of the running semester in which the studies of two students of the last group end. */
const WEEKS = { appointed: 2, exam: 7, defence: 8 } as const;

const ORDER = '№ 31-у (демо)';

/** Supervisors by order, a demonstration exam with an appeal, and theses that their supervisor alone enters. */
const qualifications = (plan: Plan): readonly Act[] => {
  const { calendar, running } = plan;
  const on = (week: number) => dayIn(plan, running, week, 3);
  const [appointed, taken, defended] = [on(WEEKS.appointed), on(WEEKS.exam), on(WEEKS.defence)];
  const [supervisor, practice, deputy, administrator] = [
    plan.id('thesis supervisor'),
    plan.id('practice supervisor'),
    plan.id('deputy'),
    plan.id('administrator 2'),
  ];
  const group = plan.college.groups.length - 1;
  const graduates = plan.people.students.filter((one) => one.group === group && one.place < 2);
  return graduates.flatMap(({ id: student, place }) => {
    const named = { student, from: appointed, order: ORDER };
    const thesis = { student, result: 'grade5', defendedOn: defended } as const;
    const corrected = { student, reason: 'Апелляция удовлетворена' };
    return [
      act(calendar.at(appointed, `12:2${place}`), deputy, 'AppointSupervisor', {
        ...named,
        of: 'thesis',
        account: supervisor,
      }),
      act(calendar.at(appointed, `12:3${place}`), deputy, 'AppointSupervisor', {
        ...named,
        of: 'preDiplomaPractice',
        account: practice,
      }),
      act(calendar.at(taken, `12:2${place}`), administrator, 'RecordDemonstrationExam', {
        student,
        result: 'grade4',
        points: 71,
        heldOn: taken,
      }),
      act(calendar.at(taken, `17:2${place}`), administrator, 'CorrectDemonstrationExam', {
        ...corrected,
        result: 'grade5',
        points: 86,
        expectedRevision: 2,
      }),
      act(calendar.at(defended, `17:1${place}`), practice, 'RecordThesisResult', thesis, {
        expects: 'NOT_NAMED_BY_ORDER',
      }),
      act(calendar.at(defended, `17:2${place}`), supervisor, 'RecordThesisResult', thesis),
      act(calendar.at(defended, `17:4${place}`), supervisor, 'CorrectThesisResult', {
        ...corrected,
        result: 'grade4',
        expectedRevision: 4,
      }),
    ];
  });
};

/** Course works, and how the studies of the last group end. */
export const finalWorkActs = (plan: Plan): readonly Act[] => [...courseWorks(plan), ...qualifications(plan)];
