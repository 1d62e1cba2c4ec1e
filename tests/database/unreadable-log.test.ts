import { Client } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { migrate } from '../../src/database/migrate.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { appendOne, college } from '../log/requests.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.drop());

const forgetTheMigration = async (name: string): Promise<void> => {
  const client = new Client({ connectionString: database.operatorUrl });
  await client.connect();
  await client.query('DELETE FROM gradeledger.migration WHERE name = $1', [name]);
  await client.end();
};

const released = ['2026-11-22-vocabulary', '2026-11-22-sealed'];

describe.each(released)('a log that was never released, before %s', (migration) => {
  it('may be migrated as long as it is empty', async () => {
    await forgetTheMigration(migration);
    await expect(migrate(database.operatorUrl, null)).resolves.toBeUndefined();
  });

  it('is left as it is once something stands in it, and the start says so in one sentence', async () => {
    const pool = connections(database.appUrl).pool(10);
    const log = postgresLog({ pool });
    const tenant = college();
    await log.open(tenant);
    await log.append(tenant.id, appendOne('mark-1'));
    await forgetTheMigration(migration);
    await expect(migrate(database.operatorUrl, null)).rejects.toThrow('written by an unreleased version');
    expect(await log.head(tenant.id)).toBe(1n);
    await log.close();
    await pool.end();
  });
});
