/**
 * Durable appends of single events against bare single-row INSERTs of the same text, on one server with fsync on.
 * An append also keeps its stream's head, its command and the body's hash; the bare INSERT keeps nothing else.
 */
import { randomBytes } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { append, college, uuidV7 } from '../log/requests.ts';
import { durableServer } from './durable-server.ts';
import { median, spread } from './median.ts';

const ROUNDS = 15;
const SLICE_MS = 400;
const CYCLED_STREAMS = 50;

/** What the runner of benches prints as the last line. */
export interface BenchResult {
  readonly bench: string;
  readonly ratios: Readonly<Record<string, number>>;
  readonly spread: Readonly<Record<string, string>>;
  readonly perSecond: Readonly<Record<string, number>>;
  readonly notes: string;
}

/** A body of the size a mark's has. */
const body = (n: number): string =>
  JSON.stringify({ at: new Date().toISOString(), data: { mark: '5', n }, salt: SALT, type: 'MarkRecorded' });
const SALT = randomBytes(180).toString('hex');

type Act = (writer: number) => Promise<unknown>;

/** How often per second `writers` callers, each waiting for its answer, can do it. */
async function rate(writers: number, act: Act): Promise<number> {
  const started = performance.now();
  let done = 0;
  const write = async (writer: number): Promise<void> => {
    while (performance.now() - started < SLICE_MS) {
      await act(writer);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  return (done * 1_000) / (performance.now() - started);
}

/** The three contenders on one server. */
async function contenders(url: string, appUrl: string) {
  const pool = new Pool({ connectionString: url, max: 32 });
  // The server may stop before the last connection has said goodbye.
  pool.on('error', () => undefined);
  await pool.query('CREATE TABLE public.bare (id bigserial PRIMARY KEY, body text NOT NULL)');
  const appPool = new Pool({ connectionString: appUrl, max: 8 });
  const log = postgresLog({ pool: appPool });
  const tenant = college('server');
  await log.open(tenant);

  let n = 0;
  const event = () => ({ id: uuidV7(), type: 'MarkRecorded', version: 1, body: body((n += 1)), sealed: [] });
  const appendTo = async (stream: string, expected: number): Promise<void> => {
    const request = append([{ stream, expected, events: [event()] }], { at: new Date().toISOString() });
    const { status } = await log.append(tenant.id, request);
    if (status !== 'appended') throw new Error(`an append of the bench was answered with ${status}`);
  };
  const turns = new Map<number, number>();
  const cycled: Act = (writer) => {
    const turn = turns.get(writer) ?? 0;
    turns.set(writer, turn + 1);
    const revision = Math.floor(turn / CYCLED_STREAMS) + NO_STREAM;
    return appendTo(`mark-${String(writer)}.${String(turn % CYCLED_STREAMS)}`, revision);
  };
  const insert = { name: 'bare', text: 'INSERT INTO public.bare (body) VALUES ($1)' };
  const acts: Readonly<Record<string, Act>> = {
    bare: () => pool.query({ ...insert, values: [body((n += 1))] }),
    newStreams: () => appendTo(`mark-${uuidV7()}.${uuidV7()}`, NO_STREAM),
    cycledStreams: cycled,
  };
  const close = async (): Promise<void> => {
    await log.close();
    await Promise.all([appPool.end(), pool.end()]);
  };
  return { acts, close };
}

/** Rounds in which each contender has its turn, in changing order, so that a noisy moment meets all of them. */
async function rounds(
  acts: Readonly<Record<string, Act>>,
  writers: number,
): Promise<Record<string, number[]>> {
  const rates: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = Object.entries(acts);
    for (const [name, act] of round % 2 ? order : order.reverse()) {
      const measured = await rate(writers, act);
      // The first round warms up connections, plans and caches.
      if (round > 0) (rates[name] ??= []).push(measured);
    }
  }
  return rates;
}

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const server = await durableServer();
  const { acts, close } = await contenders(server.adminUrl, server.appUrl);
  const ratios: Record<string, number> = {};
  const spreads: Record<string, string> = {};
  const perSecond: Record<string, number> = {};
  try {
    for (const writers of [1, 32]) {
      const { bare = [], ...appends } = await rounds(acts, writers);
      perSecond[`bare@${String(writers)}`] = Math.round(median(bare));
      let hardest = Infinity;
      for (const [name, rates] of Object.entries(appends)) {
        const paired = rates.map((value, round) => value / (bare[round] ?? NaN));
        perSecond[`${name}@${String(writers)}`] = Math.round(median(rates));
        console.log(
          `${name} at ${String(writers)}: ${median(rates).toFixed(0)}/s, bare ${median(bare).toFixed(0)}/s, ratio ${median(paired).toFixed(2)} (${spread(paired)})`,
        );
        if (median(paired) > hardest) continue;
        hardest = median(paired);
        ratios[`insert@${String(writers)}`] = Number(hardest.toFixed(3));
        spreads[`insert@${String(writers)}`] = spread(paired);
      }
    }
  } finally {
    await close();
    await server.stop();
  }
  const notes = `${String(ROUNDS)} rounds, ratio paired within a round; the harder of new and ${String(CYCLED_STREAMS)} cycled streams per writer`;
  return { bench: 'append', ratios, spread: spreads, perSecond, notes };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
