import { Client, types } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { testDatabase } from '../support/postgres.ts';
import { testServer } from '../support/postgres-server.ts';

describe('a pool of the application', () => {
  it('reads big numbers exactly, days as text and instants as dates', async () => {
    const database = await testDatabase();
    const app = connections(database.appUrl);
    const { rows } = await app.pool(1).query(`
      SELECT 9007199254740993::int8 AS position, ARRAY[1::int8, NULL] AS positions,
             DATE '2026-11-22' AS day, ARRAY[DATE '2026-11-22'] AS days, 4.50::numeric AS average,
             TIMESTAMPTZ '2026-11-22T08:15:30Z' AS at`);
    await app.end();
    await database.drop();
    expect(rows).toEqual([
      {
        position: 9007199254740993n,
        positions: [1n, null],
        day: '2026-11-22',
        days: ['2026-11-22'],
        average: '4.50',
        at: new Date('2026-11-22T08:15:30Z'),
      },
    ]);
  });

  it('leaves the types of every other pool in the process alone', () => {
    connections('postgres://nobody@127.0.0.1:1/none').pool(1);
    expect((types.getTypeParser(types.builtins.INT8) as (text: string) => unknown)('1')).toBe('1');
  });

  it('survives that the server drops its connections', async () => {
    const database = await testDatabase();
    const app = connections(database.appUrl);
    const pool = app.pool(2);
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    await terminate(rows[0]?.pid ?? 0);
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    await expect(pool.query('SELECT 1 AS one')).resolves.toMatchObject({ rows: [{ one: 1 }] });
    await app.end();
    await database.drop();
  });
});

async function terminate(pid: number): Promise<void> {
  const { adminUrl } = await testServer();
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query('SELECT pg_terminate_backend($1, 1000)', [pid]);
  await admin.end();
}
