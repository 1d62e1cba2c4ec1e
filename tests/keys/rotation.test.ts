import { randomUUID } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { kekFileOf, openKeys } from '../../src/keys/open-keys.ts';
import type { Keyring } from '../../src/keys/keyring.ts';
import { forgetKek, knownKeks, rotate } from '../../src/keys/postgres/rotation.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { freshName } from './contract.ts';

const college = randomUUID();
let database: TestDatabase;
let pool: Pool;
let file: string;

beforeEach(async () => {
  database = await testDatabase();
  pool = connections(database.keysUrl).pool(4);
  file = kekFileOf(database);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

const commitments = async (keyring: Keyring, names: readonly string[]) =>
  [...(await keyring.find(college, names))]
    .map(([name, kept]) => [name, kept === 'destroyed' ? kept : kept.commitment])
    .toSorted();

const ids = async () =>
  (await readFile(file, 'utf8'))
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);

describe('a rotation', () => {
  it('wraps every key that is left anew, and each is still the same key; a running server goes on', async () => {
    const running = await openKeys(pool, database);
    const names = Array.from({ length: 2_500 }, () => freshName());
    await running.obtain(college, names);
    await running.destroy(college, names.slice(0, 5));
    const before = await commitments(running, names);
    const [demo] = await ids();

    const progress: number[] = [];
    const { current, retired, rewrapped } = await rotate(pool, file, (done) => progress.push(done));
    expect({ retired, rewrapped }).toEqual({ retired: [demo], rewrapped: 2_495 });
    expect(progress.at(-1)).toBe(2_495);
    expect(await ids()).toEqual([demo, current]);
    expect(current).toMatch(/^kek-/u);

    expect(await commitments(await openKeys(pool, database), names)).toEqual(before);
    const later = freshName();
    await running.obtain(college, [later]);
    const { rows } = await pool.query<{ kek: string }>(
      'SELECT DISTINCT kek FROM keys.dek WHERE kek IS NOT NULL',
    );
    expect(rows).toEqual([{ kek: current }]);
  });

  it('that was cut off goes on under the key it had made', async () => {
    const keyring = await openKeys(pool, database);
    const names = Array.from({ length: 2_000 }, () => freshName());
    await keyring.obtain(college, names);
    await expect(
      rotate(pool, file, () => {
        throw new Error('cut off');
      }),
    ).rejects.toThrow('cut off');
    const cut = await ids();
    const { current, rewrapped } = await rotate(pool, file);
    expect(await ids()).toEqual(cut);
    expect({ current, rewrapped }).toEqual({ current: cut.at(-1), rewrapped: 1_000 });
    expect(await commitments(await openKeys(pool, database), names)).toHaveLength(2_000);
  });
});

describe('a key encryption key', () => {
  it('is destroyed only when it is retired and copies of its time have aged; then a stolen copy opens nothing', async () => {
    const keyring = await openKeys(pool, database);
    const name = freshName();
    await keyring.obtain(college, [name]);
    const [demo = ''] = await ids();
    const stolen = await pool.query<{ wrapped: Buffer }>('SELECT wrapped FROM keys.dek');

    await expect(forgetKek(pool, file, demo)).rejects.toThrow('is in use: rotate first');
    await expect(forgetKek(pool, file, 'kek-none')).rejects.toThrow('There is no key kek-none');
    const { current } = await rotate(pool, file);
    await expect(forgetKek(pool, file, current)).rejects.toThrow('is in use');
    await expect(forgetKek(pool, file, demo)).rejects.toThrow('wait, or say --now');
    await forgetKek(pool, file, demo, true);
    expect(await ids()).toEqual([current]);
    expect(await knownKeks(pool)).toMatchObject([
      { id: demo, keys: 0, forgotten: expect.any(String) as unknown },
      { id: current, keys: 1, retired: null, forgotten: null },
    ]);

    await pool.query('UPDATE keys.dek SET kek = $1, wrapped = $2', [demo, stolen.rows[0]?.wrapped]);
    await expect((await openKeys(pool, database)).find(college, [name])).rejects.toThrow(
      `does not hold the key ${demo}`,
    );
  });

  it('lies in a file that nobody but its owner may read, and is not made anew where it was lost', async () => {
    await (await openKeys(pool, database)).obtain(college, [freshName()]);
    await chmod(file, 0o640);
    await expect(openKeys(pool, database)).rejects.toThrow(`run chmod 600 ${file}`);
    await chmod(file, 0o600);
    await writeFile(file, 'nonsense\n');
    await expect(openKeys(pool, database)).rejects.toThrow('holds something that is no key');
    await writeFile(file, '');
    await expect(openKeys(pool, database)).rejects.toThrow('holds no key');
    const elsewhere = { dataDir: `${database.dataDir}/other` };
    await expect(openKeys(pool, elsewhere)).rejects.toThrow('put it back');
    await expect(openKeys(pool, { ...elsewhere, kekFile: '/nowhere/kek' })).rejects.toThrow('put it back');
  });

  it('that the operator names and that is not there is not made by itself', async () => {
    const named = `${database.dataDir}/named`;
    await expect(openKeys(pool, { ...database, kekFile: named })).rejects.toThrow('keys create');
  });
});
