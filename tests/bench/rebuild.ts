import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { rebuild } from '../../src/runtime/rebuild.ts';
import type { BenchResult } from './append.ts';
import { eventLog } from '../support/event-log.ts';
import { durableServer } from './durable-server.ts';
import { writeHistory } from './gradebook-history.ts';
import { median, spread } from './median.ts';

const EVENTS = 200_000;
const ROUNDS = 5;
const PAGE = 5_000;

/** Reads the whole log in pages and throws it away. */
async function stream(log: EventLog, college: string): Promise<number> {
  let read = 0;
  for (;;) {
    const page = await log.read(college, BigInt(read), PAGE);
    if (page.length === 0) return read;
    read += page.length;
  }
}

/** How many events per second an act gets through. */
async function rate(act: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const events = await act();
  return (events * 1_000) / (performance.now() - started);
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const server = await durableServer();
  const app = connections(server.appUrl);
  const reading = connections(server.projectorUrl);
  const log = eventLog(postgresLog({ pool: app.pool(8) }));
  const [streams, rebuilds]: [number[], number[]] = [[], []];
  let events = 0;
  try {
    const [college, origin] = [randomUUID(), 'bench.example/journal'];
    await log.open({ id: college, origin, clock: 'virtual' });
    events = await writeHistory(log, college, origin, EVENTS);
    console.log(`${String(events)} events in the log`);
    const models = openReadModels({ projector: reading, reader: reading });
    for (let round = 0; round <= ROUNDS; round += 1) {
      const streamed = await rate(() => stream(log, college));
      const rebuilt = await rate(async () => {
        const [report] = await rebuild(log, models, 'gradebook', 'all');
        return report?.events ?? 0;
      });
      console.log(
        `streamed ${streamed.toFixed(0)}/s, rebuilt ${rebuilt.toFixed(0)}/s, ratio ${(rebuilt / streamed).toFixed(2)}`,
      );
      // The first round warms up connections, plans and caches, and has no live rows to compare with.
      if (round === 0) continue;
      streams.push(streamed);
      rebuilds.push(rebuilt);
    }
  } finally {
    await log.close();
    await app.end();
    await reading.end();
    await server.stop();
  }
  const paired = rebuilds.map((value, round) => value / (streams[round] ?? NaN));
  return {
    bench: 'rebuild',
    ratios: { stream: Number(median(paired).toFixed(3)) },
    spread: { stream: spread(paired) },
    perSecond: { rebuild: Math.round(median(rebuilds)), stream: Math.round(median(streams)) },
    notes: `${String(events)} gradebook events, pages of ${String(PAGE)}; a rebuild reads, folds, writes, indexes, compares with the live rows and swaps`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
