import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DurableServer } from './durable-server.ts';
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
}

/**
 * Measures what a signer costs those who append: it reads, hashes, writes tiles and publishes on the same machine. A slice
 * begins while the writers are at work already, so that a signer has as much behind it at the start as at the end; a round
 * is four slices, with, without, without, with or the other way about, so that a machine that grows slower favours neither.
 */
export const appendRates = async (server: DurableServer, folder: string): Promise<AppendRates> => {
  const { appendOne, level, close } = await openAppender(server);
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
  const withIt = async (): Promise<number> => {
    await level();
    return rate();
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
  return { signed, unsigned };
};
