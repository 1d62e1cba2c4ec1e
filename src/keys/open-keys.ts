import { join } from 'node:path';
import type { Pool } from 'pg';
import { StartFault } from '../start-fault.ts';
import { cachedKeyring } from './cached-keyring.ts';
import { makeKekFile, readKeks } from './kek-file.ts';
import { kekSource } from './kek-source.ts';
import type { Keyring } from './keyring.ts';
import { postgresKeyring } from './postgres/postgres-keyring.ts';

/** What of the configuration says where the key encryption keys are. */
export interface KekPlace {
  readonly dataDir: string;
  /** `null` takes the data folder's own, which is made on the first start. */
  readonly kekFile?: string | null;
}

/** The file of key encryption keys. */
export const kekFileOf = ({ dataDir, kekFile = null }: KekPlace): string =>
  kekFile ?? join(dataDir, 'secrets', 'kek');

/**
 * Opens the keyring of a database. The first start of a data folder makes its key encryption key, with a name that
 * begins with `demo-`. Throws `StartFault` where the file is missing and something was wrapped under it, or where the
 * operator named a file that is not there.
 */
export const openKeys = async (pool: Pool, place: KekPlace): Promise<Keyring> => {
  const file = kekFileOf(place);
  if ((await readKeks(file)) === null) {
    const { rowCount } = await pool.query('SELECT FROM keys.kek LIMIT 1');
    if (rowCount)
      throw new StartFault(
        `The file ${file} is missing, and the keys of every personal text are wrapped under it: put it back.`,
      );
    if (place.kekFile)
      throw new StartFault(
        `There is no file ${file}: make it with \`npm run cli -- keys create\`, or leave KEK_FILE out.`,
      );
    await makeKekFile(file, 'demo');
  }
  return cachedKeyring(postgresKeyring(pool, kekSource(file)));
};
