import { Client } from 'pg';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let app: Client;

beforeAll(async () => {
  database = await testDatabase();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});

afterAll(async () => {
  await app.end();
  await database.drop();
});

const denied = { code: '42501' };

describe('the application in the database', () => {
  it('makes, fills, swaps and drops the tables of the read models', async () => {
    await app.query('CREATE TABLE read.page_next (mark int)');
    await app.query('INSERT INTO read.page_next VALUES (5)');
    await app.query('ALTER TABLE read.page_next RENAME TO page');
    await expect(app.query('SELECT mark FROM read.page')).resolves.toMatchObject({ rows: [{ mark: 5 }] });
    await app.query('DROP TABLE read.page');
  });

  it.each([
    ['makes a schema of its own', 'CREATE SCHEMA mine'],
    ['makes a table in public', 'CREATE TABLE public.mine ()'],
    ['makes a temporary table', 'CREATE TEMPORARY TABLE mine ()'],
    ['acts as the owner', 'SET ROLE gradeledger_owner'],
    ['makes a role', 'CREATE ROLE mine'],
    ['drops the schema of the read models', 'DROP SCHEMA read CASCADE'],
    ['switches triggers off', 'SET session_replication_role = replica'],
    ['reads the password table', 'SELECT * FROM pg_authid'],
    ['runs a program on the server', `COPY (SELECT 1) TO PROGRAM 'cat'`],
    ['rewrites the list of migrations', 'DELETE FROM gradeledger.migration'],
  ])('never %s', async (_, sql) => {
    await expect(app.query(sql)).rejects.toMatchObject(denied);
  });
});

describe('the owner in the database', () => {
  it('owns every schema and table, so that no login does', async () => {
    const { rows } = await app.query<{ owners: string[] }>(
      `SELECT array_agg(DISTINCT relowner::regrole::text) AS owners
       FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname !~ '^pg_|^information_schema$'`,
    );
    expect(rows).toEqual([{ owners: ['gradeledger_owner'] }]);
  });

  it('cannot log in', async () => {
    const { rows } = await app.query(`SELECT rolcanlogin FROM pg_roles WHERE rolname = 'gradeledger_owner'`);
    expect(rows).toEqual([{ rolcanlogin: false }]);
  });
});
