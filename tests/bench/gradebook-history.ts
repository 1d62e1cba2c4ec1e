import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { EventLog } from '../../src/log/event-log.ts';
import { HistoryTeller, type Acting } from './history-teller.ts';
import { dateOf, lessonEntries, opening, type HistoryPage } from './page-events.ts';

const [STUDENTS, LESSONS] = [25, 40];

/** Pages that have the same students: one group's course units. */
const PAGES_OF_A_GROUP = 10;

/** Pages that are filled in at the same moment. */
const AT_ONCE = 8;

/** Events of one page, at least. */
const ON_A_PAGE = 740;

/** Numbers between 0 and 1 that are the same in each run (mulberry32). */
const chance = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};

const ids = (count: number): readonly string[] => Array.from({ length: count }, () => v7());

/** A group: the pages of its course units, each with a teacher of its own. */
const groupOf = (count: number): readonly HistoryPage[] => {
  const students = ids(STUDENTS);
  return Array.from({ length: count }, () => ({
    journal: v7(),
    teacher: randomUUID(),
    students,
    lessons: ids(LESSONS),
  }));
};

const sizes = (pages: number): readonly number[] =>
  Array.from({ length: Math.ceil(pages / PAGES_OF_A_GROUP) }, (_, group) =>
    Math.min(PAGES_OF_A_GROUP, pages - group * PAGES_OF_A_GROUP),
  );

/** The teacher of a page in a session of that day; `minute` of the working day, which goes on past its end. */
const teaching = ({ teacher }: HistoryPage, day: string, minute: number): Acting => ({
  account: teacher,
  session: randomUUID(),
  at: new Date(Date.parse(`${day}T05:00:00.000Z`) + minute * 1_000).toISOString(),
});

/**
 * Writes the semester of many pages into a college's log, lesson after lesson through all of them, until it holds at
 * least so many events; how many it holds.
 */
export async function writeHistory(
  log: EventLog,
  college: string,
  origin: string,
  least: number,
): Promise<number> {
  const random = chance(7);
  const teller = new HistoryTeller(log, college, origin);
  const groups = sizes(Math.ceil(least / ON_A_PAGE)).map(groupOf);
  const pages = groups.flat();
  let minute = 0;
  for (const group of groups) {
    const [of] = group;
    if (!of) continue;
    const subjects = [...of.students, ...group.map(({ journal }) => journal)];
    await teller.tell(await teller.keysFor(subjects), teaching(of, '2026-08-20', minute++));
    for (const page of group)
      await teller.tell([[`journal-${page.journal}`, opening(page)]], teaching(page, '2026-08-20', minute));
  }
  let last = 0n;
  for (let index = 0; index < LESSONS; index += 1)
    for (let first = 0; first < pages.length; first += AT_ONCE) {
      const appended = pages
        .slice(first, first + AT_ONCE)
        .map((page) => teller.tell(lessonEntries(page, index, random), teaching(page, dateOf(index), first)));
      for (const position of await Promise.all(appended)) if (position > last) last = position;
    }
  if (Number(last) < least) throw new Error(`Only ${last} events: pages are thinner than they were.`);
  return Number(last);
}
