import { v7 } from 'uuid';
import type { House } from '../../src/house.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { found, sideBySide, type Clock } from './founded-college.ts';
import { signedInAs } from './page-college.ts';

/** A page without marks, and its teacher who is signed in. */
export interface EmptyPage {
  readonly journal: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
  readonly token: string;
}

/** A college in whose last three weeks lessons were held and no mark was given yet. */
export interface UnmarkedCollege {
  readonly college: string;
  readonly position: bigint;
  readonly pages: readonly EmptyPage[];
}

const [STUDENTS, DAYS] = [30, 18];
const STARTS = ['08:30', '10:15'];
const AT_ONCE = 16;

/** Makes a college of so many groups, each with one page of 36 lessons, all within the edit window of today. */
export const openPages = async (house: House, groups: number): Promise<UnmarkedCollege> => {
  const today = new Date().toISOString().slice(0, 10);
  const from = plusDays(today, -40);
  const clock: Clock = { now: `${from}T05:00:00.000Z` };
  const size = { groups, studentsInGroup: STUDENTS, units: 1, groupsOfTeacher: 1 };
  const { order, ...college } = await found(house, clock, 'bench.example/journal', size);
  const { administrator, deputy, units } = college;
  const [period, courseUnit] = [v7(), units[0]?.id ?? ''];
  const span = { from, until: plusDays(today, 60) };
  await order(administrator, 'SetAttestationPeriod', {
    ...{ period, kind: 'semester', title: 'Семестр' },
    ...span,
  });
  const pages = college.groups.map(({ id: group, students }, index) => ({
    ...{ group, students, journal: v7(), teacher: units[0]?.teachers[index] ?? '', room: `${100 + index}` },
    lessons: Array.from({ length: DAYS * STARTS.length }, () => v7()),
  }));
  await sideBySide(pages, AT_ONCE, async ({ journal, group, students, teacher }) => {
    await order(deputy, 'OpenJournal', {
      ...{ journal, group, subgroup: null, courseUnit, period, students },
      ...{ scale: 'fivePoint', attestationForm: 'exam' },
    });
    await order(deputy, 'AssignTeacher', { journal, account: teacher, from, order: '№ 1-н' });
  });

  const dayOf = (lesson: number): string => plusDays(today, Math.floor(lesson / STARTS.length) - DAYS);
  // The lessons of one day contend for its rooms and teachers; pages and days do not.
  await sideBySide(Array.from({ length: DAYS }).keys().toArray(), DAYS, async (day) => {
    // Each day begins with another page, because a page takes its lessons one after the other.
    const turned = [...pages.slice(day), ...pages.slice(0, day)];
    for (const { journal, lessons, room } of turned)
      for (const [place, startsAt] of STARTS.entries()) {
        const lesson = lessons[day * STARTS.length + place] ?? '';
        const held = { journal, lesson, deliveryForm: 'inPerson', academicHours: 2, room } as const;
        await order(administrator, 'ScheduleLesson', { ...held, date: dayOf(day * STARTS.length), startsAt });
      }
  });
  let position = 0n;
  for (let lesson = 0; lesson < DAYS * STARTS.length; lesson += 1) {
    clock.now = `${dayOf(lesson)}T12:00:00.000Z`;
    await sideBySide(pages, AT_ONCE, async ({ journal, lessons, teacher }) => {
      const reached = await order(teacher, 'ConductLesson', {
        ...{ journal, lesson: lessons[lesson] ?? '', deliveryForm: 'inPerson' },
        ...{ topic: 'Уравнения', workTypes: ['lessonWork'] },
      });
      if (reached > position) position = reached;
    });
  }

  const signedIn: EmptyPage[] = [];
  for (const { journal, students, lessons, teacher } of pages)
    signedIn.push({
      ...{ journal, students, lessons },
      token: await signedInAs(house, college.college, teacher),
    });
  return { college: college.college, position, pages: signedIn };
};
