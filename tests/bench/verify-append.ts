import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Pool } from 'pg';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { uuidV7, append, college } from '../log/requests.ts';
import type { DurableServer } from './durable-server.ts';
import type { SignerSetup } from './verify-signer.ts';

const ROUNDS = 10;
const SLICE_MS = 1_500;
const WRITERS = 32;

/** Appends per second, round by round, with a signer at work and with one that stands still. */
export interface AppendRates {
  readonly signed: readonly number[];
  readonly unsigned: readonly number[];
}

/** A signer in a process of its own, which can be held and let go. */
const childSigner = async (setup: SignerSetup) => {
  const program = fileURLToPath(new URL('verify-signer.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, program], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  const answered = once(child, 'message');
  child.send(setup);
  await answered;
  return {
    hold: () => child.kill('SIGSTOP'),
    release: () => child.kill('SIGCONT'),
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGCONT');
      child.disconnect();
      await ended;
    },
  };
};

const SIGNED = `SELECT (SELECT max(position) FROM log.event e WHERE e.college = c.no)
    IS NOT DISTINCT FROM (SELECT max(size) FROM ledger.checkpoint k WHERE k.college = c.no) AS level
  FROM log.college c WHERE c.id = $1`;

/** Measures what a signer costs those who append: it reads, hashes, writes tiles and publishes on the same machine. */
export const appendRates = async (server: DurableServer, folder: string): Promise<AppendRates> => {
  const pool = new Pool({ connectionString: server.appUrl, max: 8 });
  pool.on('error', () => undefined);
  const log = postgresLog({ pool });
  const tenant = college('server');
  await log.open(tenant);
  const padding = 'x'.repeat(360);
  const appendOne = async (): Promise<void> => {
    const id = uuidV7();
    const stream = `mark-${id}`;
    const told = {
      data: { padding },
      id,
      log: tenant.origin,
      revision: 0,
      stream,
      type: 'MarkRecorded',
      v: 1,
    };
    const body = JSON.stringify(told);
    const events = [{ id, type: 'MarkRecorded', version: 1, body, sealed: [] }];
    const request = append([{ stream, expected: NO_STREAM, events }], {
      at: new Date().toISOString(),
    });
    const { status } = await log.append(tenant.id, request);
    if (status !== 'appended') throw new Error(`an append of the bench was answered with ${status}`);
  };
  const rate = async (): Promise<number> => {
    const started = performance.now();
    let done = 0;
    const write = async (): Promise<void> => {
      while (performance.now() - started < SLICE_MS) {
        await appendOne();
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: WRITERS }, write));
    return (done * 1_000) / (performance.now() - started);
  };
  const level = async (): Promise<void> => {
    while (!(await pool.query<{ level: boolean }>(SIGNED, [tenant.id])).rows[0]?.level) await sleep(50);
  };

  await appendOne();
  const signer = await childSigner({ databaseUrl: server.signerUrl, folder: join(folder, 'signer') });
  const [signed, unsigned]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const turns = [
        async () => {
          signer.release();
          await level();
          return [signed, await rate()] as const;
        },
        async () => {
          await level();
          signer.hold();
          const measured = await rate();
          signer.release();
          return [unsigned, measured] as const;
        },
      ];
      for (const turn of round % 2 ? turns : turns.reverse()) {
        const [rates, measured] = await turn();
        // The first round warms up connections, plans and caches.
        if (round > 0) rates.push(measured);
      }
    }
  } finally {
    await signer.stop();
    await log.close();
    await pool.end();
  }
  return { signed, unsigned };
};
