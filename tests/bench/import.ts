/**
 * The Open University's bundle of 173,912 results, whole, into an empty college on a server with fsync on: through
 * the deciders, each mark one command. It is imported twice; the second time writes not one event.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { v7 } from 'uuid';
import { connections } from '../../src/database/pools.ts';
import { systemClock } from '../../src/house.ts';
import { readBundle } from '../../src/imports/oneroster/bundle.ts';
import { importOneRoster, type ImportSummary } from '../../src/imports/oneroster/import.ts';
import { lineOf, summaryLines } from '../../src/imports/oneroster/report.ts';
import { openSource } from '../../src/imports/oneroster/source.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { runCollege, type RunningCollege } from '../../src/runtime/college.ts';
import type { BenchResult } from './append.ts';
import { eventLog } from '../support/event-log.ts';
import { durableServer } from './durable-server.ts';

const data = fileURLToPath(new URL('../../../shared/data/oneroster/oulad', import.meta.url));

/** A college with one administrator, founded on a log that is empty. */
async function founded(url: string) {
  const pool = connections(url).pool(10);
  // The server may stop before the last connection has said goodbye.
  const log = eventLog(postgresLog({ pool }));
  const tenant = { id: v7(), origin: 'bench.example/journal', clock: 'server' } as const;
  await log.open(tenant);
  const college = runCollege(log, tenant, systemClock);
  const account = v7();
  const actor = { account, session: v7(), channel: 'cli' } as const;
  const names = { name: 'Open University', administrator: account, administratorName: 'Администратор' };
  const founding = { ...names, zone: 'Europe/London', workingWeek: 6 } as const;
  await college.execute({ type: 'FoundCollege', data: founding }, { commandId: v7(), actor });
  const close = async (): Promise<void> => {
    await log.close();
    await pool.end();
  };
  return { college, account, close };
}

async function entered(college: RunningCollege, account: string): Promise<ImportSummary> {
  const source = await openSource(data);
  const bundle = await readBundle(source);
  const summary = await importOneRoster({ college, account, bundle, name: 'oulad' });
  await source.close();
  for (const line of summaryLines(summary)) console.log(line);
  return summary;
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const none = { bench: 'import', ratios: {}, spread: {}, perSecond: {} };
  if (!existsSync(data)) return { ...none, notes: 'skipped: ../shared/data/oneroster/oulad is not here' };

  const server = await durableServer();
  const { college, account, close } = await founded(server.appUrl);
  try {
    const first = await entered(college, account);
    const second = await entered(college, account);
    for (const finding of first.findings.slice(0, 5)) console.log(lineOf(finding));
    const rows = [...first.rows.values()].flatMap((counts) => Object.values(counts) as number[]);
    const all = rows.reduce((sum, count) => sum + count, 0);
    const perSecond = {
      results: Math.round(first.resultsPerSecond),
      rows: Math.round(all / first.seconds),
      events: Math.round(first.events / first.seconds),
      resultsAgain: Math.round(second.resultsPerSecond),
    };
    const refused = Array.from(first.refusals, ([code, count]) => `${code} ${String(count)}`).join(', ');
    const notes = `fsync on; whole import ${first.seconds.toFixed(1)} s; refused ${refused}; again ${second.seconds.toFixed(1)} s and ${String(second.events)} events`;
    return { ...none, perSecond, notes };
  } finally {
    await close();
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
