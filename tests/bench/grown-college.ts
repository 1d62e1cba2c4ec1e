import { v7 } from 'uuid';
import type { House } from '../../src/house.ts';
import { plusDays } from '../../src/policies/calendar.ts';
import { BulkHistory, type BulkPage } from './bulk-history.ts';
import type { DurableServer } from './durable-server.ts';
import { found, type BenchGroup, type BenchUnit, type Clock } from './founded-college.ts';
import { PAGE_SHIFTS, periodEnd, prototypePage, SEMESTER_DAYS } from './page-prototype.ts';
import { retelling } from './told-again.ts';

/** A group has a lesson a week in each: 36 academic hours a week. */
const UNITS = 18;

/** Pages that a college of 2,750 students has in one semester: 110 groups. */
const PAGES_OF_SEMESTER = 110 * UNITS;

/** Events of one page in one semester, about. */
const ON_A_PAGE = 415;

const SEMESTER = 182;
const DAY_MS = 24 * 60 * 60 * 1_000;
const FROM_HOUR_MS = 5 * 60 * 60 * 1_000;
const WORKDAY_MS = 12 * 60 * 60 * 1_000;

/** A page of the running semester. */
export interface GrownPage {
  readonly journal: string;
  readonly group: string;
  readonly teacher: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
}

/** A college with years of history, whose running semester ends today. */
export interface GrownCollege {
  readonly college: string;
  readonly origin: string;
  readonly administrator: string;
  readonly events: number;
  /** Of the running semester. */
  readonly pages: readonly GrownPage[];
}

const semesters = (events: number): number =>
  Math.max(1, Math.ceil(events / (PAGES_OF_SEMESTER * ON_A_PAGE)));

/** How many groups it takes to have so many events. */
const groupsFor = (events: number): number =>
  Math.max(2, Math.ceil(events / (ON_A_PAGE * semesters(events) * UNITS)));

interface Taught {
  readonly page: BulkPage;
  readonly shift: number;
  readonly grown: GrownPage;
}

/** Founds a college by commands years ago and tells the semesters since then, until its log holds about so many events. */
export const growCollege = async (
  server: DurableServer,
  house: House,
  events: number,
  today: string,
): Promise<GrownCollege> => {
  const origin = 'grown.example/journal';
  const count = semesters(events);
  const lastFrom = plusDays(today, -(SEMESTER_DAYS + PAGE_SHIFTS));
  const starts = Array.from({ length: count }, (_, index) =>
    plusDays(lastFrom, (index + 1 - count) * SEMESTER),
  );
  const [start = lastFrom] = starts;
  const clock: Clock = { now: `${plusDays(start, -40)}T05:00:00.000Z` };
  const size = { groups: groupsFor(events), studentsInGroup: 25, units: UNITS, groupsOfTeacher: 8 };
  const { order, ...college } = await found(house, clock, origin, size);
  const { administrator, deputy, groups, units } = college;
  const periods: string[] = [];
  for (const from of starts) {
    const period = v7();
    clock.now = `${plusDays(start, -39)}T05:00:00.000Z`;
    const semester = { kind: 'semester', title: `Семестр с ${from}`, from, until: periodEnd(from) } as const;
    await order(administrator, 'SetAttestationPeriod', { period, ...semester });
    periods.push(period);
  }

  const prototype = await prototypePage(origin, start);
  const retold = retelling(prototype);
  const bulk = new BulkHistory(server, house, college, retold);
  await bulk.open(events);
  await bulk.keysFor(groups.flatMap(({ students }) => students));
  const taughtIn = (semester: number, group: BenchGroup, unit: BenchUnit, nth: number): Taught => {
    const shift = semester * SEMESTER + (nth % PAGE_SHIFTS);
    const [journal, lessons] = [v7(), prototype.lessons.map(() => v7())];
    const teacher = unit.teachers[Math.floor(groups.indexOf(group) / size.groupsOfTeacher)] ?? '';
    const roles = [
      journal,
      group.id,
      unit.id,
      teacher,
      periods[semester] ?? '',
      group.curator,
      administrator,
      deputy,
    ];
    const days = retold.days.map((day) => plusDays(day, shift));
    const page = bulk.page([...roles, ...group.students, ...lessons, ...days]);
    return { page, shift, grown: { journal, group: group.id, teacher, students: group.students, lessons } };
  };

  let running: readonly Taught[] = [];
  for (const [semester] of starts.entries()) {
    running = groups.flatMap((group, g) =>
      units.map((unit, u) => taughtIn(semester, group, unit, g * UNITS + u)),
    );
    await bulk.keysFor(running.map(({ grown }) => grown.journal));
    // The running semester is not attested yet.
    const parts = semester === count - 1 ? retold.parts.slice(0, -1) : retold.parts;
    const lasting = retold.lasting(parts.length);
    for (const [index, part] of parts.entries()) {
      const day = prototype.parts[index]?.[0]?.stored.body.match(/"at":"(\d{4}-\d\d-\d\d)/u)?.[1] ?? '';
      for (let shift = 0; shift < PAGE_SHIFTS; shift += 1) {
        const some = running.filter((_, nth) => nth % PAGE_SHIFTS === shift);
        const from =
          Date.parse(`${day}T00:00:00.000Z`) + (semester * SEMESTER + shift) * DAY_MS + FROM_HOUR_MS;
        const step = WORKDAY_MS / Math.max(1, some.length * part.length);
        let told = 0;
        for (const { page } of some)
          for (const command of part) await bulk.tell(page, command, Math.floor(from + told++ * step));
      }
    }
    for (const { page } of running) await bulk.close(page, lasting);
  }
  await bulk.end();
  return {
    ...{ college: college.college, origin, administrator, events: bulk.position },
    pages: running.map(({ grown }) => grown),
  };
};
