/**
 * Durable appends of single events, each at an exact revision and resting on two streams that it checks, on one server
 * with fsync on: against bare single-row INSERTs of the same text, which keep nothing else, against two other event stores,
 * and for many colleges at once. `npm run bench -- append [insert | rivals | colleges]`; `append flights` is of its own, and sets
 * two batches under way in a crowd against one.
 */
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { manyColleges } from './append-colleges.ts';
import { markBody, markedCollege, type MarkedCollege } from './append-marks.ts';
import { compare, rateOf, rounds, type Found } from './append-rate.ts';
import { startRival } from './append-rivals.ts';
import { durableServer, type DurableServer } from './durable-server.ts';

/** What the runner of benches prints as the last line. */
export interface BenchResult {
  readonly bench: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly spread: Readonly<Record<string, string>>;
  readonly perSecond: Readonly<Record<string, number>>;
  readonly notes: string;
}

const MOST_WRITERS = 128;

/** Against bare INSERTs on 32 connections. */
async function againstInsert(found: Found, { adminUrl }: DurableServer, marks: MarkedCollege): Promise<void> {
  const pool = connections(adminUrl).pool(32);
  await pool.query('CREATE TABLE public.bare (id bigserial PRIMARY KEY, body text NOT NULL)');
  const insert = { name: 'bare', text: 'INSERT INTO public.bare (body) VALUES ($1)' };
  const bareInsert = rateOf(() => pool.query({ ...insert, values: [markBody(0)] }));
  for (const writers of [1, 32, MOST_WRITERS]) {
    const { bare = [], ...ours } = await rounds({ bare: bareInsert, ...marks }, writers);
    compare(found, 'insert', ours, bare, writers);
  }
  await pool.end();
}

/** Against two other event stores, each in a process of its own. */
async function againstRivals(
  found: Found,
  { adminUrl }: DurableServer,
  { cycledStreams }: MarkedCollege,
): Promise<void> {
  const emmett = await startRival('emmett.mjs', adminUrl);
  const messageDb = await startRival('message-db.mjs', adminUrl);
  try {
    const contenders = { cycledStreams, emmett: emmett.rate, messageDb: messageDb.rate };
    const { cycledStreams: ours = [], ...theirs } = await rounds(contenders, 32);
    for (const [name, rates] of Object.entries(theirs))
      compare(found, name, { cycledStreams: ours }, rates, 32);
  } finally {
    await Promise.all([emmett.stop(), messageDb.stop()]);
  }
}

/** With two batches under way, over one: on connections whose calls wait for each other there is only one. */
async function flights(
  found: Found,
  { appUrl }: DurableServer,
  { newStreams }: MarkedCollege,
): Promise<void> {
  const pool: Pool = connections(appUrl).pool(20);
  const log = postgresLog({ pool });
  const { newStreams: oneFlight } = await markedCollege(log, MOST_WRITERS);
  for (const writers of [1, 32, MOST_WRITERS]) {
    const { newStreams: two = [], oneFlight: one = [] } = await rounds({ newStreams, oneFlight }, writers);
    compare(found, 'oneFlight', { newStreams: two }, one, writers);
  }
  await log.close();
  await pool.end();
}

/** Runs the bench, or one part of it, and says what it found. */
export async function run(part?: string): Promise<BenchResult> {
  const server = await durableServer();
  const pool = connections(server.appUrl).pool(20, { isPipelined: true });
  const log = postgresLog({ pool });
  const found: Found = { ratios: {}, spread: {}, perSecond: {} };
  try {
    const marks = await markedCollege(log, MOST_WRITERS);
    const isAsked = (name: string): boolean => part === undefined || part === name;
    if (isAsked('insert')) await againstInsert(found, server, marks);
    if (isAsked('rivals')) await againstRivals(found, server, marks);
    if (isAsked('colleges')) await manyColleges(found, log);
    if (part === 'flights') await flights(found, server, marks);
  } finally {
    await log.close();
    await pool.end();
    await server.stop();
  }
  const notes =
    'one event an append, an exact revision and two checks each; 15 rounds, ratio paired within a round; `insert` the harder of new streams and 50 cycled ones a writer; message-db with all streams in one category, as marks are';
  return { bench: 'append', ...found, notes };
}
