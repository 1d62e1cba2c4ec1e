import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import type { Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';
import type { DemoLesson } from '../timetable.ts';
import { entriesOf, type PlannedCell } from './entries.ts';
import { entererOf } from './timetable.ts';

const SATURDAY = 5;

/** On Saturdays the curators go through the week that ends. */
const weekly = (plan: Plan): readonly Act[] => {
  const { calendar, running, college } = plan;
  return Array.from({ length: running.weeks }, (_, week) => plusDays(running.from, week * 7)).flatMap(
    (monday) =>
      college.groups.map((_, group) =>
        act(
          calendar.at(plusDays(monday, SATURDAY), '18:31'),
          plan.id(curatorOf(college, group)),
          'CheckAttendanceWeek',
          { group: plan.id(`group ${group}`), week: monday },
        ),
      ),
  );
};

const isUsual = ({ status, delay, substitute, isMoved, page }: DemoLesson): boolean =>
  status === 'held' && delay === 0 && substitute === null && !isMoved && page.takeover === null;

/** Who was there and got no mark: only of such a student can it be said that they were not. */
const unmarked = (plan: Plan, lesson: DemoLesson): readonly PlannedCell[] =>
  entriesOf(plan, lesson).cells.filter(
    ({ attendance, marks }) => attendance.status === 'present' && marks.length === 0,
  );

/** A curator proposes that two students had left: the teacher agrees to one and not to the other (D-05). */
const proposals = (plan: Plan): readonly Act[] => {
  const { before, at } = plan.calendar;
  const lesson = plan.running.lessons.findLast(
    (one) => isUsual(one) && one.page.group === 0 && one.date <= before(2) && unmarked(plan, one).length > 1,
  );
  if (!lesson) return [];
  const curator = plan.id(curatorOf(plan.college, 0));
  const teacher = entererOf(lesson, lesson.date);
  return unmarked(plan, lesson)
    .slice(0, 2)
    .flatMap(({ student }, index) => {
      const correction = plan.id(`absence correction ${index}`);
      const consent = index === 0;
      return [
        act(at(before(1), `17:2${index}`), curator, 'ProposeAbsenceCorrection', {
          correction,
          journal: lesson.page.id,
          lesson: lesson.id,
          student: student.id,
          to: 'absent',
          reason: 'По словам старосты, на занятии не был',
        }),
        act(at(before(1), `18:2${index}`), teacher, 'AnswerAbsenceCorrection', {
          correction,
          consent,
          reason: consent ? null : 'Был на занятии, отвечал у доски',
        }),
      ];
    });
};

/** How curators look after attendance: every week, and with the teacher’s consent where they may not correct themselves. */
export const attendanceCheckActs = (plan: Plan): readonly Act[] => [
  ...weekly(plan),
  ...(plan.regulation.value('attendance.curatorMayCorrect') === 'direct' ? [] : proposals(plan)),
];
