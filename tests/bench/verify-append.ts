import { join } from 'node:path';
import type { DurableServer } from './durable-server.ts';
import { openAppender } from './verify-appender.ts';
import { childSigner } from './verify-child.ts';

const ROUNDS = 10;
const SLICE_MS = 1_500;
const WRITERS = 32;

/** Appends per second, round by round, with a signer at work and with one that stands still. */
export interface AppendRates {
  readonly signed: readonly number[];
  readonly unsigned: readonly number[];
}

/** Measures what a signer costs those who append: it reads, hashes, writes tiles and publishes on the same machine. */
export const appendRates = async (server: DurableServer, folder: string): Promise<AppendRates> => {
  const { appendOne, level, close } = await openAppender(server);
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
    await close();
  }
  return { signed, unsigned };
};
