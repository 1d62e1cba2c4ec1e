import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { PURPOSES, type Purpose } from '../events/event.ts';
import { printedPages } from './audit-pages.ts';
import type { Config } from './config.ts';
import type { House } from './house.ts';
import { keyIdOf } from './keys/key-name.ts';
import { openKeys } from './keys/open-keys.ts';
import { exportBundle } from './ledger/bundle/export.ts';
import { LedgerFault } from './ledger/fault.ts';
import { StartFault } from './start-fault.ts';

type Open = () => Promise<House>;

/** The purposes whose texts an auditor reads unless told: why something was changed, and the names of staff. */
const READABLE: readonly Purpose[] = ['special', 'staff'];

const VERIFIER = join(import.meta.dirname, 'ledger', 'verifier', 'verify.mjs');

const CONNECTIONS = 4;

interface ExportOptions {
  readonly out: string;
  readonly size?: number;
  readonly sealed?: boolean;
  readonly keys?: boolean | readonly Purpose[];
  readonly pages?: boolean;
  readonly proof?: readonly string[];
  readonly policy?: string;
}

const sizeOf = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It is a number of events.');
  return Number(text);
};

const purposesOf = (text: string): readonly Purpose[] => {
  const named = text.split(',');
  const known = PURPOSES.filter((purpose) => named.includes(purpose));
  if (known.length < named.length) throw new InvalidArgumentError(`The purposes are ${PURPOSES.join(', ')}.`);
  return known;
};

const collected = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Unwraps the keys of the purposes; a key that was destroyed is left out. */
const keysOf =
  (house: House, config: Config, purposes: readonly Purpose[]) =>
  async (college: string, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> => {
    const keyring = await openKeys(house.database.keys.pool(1), config);
    const readable = names.filter((name) => purposes.some((purpose) => keyIdOf(name)?.purpose === purpose));
    const found = await keyring.find(college, readable);
    return new Map(
      [...found].flatMap(([name, kept]) => (kept === 'destroyed' ? [] : [[name, kept.secret.export()]])),
    );
  };

const exporting = (open: Open, configOf: () => Config) => async (log: string, options: ExportOptions) => {
  const { out, size, keys, sealed, pages, proof = [], policy } = options;
  const house = await open();
  const purposes = keys === true ? READABLE : keys === false ? null : (keys ?? null);
  try {
    const exported = await exportBundle(house.database.auditor.pool(CONNECTIONS), {
      log,
      folder: out,
      proofs: proof,
      isSealed: sealed === true || purposes !== null,
      ...(size !== undefined && { size }),
      ...(policy !== undefined && { policy: await readFile(policy, 'utf8') }),
      ...(purposes && { keysOf: keysOf(house, configOf(), purposes) }),
      ...(pages && { pagesOf: printedPages(house) }),
    });
    console.log(
      `${out}: ${exported.size} events of ${exported.origin}, cosigned by ${exported.witnesses} witnesses.\n` +
        `Check it with: node ${join(out, 'verify.mjs')} ${out} --vkey <the key you were given by another way>`,
    );
  } catch (error) {
    throw error instanceof LedgerFault ? new StartFault(error.message) : error;
  }
};

const exportCommand = (open: Open, configOf: () => Config): Command =>
  new Command('export')
    .description('Write a bundle of a college’s log that can be checked without this program, as an auditor.')
    .argument('<log>', 'the origin of the log, such as oka.example/journal, or the id of the college')
    .requiredOption('--out <folder>', 'a new or empty folder')
    .option('--size <events>', 'up to this signed checkpoint; left out, the latest', sizeOf)
    .option('--sealed', 'with the ciphertexts of personal texts')
    .option('--keys [purposes]', `with the keys to some of them (${READABLE.join(',')})`, purposesOf)
    .option('--pages', 'with the pages of the journal as the read models show them')
    .option('--proof <event>', 'with a proof of its own for this event; may be repeated', collected)
    .option('--policy <file>', 'with this policy instead of the published keys')
    .exitOverride()
    .action(exporting(open, configOf));

const verifyCommand = (): Command =>
  new Command('verify')
    .description('Check a bundle; the exit is 0 ok, 1 tampered with, 2 incomplete, 3 wrong usage.')
    .argument('<arguments...>', 'the folder, and --vkey KEY, --policy FILE, --old FILE, --json')
    .allowUnknownOption()
    .passThroughOptions()
    .exitOverride()
    .action(async (args: readonly string[]) => {
      const verifier = spawn(process.execPath, [VERIFIER, ...args], { stdio: 'inherit' });
      process.exitCode = await new Promise<number>((resolve, reject) => {
        verifier.once('error', reject).once('exit', (code) => {
          resolve(code ?? 3);
        });
      });
    });

/** `cli audit export` and `cli audit verify`: what an auditor takes home, and whether it holds. */
export const auditCommand = (open: Open, configOf: () => Config): Command =>
  new Command('audit')
    .description('Take a log home and check it.')
    .enablePositionalOptions()
    .addCommand(exportCommand(open, configOf))
    .addCommand(verifyCommand());
