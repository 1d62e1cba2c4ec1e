/**
 * `npm start`, the real command with its signer beside it, on the data folder of the demo that an earlier start made:
 * how long until the first request is answered, and what the server's process holds in memory when it has nothing to do.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from '../../src/database/free-port.ts';
import type { BenchResult } from './append.ts';
import { median, spread } from './median.ts';
import { commandOf, descendantsOf, megabytesOf, postmasterOf } from './processes.ts';

const STARTS = 5;

/** A server that is started is looked at for memory after so long: the projections are level, the signer has signed. */
const REST_MS = 12_000;

/** The first start makes the demo colleges. */
const FIRST_MS = 15 * 60 * 1_000;

const LATER_MS = 2 * 60 * 1_000;
const LOOK_MS = 5;

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Started {
  readonly npm: ChildProcess;
  /** From the command to the first answer, in seconds. */
  readonly seconds: number;
}

const answers = async (port: number): Promise<boolean> => {
  try {
    const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { account { name } } }' }),
    });
    // Nobody is signed in: who that is was looked up, and refused in words.
    return (await response.text()).includes('UNAUTHENTICATED');
  } catch {
    return false;
  }
};

const start = async (folder: string, patience: number): Promise<Started> => {
  const port = await freePort();
  const { NODE_OPTIONS: _options, ...inherited } = process.env;
  const env = { ...inherited, PORT: String(port), DATA_DIR: folder, DATABASE_URL: '', NODE_ENV: '' };
  const before = performance.now();
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const said: string[] = [];
  const ready = Promise.withResolvers<null>();
  npm.stdout.on('data', (chunk: Buffer) => {
    said.push(chunk.toString());
    if (said.join('').includes('is ready')) ready.resolve(null);
  });
  npm.once('exit', () => {
    ready.reject(new Error(`npm start ended: ${said.join('')}`));
  });
  const until = before + patience;
  while (!(await answers(port))) {
    if (performance.now() > until || npm.exitCode !== null)
      throw new Error(`npm start gave no answer: ${said.join('')}`);
    await sleep(LOOK_MS);
  }
  const seconds = (performance.now() - before) / 1_000;
  await Promise.race([ready.promise, sleep(patience, null, { ref: false })]);
  return { npm, seconds };
};

/** The process of the server: neither npm nor its shell, and not the signer. */
const serverOf = ({ pid = 0 }: ChildProcess): number => {
  const found = descendantsOf(pid).filter((one) => /node\S* .*src\/main\.ts/u.test(commandOf(one)));
  return found.at(-1) ?? 0;
};

const signerOf = (server: number): number =>
  descendantsOf(server).find((one) => commandOf(one).includes('src/signer.ts')) ?? 0;

const end = async (npm: ChildProcess): Promise<void> => {
  const ended = once(npm, 'exit');
  const server = serverOf(npm);
  process.kill(server > 0 ? server : (npm.pid ?? 0), 'SIGTERM');
  await ended;
};

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const folder = await mkdtemp(join(tmpdir(), 'gradeledger-start-'));
  const seconds: number[] = [];
  const memory: Record<'server' | 'signer' | 'postgres', number[]> = { server: [], signer: [], postgres: [] };
  try {
    const first = await start(folder, FIRST_MS);
    await end(first.npm);
    for (let round = 0; round < STARTS; round += 1) {
      const started = await start(folder, LATER_MS);
      try {
        seconds.push(started.seconds);
        await sleep(REST_MS);
        const server = serverOf(started.npm);
        const postmaster = await postmasterOf(join(folder, 'postgres'));
        memory.server.push(megabytesOf('Rss', server));
        memory.signer.push(megabytesOf('Rss', signerOf(server)));
        const database = [postmaster, ...descendantsOf(postmaster)];
        memory.postgres.push(database.reduce((sum, one) => sum + megabytesOf('Pss', one), 0));
        console.log(
          `answered after ${started.seconds.toFixed(2)} s; at rest the server ${String(memory.server.at(-1)?.toFixed(0))} MB, the signer ${String(memory.signer.at(-1)?.toFixed(0))} MB, PostgreSQL ${String(memory.postgres.at(-1)?.toFixed(0))} MB`,
        );
      } finally {
        await end(started.npm);
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const rounded = (values: readonly number[]): number => Number(median(values).toFixed(2));
  return {
    bench: 'start',
    ratios: { seconds: rounded(seconds), megabytes: rounded(memory.server) },
    spread: { seconds: spread(seconds), megabytes: spread(memory.server) },
    perSecond: {},
    notes: `npm start on the demo's data folder to the first answer, ${String(STARTS)} starts after the one that made it; resident memory ${String(REST_MS / 1_000)} s after it was ready, in MB of 2²⁰ bytes; the signer beside it ${rounded(memory.signer).toFixed(0)} MB, PostgreSQL with shared memory counted once ${rounded(memory.postgres).toFixed(0)} MB`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
