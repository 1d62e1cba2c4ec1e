import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DurableServer } from './durable-server.ts';
import { ACTING } from '../../src/database/roles.ts';
import { backendTimes, postmasterOf, processTime } from './processor-time.ts';
import { openAppender } from './verify-appender.ts';
import { childSigner } from './verify-child.ts';

const ROUNDS = 12;
const LEAD_MS = 750;
const SLICE_MS = 1_250;
const WRITERS = 32;

/** Appends per second, round by round, with a signer at work and with one that stands still. */
export interface AppendRates {
  readonly signed: readonly number[];
  readonly unsigned: readonly number[];
  /** The signer's part of the processor time that appending and signing took together, databases included. */
  readonly share: number;
}

/** Processor time in milliseconds: of the signer and its backends, and of those who append and theirs. */
interface Times {
  readonly signing: number;
  readonly appending: number;
}

const SIGNING = 'SELECT pid FROM pg_stat_activity WHERE usename = $1';

/**
 * Measures what a signer costs those who append: it reads, hashes, writes tiles and publishes on the same machine. A slice
 * begins while the writers are at work already, so that a signer has as much behind it at the start as at the end; a round
 * is four slices, with, without, without, with or the other way about, so that a machine that grows slower favours neither.
 */
export const appendRates = async (server: DurableServer, folder: string): Promise<AppendRates> => {
  const { pool, appendOne, level, close } = await openAppender(server);
  const rate = async (): Promise<number> => {
    let done = 0;
    let isOver = false;
    const write = async (): Promise<void> => {
      while (!isOver) {
        await appendOne();
        done += 1;
      }
    };
    const writing = Array.from({ length: WRITERS }, write);
    await sleep(LEAD_MS);
    const [before, started] = [done, performance.now()];
    await sleep(SLICE_MS);
    const measured = ((done - before) * 1_000) / (performance.now() - started);
    isOver = true;
    await Promise.all(writing);
    return measured;
  };
  const signer = await childSigner({ databaseUrl: server.signerUrl, folder: join(folder, 'signer') });
  const postmaster = await postmasterOf(pool);
  const times = async (): Promise<Times> => {
    const { rows } = await pool.query<{ pid: number }>(SIGNING, [ACTING.signer]);
    const pids = new Set(rows.map(({ pid }) => String(pid)));
    const { user, system } = process.cpuUsage();
    let [signing, appending] = [await processTime(signer.pid), (user + system) / 1e3];
    for (const [pid, ms] of await backendTimes(postmaster))
      if (pids.has(pid)) signing += ms;
      else appending += ms;
    return { signing, appending };
  };
  const used = { signing: 0, appending: 0 };
  const withIt = async (): Promise<number> => {
    await level();
    const before = await times();
    const measured = await rate();
    // What was appended last is signed in the next round.
    await level();
    const after = await times();
    used.signing += after.signing - before.signing;
    used.appending += after.appending - before.appending;
    return measured;
  };
  const without = async (): Promise<number> => {
    await level();
    signer.hold();
    try {
      return await rate();
    } finally {
      signer.release();
    }
  };
  const [signed, unsigned]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const rates = { signed: 0, unsigned: 0 };
      const turns = round % 2 ? ['signed', 'unsigned'] : ['unsigned', 'signed'];
      for (const turn of [...turns, ...turns.toReversed()] as (keyof typeof rates)[])
        rates[turn] += (await (turn === 'signed' ? withIt() : without())) / 2;
      // The first round warms up connections, plans and caches.
      if (round === 0) continue;
      signed.push(rates.signed);
      unsigned.push(rates.unsigned);
    }
  } finally {
    await signer.stop();
    await close();
  }
  return { signed, unsigned, share: used.signing / (used.signing + used.appending) };
};
