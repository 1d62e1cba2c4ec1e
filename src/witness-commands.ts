import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { orSentence } from './command-sentence.ts';
import type { House } from './house.ts';
import { cosignatureVerifier } from './ledger/cosignature.ts';
import { LedgerFault } from './ledger/fault.ts';
import { checkMirror } from './ledger/mirror/check.ts';
import { startMirror } from './ledger/mirror/mirror.ts';
import { restoreFromMirror } from './ledger/mirror/restore.ts';
import { parsePolicy, type TrustedLog } from './ledger/policy.ts';
import { nameOf, readCosigned } from './ledger/witness/cosigned.ts';
import { startWitness, type RunningWitness } from './ledger/witness/witness.ts';
import { witnessKey } from './ledger/witness/witness-key.ts';
import { StartFault } from './start-fault.ts';

interface CosignerWords {
  readonly folder?: string;
  readonly policy?: string;
  readonly name?: string;
  readonly host: string;
  readonly port: string;
}

const logsIn = async (file: string): Promise<readonly TrustedLog[]> => {
  const { logs } = parsePolicy(await readFile(file, 'utf8'));
  if (logs.length === 0) throw new LedgerFault(`There is no log in ${file}.`);
  return logs;
};

const portOf = (port: string): number => {
  if (/^\d{1,5}$/u.test(port) && Number(port) <= 65_535) return Number(port);
  throw new StartFault('The port must be a whole number from 0 to 65535.');
};

const settings = async ({ folder, policy, name, host, port }: CosignerWords) => {
  if (folder === undefined || policy === undefined)
    throw new StartFault('Tell the folder with --folder and the policy file with --policy.');
  return {
    folder: resolve(folder),
    logs: await logsIn(policy),
    name: name ?? null,
    host,
    port: portOf(port),
  };
};

/** Says where it listens and which key it has, and works until a signal. */
const serveUntilSignal = async (what: string, start: () => Promise<RunningWitness>): Promise<void> => {
  const running = await orSentence(start);
  console.log(`The ${what} listens at ${running.url}\nwitness ${what} ${running.vkey} ${running.url}`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await running.close();
};

const cosigner = (name: string): Command =>
  new Command(name)
    .option('--folder <folder>', 'its own folder: its key, and what it cosigned')
    .option('--policy <file>', 'the logs it cosigns: a policy file with lines "log <vkey> <url>"')
    .option('--name <name>', 'the name of its key, when it is made')
    .option('--host <host>', 'where it listens', '127.0.0.1')
    .option('--port <port>', 'where it listens; 0 takes any free port', '0')
    .exitOverride();

/** `cli witness`: cosigns the checkpoints of the logs it knows, and never two that contradict each other. */
export const witnessCommand = (): Command =>
  cosigner('witness')
    .description('Be a witness of logs: keep their last checkpoint, and cosign what continues it.')
    .action((words: CosignerWords) =>
      serveUntilSignal('witness', async () => startWitness(await settings(words))),
    );

const check = async ({ folder }: { readonly folder: string }): Promise<void> => {
  const found = await orSentence(() => checkMirror(resolve(folder)));
  for (const { name, origin, size, fault } of found)
    console.log(
      fault === null ? `${origin ?? name}: ${size} events, as cosigned` : `${origin ?? name}: ${fault}`,
    );
  if (found.length === 0) console.log('The mirror holds nothing yet.');
  if (found.some(({ fault }) => fault !== null)) process.exitCode = 1;
};

interface RestoreWords {
  readonly folder: string;
  readonly college: string;
}

const restore = async (open: () => Promise<House>, { folder, college }: RestoreWords): Promise<void> => {
  await orSentence(async () => {
    const own = cosignatureVerifier(await witnessKey(resolve(folder), null, false));
    const kept = await readCosigned(resolve(folder), nameOf(college), own);
    if (!kept) throw new LedgerFault(`The mirror has cosigned nothing of ${college}.`);
    const owner = (await open()).database.owner.pool(1);
    const { before, after } = await restoreFromMirror(
      owner,
      join(resolve(folder), nameOf(college)),
      kept.checkpoint,
    );
    console.log(`${college}: the log had ${before} events, and has ${after}.`);
  });
};

/** `cli mirror`: a witness that holds every event; `check` proves it, and `restore` refills a database from it. */
export const mirrorCommand = (open: () => Promise<House>): Command =>
  cosigner('mirror')
    // The options of its commands are theirs: "mirror check --folder" is not "mirror --folder".
    .enablePositionalOptions()
    .description('Mirror logs: fetch their events byte by byte, and cosign what is on the own disk.')
    .option('--token-file <file>', "an auditor's token, for logs that are fetched over HTTP")
    .action((words: CosignerWords & { readonly tokenFile?: string }) =>
      serveUntilSignal('mirror', async () => {
        const token = words.tokenFile === undefined ? null : await readFile(words.tokenFile, 'utf8');
        return startMirror({ ...(await settings(words)), token: token?.trim() ?? null });
      }),
    )
    .addCommand(
      new Command('check')
        .description(
          'Prove that the folder of a mirror equals its cosigned checkpoints; exit code 1 otherwise.',
        )
        .requiredOption('--folder <folder>', 'the folder of the mirror')
        .exitOverride()
        .action(check),
    )
    .addCommand(
      new Command('restore')
        .description(
          'Refill a database that was restored from an older backup: the same events, byte by byte.',
        )
        .requiredOption('--folder <folder>', 'the folder of the mirror')
        .requiredOption('--college <origin>', 'the origin of the log')
        .exitOverride()
        .action((words: RestoreWords) => restore(open, words)),
    );
