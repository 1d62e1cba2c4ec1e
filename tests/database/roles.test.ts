import { Client } from 'pg';
import { ACTING, type Acting } from '../../src/database/roles.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
const clients = new Map<string, Client>();

const as = async (acting: Acting): Promise<Client> => {
  const found = clients.get(acting);
  if (found) return found;
  const client = new Client({ connectionString: database[`${acting}Url`] });
  await client.connect();
  clients.set(acting, client);
  return client;
};

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(async () => {
  for (const client of clients.values()) await client.end();
  await database.drop();
});

const denied = { code: '42501' };

const everyone = Object.keys(ACTING) as Acting[];

describe('the projector in the database', () => {
  it('makes, fills, swaps and drops the tables of the read models', async () => {
    const projector = await as('projector');
    await projector.query('CREATE TABLE read.page_next (mark int)');
    await projector.query('INSERT INTO read.page_next VALUES (5)');
    await projector.query('ALTER TABLE read.page_next RENAME TO page');
    await expect(projector.query('SELECT mark FROM read.page')).resolves.toMatchObject({
      rows: [{ mark: 5 }],
    });
    await expect((await as('reader')).query('SELECT mark FROM read.page')).rejects.toMatchObject(denied);
    await projector.query('DROP TABLE read.page');
  });

  it('knows neither the log nor who signed in', async () => {
    const projector = await as('projector');
    await expect(projector.query('SELECT FROM log.event')).rejects.toMatchObject(denied);
    await expect(projector.query('SELECT FROM identity.session')).rejects.toMatchObject(denied);
  });
});

describe('the reader in the database', () => {
  it.each(['log.event', 'log.sealed', 'identity.session', 'gradeledger.migration'])(
    'never reads %s',
    async (table) => {
      await expect((await as('reader')).query(`SELECT FROM ${table}`)).rejects.toMatchObject(denied);
    },
  );

  it('makes no table beside those it reads', async () => {
    await expect((await as('reader')).query('CREATE TABLE read.mine ()')).rejects.toMatchObject(denied);
  });
});

describe('the application in the database', () => {
  it('has nothing in the read models', async () => {
    await expect((await as('app')).query('CREATE TABLE read.mine ()')).rejects.toMatchObject(denied);
    await expect((await as('app')).query('SELECT FROM read.checkpoint')).rejects.toThrow(/permission denied/);
  });
});

describe.each(everyone)('the role of %s', (acting) => {
  it.each([
    ['makes a schema of its own', 'CREATE SCHEMA mine'],
    ['makes a table in public', 'CREATE TABLE public.mine ()'],
    ['makes a temporary table', 'CREATE TEMPORARY TABLE mine ()'],
    ['acts as the owner', 'SET ROLE gradeledger_owner'],
    ['acts as the migrator', 'SET ROLE gradeledger_migrator'],
    ['makes a role', 'CREATE ROLE mine'],
    ['switches triggers off', 'SET session_replication_role = replica'],
    ['switches durability off for all', `ALTER SYSTEM SET fsync = off`],
    ['reads the password table', 'SELECT * FROM pg_authid'],
    ['runs a program on the server', `COPY (SELECT 1) TO PROGRAM 'cat'`],
  ])('never %s', async (_, sql) => {
    await expect((await as(acting)).query(sql)).rejects.toMatchObject(denied);
  });
});

describe.each(everyone.filter((acting) => acting !== 'keys'))('in the main database, %s', (acting) => {
  it.each([
    ['drops the schema of the read models', 'DROP SCHEMA read CASCADE'],
    ['rewrites the list of migrations', 'DELETE FROM gradeledger.migration'],
    ['rewrites the log', `UPDATE log.event SET body = '{}'`],
    ['writes an event past the append function', 'INSERT INTO log.event SELECT * FROM log.event'],
    ['takes a trigger off the log', 'ALTER TABLE log.event DISABLE TRIGGER ALL'],
  ])('never %s', async (_, sql) => {
    await expect((await as(acting)).query(sql)).rejects.toMatchObject(denied);
  });
});

describe('the owner in the database', () => {
  it('owns every schema and table, so that no login does, but the guard that watches over it', async () => {
    const { rows } = await (
      await as('app')
    ).query<{ owners: string[] }>(
      `SELECT array_agg(DISTINCT relowner::regrole::text) AS owners
       FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
       WHERE nspname !~ '^pg_|^information_schema$|^guard$'`,
    );
    expect(rows).toEqual([{ owners: ['gradeledger_owner'] }]);
  });

  it('cannot log in', async () => {
    const { rows } = await (
      await as('app')
    ).query(`SELECT rolcanlogin FROM pg_roles WHERE rolname = 'gradeledger_owner'`);
    expect(rows).toEqual([{ rolcanlogin: false }]);
  });
});
