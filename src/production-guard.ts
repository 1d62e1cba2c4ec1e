import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { mightyLogins } from './database/logins.ts';
import { readKeks } from './keys/kek-file.ts';
import { kekFileOf } from './keys/open-keys.ts';
import { signingKeys } from './ledger/signer/kept-keys.ts';
import { StartFault } from './start-fault.ts';

const NOT_THE_OWNERS = 0o077;

/** A laptop makes its own keys under this name; nobody vouched for the machine. */
const isDemo = (id: string): boolean => id.startsWith('demo-');

const settingFaults = ({
  demo,
  databaseUrl,
  makeSignerKeys,
  isSignerBeside,
  webhooks,
}: Config): readonly string[] => [
  ...(demo ? ['DEMO must be off: demo colleges have no place beside real ones.'] : []),
  ...(databaseUrl === null
    ? ['DATABASE_URL must be set: who runs a database of our own is its superuser.']
    : []),
  ...(webhooks === 'loopback'
    ? ['WEBHOOKS must be on or off: what listens on this machine is not for a webhook to reach.']
    : []),
  ...(isSignerBeside && makeSignerKeys
    ? ['SIGNER_KEYS must be given: a key that made itself is nobody’s.']
    : []),
];

const kekFaults = async (config: Config): Promise<readonly string[]> => {
  const file = kekFileOf(config);
  try {
    const keks = await readKeks(file);
    if (!keks)
      return [`There is no key encryption key in ${file}: make it with \`npm run cli -- keys create\`.`];
    return keks
      .filter(({ id }) => isDemo(id))
      .map(
        ({ id }) =>
          `The key ${id} in ${file} was made for a demo: replace it with \`npm run cli -- keys rotate\`.`,
      );
  } catch (error) {
    if (error instanceof StartFault) return [error.message];
    throw error;
  }
};

const signingFaults = async ({ signerFolder, isSignerBeside }: Config): Promise<readonly string[]> => {
  // A signer that runs as a user of its own keeps its keys where this one cannot look.
  const keys = await signingKeys(signerFolder).catch((error: unknown) => {
    if (isSignerBeside) throw error;
    return [];
  });
  return keys.flatMap((key) => [
    ...(key.isDemo ? [`The signing key ${key.file} was made for a demo: make another.`] : []),
    ...(key.isExposed
      ? [`The file ${key.file} may be read by its owner alone: run chmod 600 ${key.file}.`]
      : []),
  ]);
};

const secretFaults = async ({ dataDir }: Config): Promise<readonly string[]> => {
  if (process.platform === 'win32') return [];
  const folder = join(dataDir, 'secrets');
  const files = (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
  const modes = await Promise.all(files.map(async (file) => ({ file, mode: (await stat(file)).mode })));
  return modes
    .filter(({ mode }) => (mode & NOT_THE_OWNERS) !== 0)
    .map(({ file }) => `The file ${file} may be read by its owner alone: run chmod 600 ${file}.`);
};

/** Throws a `StartFault` with a sentence for each setting, key and file that has no place in production. */
export const demandRealKeys = async (config: Config): Promise<void> => {
  const found = [kekFaults, signingFaults, secretFaults].map((faults) => faults(config));
  refuse([...settingFaults(config), ...(await Promise.all(found)).flat()]);
};

/** Throws a `StartFault` with a sentence for each connection that may more than its task. */
export const demandLeastRights = async (database: Database): Promise<void> => {
  refuse(await mightyLogins(database));
};

const refuse = (faults: readonly string[]): void => {
  const all = [...new Set(faults)];
  if (all.length > 0)
    throw new StartFault(
      ['This is not fit for production, so the server does not start:', ...all].join('\n  '),
    );
};

/** What an operator should know and may decide otherwise. */
export const productionWarnings = async ({ app }: Database): Promise<readonly string[]> => {
  const pool = app.pool(1);
  const { rowCount } = await pool.query(`SELECT FROM ledger.key WHERE kind = 'witness' LIMIT 1`);
  await pool.end();
  return rowCount === 0
    ? ['  Warning    no witness keeps what is signed: who has the signing key could sign another history.']
    : [];
};
