import { projections } from '../../projections/register.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels, type ReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import type { BenchResult } from './append.ts';
import { writeHistory } from './gradebook-history.ts';
import { historyHouse, rate, readAll, type HistoryHouse } from './history-house.ts';
import { median, spread } from './median.ts';

const EVENTS = 200_000;
const ROUNDS = 5;
const PAGE = 5_000;

/** Events of the second college, which the trail follows page by page: too few for a replay. */
const BEHIND = 60_000;

const PATIENCE_MS = 120_000;

const rebuilt = async ({ log }: HistoryHouse, models: ReadModels, name: string): Promise<number> => {
  const [report] = await rebuild(log, models, name, 'all');
  return report?.events ?? 0;
};

/** How fast a projector that finds a college far behind brings the trail level, page by page. */
async function caughtUp(house: HistoryHouse): Promise<number> {
  const { college, origin } = await house.open();
  const events = await writeHistory(house.log, college, origin, BEHIND);
  const models = openReadModels(
    house,
    projections.filter(({ name }) => name === 'audit-trail'),
  );
  const projector = await startProjector(house.log, models);
  try {
    return await rate(async () => {
      projector.follow(college);
      await projector.waitFor('audit-trail', college, BigInt(events), PATIENCE_MS);
      return events;
    });
  } finally {
    await projector.stop();
  }
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const house = await historyHouse();
  const found: Record<'reads' | 'rebuilds' | 'audits', number[]> = { reads: [], rebuilds: [], audits: [] };
  let [events, catchUp] = [0, 0];
  try {
    const { college, origin } = await house.open();
    events = await writeHistory(house.log, college, origin, EVENTS);
    console.log(`${String(events)} events in the log`);
    const models = openReadModels(house);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const read = await rate(() => readAll(house.log, college, PAGE));
      const gradebook = await rate(() => rebuilt(house, models, 'gradebook'));
      const trail = round > 2 ? null : await rate(() => rebuilt(house, models, 'audit-trail'));
      console.log(
        `read ${read.toFixed(0)}/s, gradebook rebuilt ${gradebook.toFixed(0)}/s, ratio ${(gradebook / read).toFixed(2)}, audit trail ${trail?.toFixed(0) ?? '–'}/s`,
      );
      // The first round warms up connections, plans and caches, and has no live rows to compare with.
      if (round === 0) continue;
      found.reads.push(read);
      found.rebuilds.push(gradebook);
      if (trail !== null) found.audits.push(trail);
    }
    catchUp = await caughtUp(house);
    console.log(`audit trail caught up page by page ${catchUp.toFixed(0)}/s`);
  } finally {
    await house.stop();
  }
  const paired = found.rebuilds.map((value, round) => value / (found.reads[round] ?? NaN));
  const perSecond = Math.round(median(found.rebuilds));
  return {
    bench: 'rebuild',
    ratios: { perSecond, readAll: Number(median(paired).toFixed(3)) },
    spread: { perSecond: spread(found.rebuilds), readAll: spread(paired) },
    perSecond: {
      rebuild: perSecond,
      readAll: Math.round(median(found.reads)),
      audit: Math.round(median(found.audits)),
      auditCatchUp: Math.round(catchUp),
    },
    notes: `${String(events)} gradebook events, read all in pages of ${String(PAGE)}; a rebuild scans, folds, writes, indexes, compares with the live rows and swaps; auditCatchUp: a live projector with every index in place`,
  };
}
