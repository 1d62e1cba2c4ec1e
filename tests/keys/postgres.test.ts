import { randomUUID } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import type { Keyring } from '../../src/keys/keyring.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { freshName, keyringContract } from './contract.ts';

let database: TestDatabase;
const pools: Pool[] = [];

const make = async (): Promise<Keyring> => {
  const pool = connections(database.keysUrl).pool(2);
  pools.push(pool);
  return openKeys(pool, database);
};

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

keyringContract('postgres', make);

const attempt = async (url: string, statement: string): Promise<string> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
    return 'done';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end();
  }
};

describe('the database of the keys', () => {
  it('holds keys wrapped only: 60 bytes each, under a key that is not in it', async () => {
    const keyring = await make();
    await keyring.obtain(randomUUID(), [freshName()]);
    const client = new Client({ connectionString: database.keysUrl });
    await client.connect();
    const { rows } = await client.query<{ size: number; kek: string }>(
      'SELECT DISTINCT octet_length(wrapped) AS size, kek FROM keys.dek WHERE wrapped IS NOT NULL',
    );
    await client.end();
    expect(rows).toEqual([{ size: 60, kek: expect.stringMatching(/^demo-[0-9a-f]{12}$/u) as unknown }]);
  });

  it('keeps the name of a destroyed key, and gives it back to nobody', async () => {
    const keyring = await make();
    const name = freshName();
    await keyring.destroy(randomUUID(), [name]);
    const again = `UPDATE keys.dek SET destroyed_at = NULL, kek = (SELECT min(id) FROM keys.kek),
      wrapped = decode(repeat('00', 60), 'hex') WHERE name = '${name}'`;
    expect(await attempt(database.keysUrl, again)).toMatch(/does not come back/u);
    expect(await attempt(database.keysOwnerUrl, again)).toMatch(/does not come back/u);
    expect(await attempt(database.keysUrl, 'DELETE FROM keys.dek')).toMatch(/permission denied/u);
    expect(await attempt(database.keysOwnerUrl, 'DELETE FROM keys.dek')).toMatch(/does not come back/u);
  });

  it('is closed to the application, and the log is closed to whoever keeps the keys', async () => {
    const elsewhere = (url: string, other: string): string => {
      const changed = new URL(url);
      changed.pathname = new URL(other).pathname;
      return changed.href;
    };
    for (const url of [
      elsewhere(database.appUrl, database.keysUrl),
      elsewhere(database.keysUrl, database.appUrl),
    ])
      await expect(attempt(url, 'SELECT 1')).rejects.toThrow(/permission denied for database/u);
  });
});
