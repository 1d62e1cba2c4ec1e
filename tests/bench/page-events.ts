import { randomUUID } from 'node:crypto';
import type { DomainEvent, EventNamed } from '../../events/register.ts';

/** A page of a history without deciders: its teacher, students and lessons. */
export interface HistoryPage {
  readonly journal: string;
  readonly teacher: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
}

/** An event as a decider would give it. */
export const happened = <Type extends DomainEvent['type']>(
  type: Type,
  data: EventNamed<Type>['data'],
  sealed?: Readonly<Record<string, string>>,
): DomainEvent => ({ type, data, ...(sealed && { sealed }) }) as unknown as DomainEvent;

/** The day of a lesson, by its place on the page. */
export const dateOf = (lesson: number): string =>
  Temporal.PlainDate.from('2026-09-01')
    .add({ days: lesson * 2 })
    .toString();

/** What the timetable puts on a page before its first lesson. */
export const opening = ({ journal, teacher, students, lessons }: HistoryPage): readonly DomainEvent[] => [
  happened('JournalOpened', {
    journal,
    group: randomUUID(),
    subgroup: null,
    courseUnit: randomUUID(),
    period: randomUUID(),
    scale: 'fivePoint',
    attestationForm: 'exam',
  }),
  happened('JournalTeacherAssigned', { journal, account: teacher, from: '2026-09-01', order: null }),
  happened('RosterExtended', { journal, students: [...students], from: '2026-09-01' }),
  ...lessons.map((lesson, index) =>
    happened('LessonScheduled', {
      journal,
      lesson,
      date: dateOf(index),
      startsAt: '08:30',
      academicHours: 2,
      deliveryForm: 'inPerson',
      room: '301',
      marksUntil: dateOf(index + 10),
    }),
  ),
];

const lesson = (journal: string, held: string, index: number): readonly DomainEvent[] => [
  happened(
    'LessonConducted',
    {
      journal,
      lesson: held,
      deliveryForm: 'inPerson',
      workTypes: ['lessonWork'],
      planItem: null,
      attendanceBasis: 'presence',
    },
    { topic: 'Квадратные уравнения' },
  ),
  happened(
    'HomeworkAssigned',
    { journal, lesson: held, dueOn: dateOf(index + 1) },
    { homework: '§ 12, № 4–9' },
  ),
];

/** What is entered at one lesson, by stream: of 25 students about 11 get a mark, 3 are absent, 1 is late. */
export const lessonEntries = (
  { journal, students, lessons }: HistoryPage,
  index: number,
  random: () => number,
): ReadonlyMap<string, readonly DomainEvent[]> => {
  const held = lessons[index] ?? '';
  const streams = new Map([[`journal-${journal}`, lesson(journal, held, index)]]);
  for (const student of students) {
    const cell = { journal, lesson: held, student };
    const [kind, later] = [random(), random()];
    const value = String(2 + Math.floor(random() * 4));
    if (kind < 0.45) {
      const work = { ...cell, workType: 'lessonWork', scale: 'fivePoint' } as const;
      const correction = happened('MarkCorrected', { ...work, from: value, to: '4' }, { reason: 'Ошибка' });
      streams.set(`mark-${held}.${student}`, [
        happened('MarkRecorded', { ...work, value }),
        ...(later < 0.08 ? [correction] : []),
      ]);
    } else if (kind < 0.57)
      streams.set(`attendance-${held}.${student}`, [
        happened('AbsenceRecorded', { ...cell, academicHours: 2 }),
        ...(later < 0.6
          ? [happened('AbsenceClassified', { ...cell, from: 'unclassified', to: 'excused' })]
          : []),
      ]);
    else if (kind < 0.6)
      streams.set(`attendance-${held}.${student}`, [
        happened('LateArrivalRecorded', { ...cell, minutes: 10 }),
      ]);
  }
  return streams;
};
