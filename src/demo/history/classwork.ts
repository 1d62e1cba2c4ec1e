import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import type { DemoLesson } from '../timetable.ts';
import { entriesOf } from './entries.ts';
import { entererOf } from './timetable.ts';

const ORDER = '№ 14-у (демо)';

/** In the smaller college an order lets topic debts be recorded and mistakes in marks be reported from this week on. */
const CHANGED_WEEK = 6;

const changing = (plan: Plan): readonly Act[] => {
  const on = (day: number) => dayIn(plan, plan.running, CHANGED_WEEK, day);
  return [
    act(plan.calendar.at(on(0), '08:42'), plan.id('administrator 1'), 'ProposeRegulationChange', {
      change: plan.id('change for topic debts'),
      effectiveFrom: on(1),
      values: [
        { parameter: 'debt.recorded', value: { kind: 'topic' }, clause: null },
        { parameter: 'currentMark.correctionPolicy', value: 'avoided', clause: null },
        { parameter: 'extracurricularJournal', value: true, clause: null },
      ],
      order: ORDER,
      reason: 'Решение педагогического совета',
    }),
  ];
};

/** The lessons that were held under the change and are all entered by the day before yesterday. */
const heldSince = (plan: Plan): readonly DemoLesson[] => {
  const from = dayIn(plan, plan.running, CHANGED_WEEK, 2);
  const until = plan.calendar.before(3);
  return plan.running.lessons.filter(
    (lesson) =>
      lesson.status === 'held' &&
      lesson.substitute === null &&
      lesson.page.takeover === null &&
      lesson.outage === null &&
      lesson.date >= from &&
      entriesOf(plan, lesson).recordedOn <= until,
  );
};

/** A topic debt that was made up, and a task that was issued and checked. */
const owing = (plan: Plan, lesson: DemoLesson): readonly Act[] => {
  const { calendar } = plan;
  const { recordedOn, cells } = entriesOf(plan, lesson);
  const free = cells.find(({ marks, attendance }) => marks.length === 0 && attendance.status !== 'absent');
  const by = entererOf(lesson, recordedOn);
  const key = { journal: lesson.page.id, lesson: lesson.id };
  const [debt, assignment] = [plan.id('topic debt'), plan.id('assignment')];
  const students = cells.slice(0, 3).map(({ student }) => student.id);
  const [set, cleared] = [calendar.before(2), calendar.before(1)];
  const tasks = [
    act(calendar.at(set, '15:52'), by, 'IssueAssignment', {
      ...key,
      assignment,
      workType: 'independent',
      electronic: true,
      dueOn: plusDays(set, 7),
      contents: 'Задания для самостоятельной работы, № 1–5',
    }),
    act(calendar.at(cleared, '15:52'), by, 'CheckAssignment', {
      assignment,
      journal: key.journal,
      students,
      checkedOn: cleared,
    }),
  ];
  if (!free) return tasks;
  return [
    ...tasks,
    act(calendar.at(set, '16:02'), by, 'RecordTopicDebt', {
      ...key,
      debt,
      student: free.student.id,
      workType: 'lessonWork',
      topic: lesson.page.unit.topics[0] ?? lesson.page.unit.title,
    }),
    act(calendar.at(set, '16:12'), by, 'SetMakeUpDay', {
      journal: key.journal,
      debts: [debt],
      makeUpOn: cleared,
    }),
    act(calendar.at(cleared, '16:02'), by, 'ClearTopicDebt', {
      journal: key.journal,
      debt,
      value: null,
      reason: null,
    }),
  ];
};

/** A student who says that a mark was entered by mistake. */
const reporting = (plan: Plan, lessons: readonly DemoLesson[]): readonly Act[] => {
  const accounts = new Map(
    plan.people.accounts.flatMap(({ account, student }) => (student === null ? [] : [[student, account]])),
  );
  const [report] = lessons.flatMap((lesson) =>
    entriesOf(plan, lesson).cells.flatMap(({ student, marks, change }) => {
      const account = accounts.get(student.id);
      const [mark] = marks;
      if (account === undefined || !mark || change !== null) return [];
      const cell = { journal: lesson.page.id, lesson: lesson.id, student: student.id };
      return [
        act(plan.calendar.at(plan.calendar.before(1), '18:22'), account, 'ReportMarkMistake', {
          ...cell,
          workType: mark.workType,
          explanation: 'Похоже, это отметка другого студента',
        }),
      ];
    }),
  );
  return report ? [report] : [];
};

/** The extracurricular plan and journal of the first group: one activity held, one dropped. */
const extracurricular = (plan: Plan): readonly Act[] => {
  const { calendar, running } = plan;
  const group = plan.id('group 0');
  const by = plan.id(curatorOf(plan.college, 0));
  const [held, dropped] = [plan.id('activity held'), plan.id('activity dropped')];
  const planned = (activity: string, title: string, week: number): Act =>
    act(calendar.at(dayIn(plan, running, CHANGED_WEEK, 3), '17:02'), by, 'PlanActivity', {
      group,
      activity,
      title,
      plannedOn: dayIn(plan, running, week, 4),
      reason: null,
    });
  const on = dayIn(plan, running, CHANGED_WEEK + 1, 4);
  return [
    planned(held, 'Экскурсия на завод', CHANGED_WEEK + 1),
    planned(dropped, 'Вечер настольных игр', CHANGED_WEEK + 9),
    act(calendar.at(on, '18:02'), by, 'RecordActivity', {
      group,
      activity: held,
      heldOn: on,
      academicHours: 3,
      students: plan.people.students
        .filter((student) => plan.stays.groupOn(student, on) === 0)
        .slice(0, 5)
        .map(({ id }) => id),
      notes: 'Посетили два цеха, говорили с мастерами',
    }),
    act(calendar.at(calendar.before(2), '17:12'), by, 'DropActivity', {
      group,
      activity: dropped,
      reason: 'Нет помещения',
    }),
  ];
};

/** Work around the lessons: tasks, topic debts and a reported mistake in the smaller college, activities in both. */
export const classworkActs = (plan: Plan): readonly Act[] => {
  if (plan.college.promotion !== 'year') return extracurricular(plan);
  const lessons = heldSince(plan);
  const owed = lessons.find((lesson) =>
    entriesOf(plan, lesson).cells.some(
      ({ marks, attendance }) => marks.length === 0 && attendance.status !== 'absent',
    ),
  );
  return [
    ...changing(plan),
    ...extracurricular(plan),
    ...(owed ? owing(plan, owed) : []),
    ...reporting(plan, lessons),
  ];
};
