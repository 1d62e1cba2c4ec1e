import { v7 } from 'uuid';
import { decode } from '../../src/log/body.ts';
import type { OpenedEvent } from '../../src/log/event-log.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { runCollege } from '../../src/runtime/college.ts';
import { eventLog } from '../support/event-log.ts';
import { found, type Clock } from './founded-college.ts';

const [STUDENTS, LESSONS] = [25, 17];
const PAGE = 5_000;

/** An event of a page as it is told again for other pages. */
export interface ToldEvent {
  readonly stored: OpenedEvent;
  /** Its personal texts, by field. */
  readonly texts: Readonly<Record<string, string | null>>;
}

/** One page of a semester, made by commands: what must become other ids, and what was said, part by part. */
export interface PagePrototype {
  readonly origin: string;
  readonly administrator: string;
  readonly deputy: string;
  readonly group: string;
  readonly students: readonly string[];
  readonly curator: string;
  readonly courseUnit: string;
  readonly teacher: string;
  readonly period: string;
  readonly journal: string;
  readonly lessons: readonly string[];
  /** The first day of the semester. */
  readonly from: string;
  /** The opening of the page; each lesson; the attestation. */
  readonly parts: readonly (readonly ToldEvent[])[];
}

/** The day of a lesson: one a week. */
const dayOf = (from: string, index: number): string => plusDays(from, index * 7);

/** How many days after the start of a semester its last lesson is. */
export const SEMESTER_DAYS = (LESSONS - 1) * 7;

/** Pages of one semester may have their lessons so many days later than others. */
export const PAGE_SHIFTS = 6;

/** The last day of a period that began so. */
export const periodEnd = (from: string): string => plusDays(from, 150);

/** Whose line has what at a lesson: of 25 about 11 marks, 3 absences, 1 late arrival, now and then a correction. */
const share = (line: number, index: number): number =>
  ((line * 7 + index * 11 + line * index * 3) % 100) / 100;

/** Whether a line has neither a mark nor an absence at a lesson. */
export const isFree = (line: number, index: number): boolean =>
  share(line, index) >= 0.5 && share(line, index) < 0.86;

/** A group's semester on one page, by commands in memory, under a clock of its own. */
export const prototypePage = async (origin: string, from: string): Promise<PagePrototype> => {
  const log = eventLog();
  const clock: Clock = { now: `${plusDays(from, -12)}T06:00:00.000Z` };
  const open = async (college: Parameters<typeof log.open>[0]) => {
    await log.open(college);
    return runCollege(log, college, () => clock.now);
  };
  const size = { groups: 1, studentsInGroup: STUDENTS, units: 1, groupsOfTeacher: 1 };
  const { college, administrator, deputy, groups, units, order } = await found({ open }, clock, origin, size);
  const [group] = groups;
  const [unit] = units;
  const teacher = unit?.teachers[0];
  if (!group || !unit || teacher === undefined) throw new Error('The bench founded a college of nobody.');
  const { students, curator } = group;
  const [period, journal] = [v7(), v7()];
  const lessons = Array.from({ length: LESSONS }, () => v7());
  const semester = { kind: 'semester', title: 'Семестр', from, until: periodEnd(from) } as const;
  await order(administrator, 'SetAttestationPeriod', { period, ...semester });

  const parts: ToldEvent[][] = [];
  let read = await log.head(college);
  const cut = async (): Promise<void> => {
    const told: ToldEvent[] = [];
    for (;;) {
      const page = await log.read(college, read, PAGE);
      if (page.length === 0) break;
      told.push(...page.map((stored) => ({ stored, texts: decode(stored).sealed ?? {} })));
      read += BigInt(page.length);
    }
    parts.push(told);
  };

  clock.now = `${plusDays(from, -10)}T06:00:00.000Z`;
  await order(deputy, 'OpenJournal', {
    ...{ journal, group: group.id, subgroup: null, courseUnit: unit.id, period, students: [...students] },
    ...{ scale: 'fivePoint', attestationForm: 'exam' },
  });
  await order(deputy, 'AssignTeacher', { journal, account: teacher, from, order: '№ 1-н' });
  const place = { startsAt: '08:30', academicHours: 2, room: '301', deliveryForm: 'inPerson' } as const;
  for (const [index, lesson] of lessons.entries())
    await order(administrator, 'ScheduleLesson', { journal, lesson, date: dayOf(from, index), ...place });
  await cut();

  for (const [index, lesson] of lessons.entries()) {
    clock.now = `${dayOf(from, index)}T06:00:00.000Z`;
    const at = { journal, lesson };
    const lines = students.map((student, line) => ({ student, chance: share(line, index) }));
    const absent = lines.filter(({ chance }) => chance >= 0.86).map(({ student }) => student);
    await order(teacher, 'ConductLesson', {
      ...{ ...at, deliveryForm: 'inPerson', workTypes: ['lessonWork'], topic: 'Квадратные уравнения' },
    });
    await order(teacher, 'TakeAttendance', { ...at, absent });
    await order(teacher, 'AssignHomework', {
      ...{ ...at, homework: '§ 12, № 4–9', dueOn: dayOf(from, index + 1), manner: null, pages: null },
    });
    for (const [line, { student, chance }] of lines.entries()) {
      if (chance >= 0.45) continue;
      const cell = { ...at, student, workType: 'lessonWork' } as const;
      await order(teacher, 'RecordMark', { ...cell, value: String(2 + ((line + index) % 4)) });
      if (chance >= 0.04) continue;
      const correction = { expectedRevision: 0, reason: 'Ошибка при вводе' };
      await order(teacher, 'CorrectMark', { ...cell, value: '5', ...correction });
    }
    const late = lines.find(({ chance }) => chance >= 0.45 && chance < 0.5);
    if (late) await order(teacher, 'RecordLateArrival', { ...at, student: late.student, minutes: 10 });
    for (const student of absent.slice(0, 2))
      await order(curator, 'ClassifyAbsence', { ...at, student, as: 'excused', reason: null });
    await cut();
  }

  const heldOn = plusDays(from, SEMESTER_DAYS + PAGE_SHIFTS);
  clock.now = `${heldOn}T06:00:00.000Z`;
  for (const student of students)
    await order(teacher, 'RecordAttestationMark', { journal, student, result: 'grade4', heldOn });
  await cut();
  return {
    ...{
      origin,
      administrator,
      deputy,
      group: group.id,
      students,
      curator,
      teacher,
      period,
      journal,
      lessons,
    },
    ...{ courseUnit: unit.id, from, parts },
  };
};
