import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DurableServer } from './durable-server.ts';
import { openAppender } from './verify-appender.ts';
import { childSigner } from './verify-child.ts';

const PER_SECOND = 1_000;
const SECONDS = 10;
const TICK_MS = 20;

const CHECKPOINTS = `SELECT k.size, extract(epoch FROM k.signed_at) * 1000 AS at
  FROM ledger.checkpoint k JOIN log.college c ON c.no = k.college WHERE c.id = $1 ORDER BY k.size`;

/** From the index of an event to a signed checkpoint that covers it, in milliseconds, for every event of some seconds. */
export const signingLags = async (server: DurableServer, folder: string): Promise<readonly number[]> => {
  const { pool, college, appendOne, level, close } = await openAppender(server);
  const signer = await childSigner({ databaseUrl: server.signerUrl, folder: join(folder, 'signer') });
  try {
    await level();
    const indexed: { readonly position: bigint; readonly at: number }[] = [];
    const appending: Promise<void>[] = [];
    const appendAndNote = async (): Promise<void> => {
      const position = await appendOne();
      indexed.push({ position, at: Date.now() });
    };
    const began = performance.now();
    while (appending.length < PER_SECOND * SECONDS) {
      const due = Math.min(((performance.now() - began) / 1_000) * PER_SECOND, PER_SECOND * SECONDS);
      while (appending.length < due) appending.push(appendAndNote());
      await sleep(TICK_MS);
    }
    await Promise.all(appending);
    await level();
    const { rows } = await pool.query<{ size: string; at: string }>(CHECKPOINTS, [college]);
    const signed = rows.map(({ size, at }) => ({ size: BigInt(size), at: Number(at) }));
    return indexed.map(({ position, at }) => (signed.find(({ size }) => size >= position)?.at ?? NaN) - at);
  } finally {
    await signer.stop();
    await close();
  }
};
