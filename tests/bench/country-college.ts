import { v7 } from 'uuid';
import { plusDays } from '../../src/policies/calendar.ts';
import type { House } from '../../src/house.ts';
import { found, sideBySide, studentAccount, type BenchGroup, type Clock } from './founded-college.ts';

/** 600 students: 24 groups of 25. */
export const STUDENTS_OF_COLLEGE = 600;
const SIZE = { groups: 24, studentsInGroup: 25, units: 4, groupsOfTeacher: 6 } as const;
const AT_ONCE = 12;

/** When lessons begin: the groups of a teacher and the units of a group take them by turns, so that nobody is in two places. */
const TIMES = ['08:00', '09:40', '11:30', '13:10', '15:00', '16:40'] as const;

/** One lesson that is still to be held, with who has to do with it. */
export interface DayLesson {
  readonly college: string;
  readonly journal: string;
  readonly lesson: string;
  readonly teacher: string;
  readonly curator: string;
  readonly students: readonly string[];
  /** A student of the group with an account, and the account. */
  readonly learner: string;
  readonly learnerAccount: string;
  readonly administrator: string;
}

/** Founds a college of 600 students by commands and opens its pages: the lessons to be entered, of today and the days before. */
export const collegeOfToday = async (
  house: Pick<House, 'open'>,
  nth: number,
  lessonsOfGroup: number,
  today: string,
): Promise<readonly DayLesson[]> => {
  const from = plusDays(today, -14);
  const clock: Clock = { now: `${plusDays(today, -20)}T05:00:00.000Z` };
  const origin = `college-${nth}.example/journal`;
  const { order, ...college } = await found(house, clock, origin, SIZE);
  const { administrator, deputy, groups, units } = college;
  clock.now = `${plusDays(today, -15)}T05:00:00.000Z`;
  const period = v7();
  const semester = { kind: 'semester', title: 'Семестр', from, until: plusDays(from, 150) } as const;
  await order(administrator, 'SetAttestationPeriod', { period, ...semester });
  const lessons: DayLesson[] = [];
  const planned: { readonly of: DayLesson; readonly date: string; readonly startsAt: string }[] = [];
  const open = async ({ id: group, students, curator }: BenchGroup, index: number): Promise<void> => {
    const learner = students[0] ?? '';
    const learnerAccount = await studentAccount(order, administrator, learner);
    for (const [u, unit] of units.slice(0, Math.min(units.length, lessonsOfGroup)).entries()) {
      const teacher = unit.teachers[Math.floor(index / SIZE.groupsOfTeacher)] ?? '';
      const journal = v7();
      await order(deputy, 'OpenJournal', {
        ...{ journal, group, subgroup: null, courseUnit: unit.id, period, students: [...students] },
        ...{ scale: 'fivePoint', attestationForm: 'exam' },
      });
      await order(deputy, 'AssignTeacher', { journal, account: teacher, from, order: '№ 1-н' });
      for (let more = u; more < lessonsOfGroup; more += units.length) {
        const at = { college: college.college, journal, lesson: v7(), teacher, curator, students };
        planned.push({
          of: { ...at, administrator, learner, learnerAccount },
          date: plusDays(today, -Math.floor(more / units.length)),
          startsAt: TIMES[(index + u) % TIMES.length] ?? TIMES[0],
        });
      }
    }
  };
  await sideBySide(groups, AT_ONCE, open);
  // All lessons of a day are written beside each other in one stream, so they are scheduled one by one.
  for (const { of, date, startsAt } of planned) {
    const { journal, lesson } = of;
    const place = { academicHours: 2, room: null, deliveryForm: 'inPerson' } as const;
    await order(administrator, 'ScheduleLesson', { journal, lesson, date, startsAt, ...place });
    lessons.push(of);
  }
  return lessons;
};
