import { plusDays, type PlainDate } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';

/** Those with whom everything happens that can happen to somebody; they have no pages, so that no lesson is touched. */
const NAMES = ['Выдуманная', 'Примерная', 'Условная', 'Образцова'] as const;

const terms = { formOfStudy: 'fullTime', individualCurriculum: null } as const;

/** A group in its last year, its orders numbered from 20. */
const inLastYear = (plan: Plan) => {
  const group = plan.id('last year');
  const by = plan.id('deputy');
  const [onLeave, changing, expelled, misplaced] = NAMES.map((name) => plan.id(`student ${name}`)) as [
    string,
    string,
    string,
    string,
  ];
  const order = (number: number, date: PlainDate) => ({ number: `${number}-с (демо)`, date });
  return { group, by, onLeave, changing, expelled, misplaced, order };
};

const beginning = (plan: Plan): readonly Act[] => {
  const { group, by, order } = inLastYear(plan);
  const day = dayIn(plan, plan.finished, 0, 1);
  const at = (time: string) => plan.calendar.at(day, time);
  return [
    act(at('09:00'), by, 'FormGroup', { group, name: 'В-41', year: 4, semester: 8 }),
    act(at('09:05'), by, 'AssignCurator', {
      group,
      account: plan.id(curatorOf(plan.college, 0)),
      order: '№ 2-к (демо)',
    }),
    ...NAMES.flatMap((familyName) => {
      const student = plan.id(`student ${familyName}`);
      const name = { familyName, givenName: 'Анна', patronymic: 'Ивановна' };
      const entry = { student, group, from: day, ...terms, order: order(20, day), journals: [] };
      return [
        act(at('09:10'), by, 'RegisterStudent', { student, ...name }),
        act(at('09:15'), by, 'EnrolStudent', entry),
      ];
    }),
  ];
};

const moving = (plan: Plan): readonly Act[] => {
  const { by, onLeave, changing, expelled, misplaced, group, order } = inLastYear(plan);
  const { calendar, finished, running } = plan;
  const on = (week: number) => dayIn(plan, finished, week, 2);
  const back = dayIn(plan, running, 1, 1);
  return [
    act(calendar.at(on(3), '10:00'), by, 'ChangeEnrolmentTerms', {
      student: changing,
      on: on(3),
      formOfStudy: 'partTime',
      individualCurriculum: null,
      order: order(21, on(3)),
    }),
    act(calendar.at(on(4), '10:00'), by, 'GrantAcademicLeave', {
      student: onLeave,
      from: on(4),
      until: plusDays(running.from, 60),
      order: order(22, on(4)),
      reason: 'По медицинским показаниям',
    }),
    act(calendar.at(on(5), '10:00'), by, 'ExpelStudent', {
      student: expelled,
      on: on(5),
      order: order(23, on(5)),
      reason: 'По собственному желанию',
    }),
    act(calendar.at(on(7), '10:00'), by, 'ReinstateStudent', {
      student: expelled,
      group,
      from: on(7),
      ...terms,
      order: order(24, on(7)),
      journals: [],
    }),
    act(calendar.at(on(6), '10:00'), by, 'TransferStudent', {
      student: misplaced,
      to: plan.id('group 0'),
      on: on(6),
      order: order(25, on(6)),
      leaves: [],
      joins: [],
    }),
    act(calendar.at(on(6), '15:00'), by, 'AnnulStudentMovement', {
      student: misplaced,
      movement: null,
      order: order(26, on(6)),
      reason: 'В приказе указан не тот обучающийся',
    }),
    act(calendar.at(back, '10:00'), by, 'EndAcademicLeave', {
      student: onLeave,
      on: back,
      order: order(30, back),
    }),
    act(calendar.at(dayIn(plan, running, 3, 1), '10:00'), by, 'GraduateStudent', {
      student: onLeave,
      on: dayIn(plan, running, 3, 1),
      order: order(31, dayIn(plan, running, 3, 1)),
    }),
  ];
};

const graduating = (plan: Plan): readonly Act[] => {
  const { group, by, order } = inLastYear(plan);
  const early = plan.calendar.studyDay(plusDays(plan.finished.until, -20));
  const day = plan.calendar.studyDay(plusDays(plan.finished.until, -6));
  return [
    act(plan.calendar.at(early, '10:00'), by, 'GraduateGroup', {
      group,
      fromSemester: 8,
      on: early,
      order: order(27, early),
    }),
    act(plan.calendar.at(early, '15:00'), by, 'AnnulGroupMovement', {
      group,
      movement: null,
      order: order(28, early),
      reason: 'Приказ издан преждевременно',
    }),
    act(plan.calendar.at(day, '10:00'), by, 'GraduateGroup', {
      group,
      fromSemester: 8,
      on: day,
      order: order(29, day),
    }),
  ];
};

const asking = (plan: Plan): readonly Act[] => {
  const { by, changing, misplaced } = inLastYear(plan);
  const curator = plan.id(curatorOf(plan.college, 0));
  const day = dayIn(plan, plan.finished, 8, 1);
  const [correction, departure] = [plan.id('request 1'), plan.id('request 2')] as const;
  const about = { group: null, toGroup: null };
  return [
    act(plan.calendar.at(day, '12:00'), curator, 'RequestStudentChange', {
      ...about,
      request: correction,
      kind: 'personalData',
      student: changing,
      on: null,
      name: { familyName: 'Примерная', givenName: 'Алла', patronymic: 'Ивановна' },
      details: 'В заявлении другое имя',
    }),
    act(plan.calendar.at(day, '12:05'), curator, 'RequestStudentChange', {
      ...about,
      request: departure,
      kind: 'departure',
      student: misplaced,
      on: day,
      name: null,
      details: 'Просит отчислить',
    }),
    act(plan.calendar.at(day, '14:00'), by, 'AcceptStudentChange', { request: correction, order: null }),
    act(plan.calendar.at(day, '14:05'), by, 'DeclineStudentChange', {
      request: departure,
      reason: 'Нет заявления',
    }),
  ];
};

/** The subgroups of one unit of the running semester, divided by the curator and those who teach them. */
const dividing = (plan: Plan): readonly Act[] => {
  const { running, calendar, college } = plan;
  const units = Map.groupBy(
    running.pages.filter(({ subgroup }) => subgroup !== null),
    ({ group, courseUnit }) => `${group} ${courseUnit}`,
  );
  const pages = [...units.values()].find(({ length }) => length === 2) ?? [];
  const [first] = pages;
  if (!first) return [];
  const day = plusDays(running.from, -9);
  const curator = plan.id(curatorOf(college, first.group));
  const division = plan.id('division');
  const parts = pages.map((page) => ({
    journal: page.id,
    students: plan.on(page, running.from).map(({ id }) => id),
  }));
  const teachers = new Set(pages.map(({ teacher }) => teacher));
  teachers.delete(curator);
  return [
    act(calendar.at(day, '10:00'), curator, 'ProposeSubgroups', {
      division,
      group: plan.id(`group ${first.group}`),
      parts,
    }),
    ...[...teachers].map((teacher, index) =>
      act(calendar.at(day, `1${index + 1}:00`), teacher, 'AgreeToSubgroups', { division }),
    ),
  ];
};

/** What befalls the student body beside the usual: leave, return, graduation, annulments, requests, a division. */
export const movementActs = (plan: Plan): readonly Act[] => [
  ...beginning(plan),
  ...moving(plan),
  ...graduating(plan),
  ...asking(plan),
  ...dividing(plan),
];
