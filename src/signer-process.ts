import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignerConfig } from './config.ts';
import { LedgerFault } from './ledger/fault.ts';
import { parsePolicy } from './ledger/policy.ts';
import { startSigner, type RunningSigner, type SignedLog, type SignerLine } from './ledger/signer/signer.ts';
import type { WitnessAddress } from './ledger/signer/witness-client.ts';
import { StartFault } from './start-fault.ts';

/** What the signer's process tells the server that started it, whenever it changes. */
export interface SignerStatus {
  readonly isActive: boolean;
  readonly logs: readonly SignedLog[];
}

const LEVELS = { info: 30, warn: 40, error: 50 } as const;

const STATUS_MS = 200;

/** How long what is under way may take once the process was told to end, in milliseconds. */
const CLOSE_MS = 5_000;

/** The witnesses of the policy file in the signer's folder that have an address; none where there is no file. */
const witnessesIn = async (folder: string): Promise<readonly WitnessAddress[]> => {
  const file = join(folder, 'policy.txt');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return [];
  try {
    return parsePolicy(text).witnesses.flatMap(({ key, url }) =>
      url === null ? [] : [{ key, url: url.replace(/\/$/u, '') }],
    );
  } catch (error) {
    if (error instanceof LedgerFault) throw new StartFault(`${file}: ${error.message}`, { cause: error });
    throw error;
  }
};

/** One JSON object a line, as the server writes them: what is wrong on standard error, the rest on standard output. */
const say = ({ level, message, log, finding }: SignerLine): void => {
  if (level === 'info' && process.send) return;
  const facts = finding && { code: finding.code, size: finding.size, position: finding.position };
  const line = JSON.stringify({ level: LEVELS[level], time: Date.now(), log, ...facts, msg: message });
  (level === 'info' ? process.stdout : process.stderr).write(`${line}\n`);
};

const statusOf = (signer: RunningSigner): SignerStatus => ({
  isActive: signer.isActive(),
  logs: signer.logs(),
});

/** Tells the server, if one started this process, and the terminal otherwise, where the signer stands. */
const telling = (signer: RunningSigner): NodeJS.Timeout => {
  let told = '';
  const known = new Set<string>();
  return setInterval(() => {
    const status = statusOf(signer);
    const text = JSON.stringify(status);
    if (text === told) return;
    told = text;
    process.send?.(status);
    for (const vkey of status.logs.flatMap(({ vkeys }) => vkeys)) {
      if (!known.has(vkey)) say({ level: 'info', message: `Signs with ${vkey}` });
      known.add(vkey);
    }
  }, STATUS_MS);
};

/** Resolves when the process is to end: a signal, or the server that started it is gone, however it went. */
const told = (): Promise<void> =>
  new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    // A Ctrl-C reaches both: the server decides, and ends its signer itself.
    if (process.send) process.on('SIGINT', () => undefined);
    else process.once('SIGINT', resolve);
    process.once('disconnect', resolve);
  });

/** The whole life of the signer's process. Throws `StartFault` when it cannot begin. */
export const runSigner = async ({ databaseUrl, folder, makeKeys }: SignerConfig): Promise<void> => {
  const ending = told();
  const witnesses = await witnessesIn(folder);
  const signer = startSigner({ databaseUrl, folder, makeKeys, witnesses, say });
  const timer = telling(signer);
  try {
    await Promise.race([ending, signer.ended]);
    setTimeout(() => process.exit(1), CLOSE_MS).unref();
    await signer.close();
  } finally {
    clearInterval(timer);
    if (process.connected) process.disconnect?.();
  }
};
