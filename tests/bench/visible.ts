/** From an append to the page that shows it, with every projection live; and what a subscriber costs that hears nothing. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { gradebookPage } from '../../projections/gradebook/queries.ts';
import { pageCache } from '../../src/runtime/page-cache.ts';
import { startProjector, type Projector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { recentReads } from '../../src/runtime/recent-reads.ts';
import { scope } from '../support/read-side.ts';
import type { BenchResult } from './append.ts';
import { writeHistory } from './gradebook-history.ts';
import { historyHouse, type HistoryHouse } from './history-house.ts';
import { HistoryTeller } from './history-teller.ts';
import { median } from './median.ts';
import { happened, opening, type HistoryPage } from './page-events.ts';
import { postmasterOf, usedDuring } from './processor-time.ts';

const HISTORY = 60_000;
const PER_SECOND = 500;
const SECONDS = 20;
const WARM_SECONDS = 3;

/** Whoever enters marks looks at the page now and then: of so many events, one is looked for on its page. */
const LOOKED_AT = 10;

/** What was under way ends first, and a pool closes the connections that it has not needed for ten seconds. */
const SETTLING_MS = 15_000;

const IDLE_SECONDS = 10;
/** A follower looks twice a second when it hears nothing. */
const POLLS = IDLE_SECONDS * 2;
const PATIENCE_MS = 120_000;
const [STUDENTS, LESSONS] = [25, 40];
const HUNDRED = 100;

type Place = Awaited<ReturnType<HistoryHouse['open']>>;

const settled = async (
  projector: Projector,
  names: readonly string[],
  college: string,
  position: bigint,
): Promise<void> => {
  const reached = names.map((name) => projector.waitFor(name, college, position, PATIENCE_MS));
  if (!(await Promise.all(reached)).every(Boolean))
    throw new Error(`A projection did not come to ${String(position)}.`);
};

const namesOf = ({ models }: ReadModels): readonly string[] => models.map(({ name }) => name);

/** Processor time of this process and its PostgreSQL while nothing happens, in milliseconds. */
const idling = async (house: HistoryHouse): Promise<number> => {
  const postmaster = await postmasterOf(house.app.pool(1));
  await sleep(SETTLING_MS);
  return await usedDuring(postmaster, () => sleep(IDLE_SECONDS * 1_000));
};

const newPage = (): HistoryPage => ({
  journal: v7(),
  teacher: randomUUID(),
  students: Array.from({ length: STUDENTS }, () => v7()),
  lessons: Array.from({ length: LESSONS }, () => v7()),
});

interface Cell {
  readonly page: HistoryPage;
  readonly lesson: string;
  readonly student: string;
}

/** Marks for every cell of some new pages, in turn. */
const cellsOf = (pages: readonly HistoryPage[]): readonly Cell[] =>
  pages[0]?.lessons.flatMap((_, column) =>
    pages.flatMap((page) =>
      page.students.map((student) => ({ page, lesson: page.lessons[column] ?? '', student })),
    ),
  ) ?? [];

/** Enters marks at an even pace; how long it took from each that was looked for until its page showed it. */
async function entered(
  { log }: HistoryHouse,
  models: ReadModels,
  projector: Projector,
  { college, origin }: Place,
): Promise<readonly number[]> {
  const teller = new HistoryTeller(log, college, origin);
  const count = PER_SECOND * (WARM_SECONDS + SECONDS);
  const pages = Array.from({ length: Math.ceil(count / (STUDENTS * LESSONS)) }, newPage);
  const now = () => new Date(Date.parse('2027-01-11T08:00:00.000Z') + performance.now()).toISOString();
  const session = randomUUID();
  for (const page of pages) {
    const acting = { account: page.teacher, session, at: now() };
    await teller.tell([[`journal-${page.journal}`, opening(page)]], acting);
  }
  const reader = models.readers({ college, students: null });
  // As a server reads: whoever looks at what somebody else is just reading waits for that.
  const held = pageCache({ revisions: recentReads((of) => projector.changed('gradebook', of)) });
  const everything = scope(college, 'director', 'gradebook.read');

  const enter = async ({ page, lesson, student }: Cell, isLookedAt: boolean): Promise<number | null> => {
    const started = performance.now();
    const mark = { journal: page.journal, lesson, student, workType: 'lessonWork' } as const;
    const event = happened('MarkRecorded', { ...mark, scale: 'fivePoint', value: '5' });
    const acting = { account: page.teacher, session, at: now() };
    const position = await teller.tell([[`mark-${lesson}.${student}`, [event]]], acting);
    if (!isLookedAt) return null;
    await settled(projector, ['gradebook'], college, position);
    const shown = await gradebookPage(reader, everything, page.journal, held);
    if (!shown?.cells.some((cell) => cell.lesson === lesson && cell.student === student))
      throw new Error('The page did not show what it was asked for.');
    return performance.now() - started;
  };

  const begun = performance.now();
  const entries = cellsOf(pages)
    .slice(0, count)
    .map(async (cell, index) => {
      await sleep(Math.max(0, (index * 1_000) / PER_SECOND - (performance.now() - begun)));
      return await enter(cell, index % LOOKED_AT === 0);
    });
  const took = await Promise.all(entries);
  return took.slice(PER_SECOND * WARM_SECONDS).filter((ms) => ms !== null);
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const house = await historyHouse();
  const models = openReadModels(house);
  try {
    const place = await house.open();
    const following = async (): Promise<Projector> => {
      const projector = await startProjector(house.log, models);
      projector.follow(place.college);
      await settled(projector, namesOf(models), place.college, await house.log.head(place.college));
      return projector;
    };
    // What both do anyway, whoever follows, is no part of a poll.
    const alone = await idling(house);
    const idlePoll = async (): Promise<number> => ((await idling(house)) - alone) / POLLS;
    const first = await following();
    const empty = await idlePoll();
    await first.stop();
    const events = await writeHistory(house.log, place.college, place.origin, HISTORY);
    const projector = await following();
    const large = await idlePoll();
    console.log(
      `an idle poll: ${empty.toFixed(3)} ms of an empty log, ${large.toFixed(3)} ms of ${String(events)} events`,
    );
    const took = (await entered(house, models, projector, place)).toSorted((a, b) => a - b);
    await projector.stop();
    const at = (percent: number): number => took[Math.ceil((took.length * percent) / HUNDRED) - 1] ?? NaN;
    const ms = (value: number): number => Number(value.toFixed(3));
    return {
      bench: 'visible',
      ratios: { p99Ms: ms(at(99)), idlePollMs: ms(large) },
      spread: {
        p99Ms: `p50 ${at(50).toFixed(1)}, p90 ${at(90).toFixed(1)}, most ${at(HUNDRED).toFixed(1)}`,
        idlePollMs: `${empty.toFixed(3)} with an empty log, ${large.toFixed(3)} with ${String(events)} events`,
      },
      perSecond: { entered: PER_SECOND, medianMs: ms(median(took)) },
      notes: `${String(models.models.length)} projections live, one event an append, ${String(PER_SECOND)} a second for ${String(SECONDS)} s; of every ${String(LOOKED_AT)} one is awaited in the projection of its page, as a mutation awaits it, and then read there through the pages that a server keeps, timed from before its append; an idle poll: processor time of this process and PostgreSQL, less what they use when nobody follows`,
    };
  } finally {
    await house.stop();
  }
}
