import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SignerConfig } from './config.ts';
import type { SignerStatus } from './signer-process.ts';

/** The signer that a server has beside it. */
export interface SignerBeside {
  /** What the operator reads of it, once every log that is asked for has a key, or after a short while. */
  screen(logs: number): Promise<readonly string[]>;
  /** Ends it, and waits until it has ended. */
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('signer.ts', import.meta.url));

/** Pauses before a signer that died is started again, in milliseconds: each twice the last. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** A signer that lived so long did not die of how it was started. */
const WELL_MS = 60_000;

const SCREEN_MS = 10_000;
const END_MS = 6_000;

/** The signer gets its own two settings and nothing of the server's environment. */
const environment = ({ databaseUrl, folder, makeKeys }: SignerConfig): Record<string, string> => ({
  SIGNER_DATABASE_URL: databaseUrl,
  SIGNER_DIR: folder,
  SIGNER_KEYS: makeKeys ? 'make' : 'given',
});

const lines = ({ isActive, logs }: SignerStatus): readonly string[] => {
  if (!isActive) return ['  Signer     waits for the database, or for another signer to end'];
  const alarms = logs.flatMap(({ alarm }) => (alarm ? [`  Alarm      ${alarm.sentence}`] : []));
  const keys = logs.flatMap(({ vkeys }) => vkeys.map((vkey) => `             ${vkey}`));
  return [`  Signer     ${logs.length} logs, keys:`, ...keys, ...alarms];
};

/** Keeps a signer running beside this process: it is started again when it dies, and ends when this process does. */
export const keepSigner = (config: SignerConfig): SignerBeside => {
  let status: SignerStatus = { isActive: false, logs: [] };
  let child: ChildProcess | null = null;
  const closing = new AbortController();
  const isClosing = (): boolean => closing.signal.aborted;

  const live = async (): Promise<void> => {
    child = spawn(process.execPath, [PROGRAM], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: environment(config),
    });
    child.on('message', (message) => {
      status = message as SignerStatus;
    });
    child.on('error', () => undefined);
    await once(child, 'close');
    child = null;
    status = { isActive: false, logs: [] };
  };

  const keep = async (): Promise<void> => {
    let pause = FIRST_PAUSE_MS;
    while (!isClosing()) {
      const since = Date.now();
      await live();
      if (isClosing()) return;
      pause = Date.now() - since > WELL_MS ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS);
      const msg = `The signer ended by itself, and is started again in ${pause} ms.`;
      process.stderr.write(`${JSON.stringify({ level: 50, time: Date.now(), msg })}\n`);
      await sleep(pause, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const kept = keep();

  return {
    async screen(logs) {
      const until = Date.now() + SCREEN_MS;
      const isReady = () => status.isActive && status.logs.filter(({ vkeys }) => vkeys[0]).length >= logs;
      while (!isReady() && Date.now() < until) await sleep(50);
      return lines(status);
    },
    async close() {
      closing.abort();
      child?.kill('SIGTERM');
      const kill = setTimeout(() => child?.kill('SIGKILL'), END_MS);
      await kept;
      clearTimeout(kill);
    },
  };
};
