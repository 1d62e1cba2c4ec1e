import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { DemoPage } from '../pages.ts';
import { dayIn, type Plan, type PlannedSemester } from '../plan.ts';
import type { Move } from '../stays.ts';

const arriving = (plan: Plan, { student, on, group }: Move, pages: readonly string[]): readonly Act[] => {
  const { id, familyName, givenName, patronymic } = student;
  const dayBefore = plusDays(on, -1);
  const name = { student: id, familyName, givenName, patronymic };
  return [
    act(plan.calendar.at(dayBefore, '11:00'), plan.id('deputy'), 'RegisterStudent', name),
    act(plan.calendar.at(dayBefore, '11:05'), plan.id('deputy'), 'EnrolStudent', {
      student: id,
      group: plan.id(`group ${group ?? 0}`),
      from: on,
      formOfStudy: 'fullTime',
      individualCurriculum: null,
      order: { number: '7-с (демо)', date: dayBefore },
      journals: pages,
    }),
  ];
};

/** The new period began in the other subgroup; three weeks later the way back is closed until its end (T-32). */
const changingSubgroup = (plan: Plan, { student, on }: Move, pages: readonly DemoPage[]): readonly Act[] => {
  const day = plan.calendar.studyDay(plusDays(on, 23));
  const stands = new Set(pages.filter((page) => plan.on(page, day).includes(student)).map(({ id }) => id));
  const other = pages.find(
    ({ id, group, subgroup }) => group === student.group && subgroup !== null && !stands.has(id),
  );
  return other
    ? [
        act(
          plan.calendar.at(day, '11:16'),
          plan.id('deputy'),
          'ExtendRoster',
          { journal: other.id, students: [student.id], from: day },
          { expects: 'TRANSFER_IN_MID_PERIOD' },
        ),
      ]
    : [];
};

const ofMove = (plan: Plan, semester: PlannedSemester, move: Move): readonly Act[] => {
  const { kind, student, on, group } = move;
  const dayBefore = plusDays(on, -1);
  const pagesOn = (date: string): readonly string[] =>
    semester.pages.filter((page) => plan.on(page, date).includes(student)).map(({ id }) => id);
  const [left, joined] = [pagesOn(dayBefore), pagesOn(on)].map((pages) => new Set(pages)) as [
    Set<string>,
    Set<string>,
  ];
  const leaves = [...left.difference(joined)];
  const joins = [...joined.difference(left)];
  switch (kind) {
    case 'arrives':
      return arriving(plan, move, joins);
    case 'changesSubgroup':
      return changingSubgroup(plan, move, semester.pages);
    case 'leaves':
      return [
        act(plan.calendar.at(on, '18:00'), plan.id('deputy'), 'ExpelStudent', {
          student: student.id,
          on,
          order: { number: '8-с (демо)', date: on },
          reason: 'По собственному желанию',
        }),
      ];
    case 'transfers':
      return [
        act(plan.calendar.at(dayBefore, '11:10'), plan.id('deputy'), 'TransferStudent', {
          student: student.id,
          to: plan.id(`group ${group ?? 0}`),
          on,
          order: { number: '6-с (демо)', date: dayBefore },
          leaves,
          joins,
        }),
      ];
  }
};

const takingOver = (plan: Plan, { id, teacher, takeover }: DemoPage): readonly Act[] => {
  if (takeover === null) return [];
  const dayBefore = plusDays(takeover.on, -1);
  const by = plan.id('deputy');
  return [
    act(plan.calendar.at(dayBefore, '13:00'), by, 'AssignTeacher', {
      journal: id,
      account: takeover.teacher,
      from: takeover.on,
      order: '№ 5-н (демо)',
    }),
    act(plan.calendar.at(takeover.on, '07:30'), by, 'ReleaseTeacher', { journal: id, account: teacher }),
  ];
};

/** Who comes, goes, changes group, name or teacher in the course of the two semesters. */
export const moveActs = (plan: Plan): readonly Act[] => {
  const { finished, running, people, stays } = plan;
  const renamed = people.students.find(({ group, place }) => group === 1 && place === 2);
  const unit = plan.college.units.at(-1);
  const renamedOn = dayIn(plan, running, 3, 1);
  return [
    ...stays.moves.flatMap((move) => ofMove(plan, move.on < running.from ? finished : running, move)),
    ...running.pages.flatMap((page) => takingOver(plan, page)),
    ...(renamed
      ? [
          act(plan.calendar.at(renamedOn, '11:40'), plan.id('deputy'), 'RenameStudent', {
            student: renamed.id,
            on: renamedOn,
            order: { number: '9-с (демо)', date: renamedOn },
            familyName: 'Вымышленных',
            givenName: renamed.givenName,
            patronymic: renamed.patronymic,
          }),
        ]
      : []),
    ...(unit
      ? [
          act(plan.calendar.at(dayIn(plan, running, 1, 1), '11:45'), plan.id('deputy'), 'RenameCourseUnit', {
            courseUnit: plan.id(`unit ${unit.code}`),
            code: unit.code,
            title: `${unit.title} (по выбору)`,
          }),
        ]
      : []),
  ];
};
