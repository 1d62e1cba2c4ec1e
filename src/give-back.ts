import { setTimeout as sleep } from 'node:timers/promises';

/** A server is left in peace for so long after its start, in milliseconds: whoever waited for it comes first. */
const AFTER_MS = 3_000;

/**
 * Gives back what starting took, once and a while after the start: loading the program leaves as much garbage as the
 * program itself takes, and a process that then has little to do would hold it for hours.
 */
export const giveBackLater = async (): Promise<void> => {
  await sleep(AFTER_MS, undefined, { ref: false });
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('HeapProfiler.collectGarbage');
  session.disconnect();
};
