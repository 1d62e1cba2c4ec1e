import type { CommandNamed } from '../../decisions/register.ts';
import { plusDays } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { teacherOn } from '../pages.ts';
import type { Plan, PlannedSemester } from '../plan.ts';
import type { DemoLesson } from '../timetable.ts';
import { attendanceActs } from './absences.ts';
import { closesOn, entriesOf, type PlannedEntries } from './entries.ts';
import { timesOf, type EntryTimes } from './entry-times.ts';
import { plannedTopicOf } from './plans.ts';
import { entererOf } from './timetable.ts';

type DeliveryForm = CommandNamed<'ConductLesson'>['data']['deliveryForm'];

const topicOf = ({ page: { unit }, index }: DemoLesson): string =>
  unit.topics[index % unit.topics.length] ?? unit.title;

const record = (
  plan: Plan,
  lesson: DemoLesson,
  entries: PlannedEntries,
  times: EntryTimes,
): readonly Act[] => {
  const { outage } = lesson;
  const key = { journal: lesson.page.id, lesson: lesson.id };
  const by = entererOf(lesson, entries.recordedOn);
  const deliveryForm: DeliveryForm = lesson.index % 9 === 8 ? 'distance' : 'inPerson';
  const planItem = plannedTopicOf(plan, lesson);
  const conducted = { ...key, deliveryForm, workTypes: [...entries.workTypes], planItem };
  const topic = topicOf(lesson);
  const dice = plan.dice(`record ${lesson.id}`);
  const homework = `Повторить тему «${topic}», выполнить задания ${dice.whole(1, 9)}–${dice.whole(10, 20)}`;
  const correctedOn = plan.calendar.studyDay(plusDays(entries.recordedOn, 1));
  return [
    act(times.conduct, by, 'ConductLesson', { ...conducted, topic }, { outage }),
    ...(dice.chance(0.6)
      ? [
          act(
            times.homework,
            by,
            'AssignHomework',
            { ...key, homework, dueOn: plusDays(lesson.date, 7) },
            { outage },
          ),
        ]
      : []),
    ...(dice.chance(0.012) && correctedOn <= closesOn(plan, lesson.page)
      ? [
          act(plan.calendar.at(correctedOn, '15:05'), entererOf(lesson, correctedOn), 'CorrectLessonRecord', {
            ...conducted,
            topic: `${topic}. Практикум`,
            reason: 'Уточнена тема занятия',
          }),
        ]
      : []),
  ];
};

const CORRECTIONS = ['Ошибка при вводе', 'Пересмотр работы по просьбе студента', 'Опечатка'] as const;

const markActs = (
  plan: Plan,
  lesson: DemoLesson,
  { recordedOn, cells }: PlannedEntries,
  { marks: at }: EntryTimes,
): readonly Act[] =>
  cells.flatMap(({ student, marks, change }) => {
    const cell = { journal: lesson.page.id, lesson: lesson.id, student: student.id };
    const by = entererOf(lesson, recordedOn);
    const { outage } = lesson;
    const recorded = marks.map((mark) => act(at, by, 'RecordMark', { ...cell, ...mark }, { outage }));
    const last = marks.at(-1);
    if (change === null || last === undefined) return recorded;

    const reason = plan.dice(`why ${lesson.id} ${student.id}`).pick(CORRECTIONS);
    const changed = { ...cell, workType: last.workType, expectedRevision: marks.length - 1, reason };
    const changer = lesson.substitute ?? teacherOn(lesson.page, change.on);
    const changedAt = plan.calendar.at(change.on, '15:10');
    return [
      ...recorded,
      change.kind === 'withdrawn'
        ? act(changedAt, changer, 'WithdrawMark', changed)
        : act(changedAt, changer, 'CorrectMark', { ...changed, value: change.value }),
    ];
  });

/** What is entered at the lessons of a semester: topics, homework, marks and their corrections, absences. */
export const lessonActs = (plan: Plan, semester: PlannedSemester): readonly Act[] =>
  semester.lessons
    .filter(({ status, date }) => status === 'held' && date <= plan.calendar.today)
    .flatMap((lesson) => {
      const entries = entriesOf(plan, lesson);
      const times = timesOf(plan, lesson, entries);
      return [
        ...record(plan, lesson, entries, times),
        ...attendanceActs(plan, lesson, entries, times),
        ...markActs(plan, lesson, entries, times),
      ];
    });
