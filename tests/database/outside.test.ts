import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { withDatabase, withUser } from '../../src/database/connection-url.ts';
import { openDatabase, type Database } from '../../src/database/database.ts';
import { testServer } from '../support/postgres-server.ts';

const name = `gradeledger_outside_${randomUUID().slice(0, 8)}`;
let admin: Client;
let url: string;

beforeAll(async () => {
  const { adminUrl } = await testServer();
  admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'p-${name}'`);
  await admin.query(`CREATE DATABASE ${name} OWNER ${name}`);
  url = withUser(withDatabase(adminUrl, name), name, `p-${name}`);
});

afterAll(async () => {
  for (const base of [name, `${name}_keys`, `${name}_vault`])
    await admin.query(`DROP DATABASE IF EXISTS ${base} WITH (FORCE)`);
  await admin.query(`DROP ROLE IF EXISTS ${name}_reader`);
  await admin.query(`DROP ROLE ${name}`);
  await admin.end();
});

const open = (databaseUrl: string): Promise<Database> =>
  openDatabase({ dataDir: '/nowhere', databaseUrl }, 'server');

const roles = ['owner', 'app', 'projector', 'reader', 'signer', 'auditor', 'keys'].map(
  (role) => `gradeledger_${role}`,
);

describe('a server of the operator', () => {
  it('is refused in one sentence while its user may not act as the roles', async () => {
    for (const role of roles)
      await admin.query(
        `DO $$ BEGIN CREATE ROLE ${role} NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
      );
    await expect(open(url)).rejects.toThrow(
      `must own the database and either have CREATEROLE or be a member of the roles ${roles.join(', ')}.`,
    );
  });

  it('is refused in one sentence while it has no database for the keys', async () => {
    await admin.query(`GRANT ${roles.join(', ')} TO ${name}`);
    await expect(open(url)).rejects.toThrow(
      new RegExp(
        `^The keys of sealed texts need a database of their own: make ${name}_keys, owned by .*\\.$`,
      ),
    );
  });

  it('is used under the role of each task, never under the user of its address', async () => {
    await admin.query(`ALTER ROLE ${name} CREATEDB`);
    const { keys, ...main } = await open(url);
    const who = 'SELECT current_user AS acting, session_user AS login, current_database() AS base';
    const asked = [main.app, main.projector, main.reader, main.signer, main.auditor, keys, main.owner];
    const found = await Promise.all(
      asked.map(async (one) => (await one.pool(1).query(who)).rows[0] as unknown),
    );
    await main.close();
    expect(found).toEqual(
      [...roles.slice(1), 'gradeledger_owner'].map((acting) => ({
        acting,
        login: name,
        base: acting === 'gradeledger_keys' ? `${name}_keys` : name,
      })),
    );
  });

  it('gives a role the login of its own address', async () => {
    await admin.query(
      `CREATE ROLE ${name}_reader LOGIN NOINHERIT PASSWORD 'r-${name}' IN ROLE gradeledger_reader`,
    );
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${name}_reader`);
    const reader = withUser(url, `${name}_reader`, `r-${name}`);
    const database = await openDatabase(
      { dataDir: '/nowhere', databaseUrl: url, roleUrls: { reader } },
      'server',
    );
    const { rows } = await database.reader.pool(1).query('SELECT current_user AS me, session_user AS login');
    const escape = database.reader.pool(1).query('SET ROLE gradeledger_app');
    await expect(escape).rejects.toMatchObject({ code: '42501' });
    await database.close();
    expect(rows).toEqual([{ me: 'gradeledger_reader', login: `${name}_reader` }]);
  });

  it('keeps the keys where KEYS_DATABASE_URL says', async () => {
    const elsewhere = withDatabase(url, `${name}_vault`);
    const roleUrls = { keys: elsewhere };
    const database = await openDatabase({ dataDir: '/nowhere', databaseUrl: url, roleUrls }, 'server');
    const { rows } = await database.keys.pool(1).query('SELECT current_database() AS base');
    await database.close();
    expect(rows).toEqual([{ base: `${name}_vault` }]);
  });

  it('out of reach is named in one sentence, its password masked', async () => {
    await expect(open('postgres://clerk:hush@127.0.0.1:1/college')).rejects.toMatchObject({
      name: 'StartFault',
      message:
        'The database postgres://clerk:***@127.0.0.1:1/college cannot be used (ECONNREFUSED): check DATABASE_URL and that the server runs.',
    });
  });

  it('that refuses the login is named in one sentence, its password masked', async () => {
    const refused = open(withUser(url, name, 'wrong-one'));
    await expect(refused).rejects.toThrow(/^The database postgres:.*:\*\*\*@.* cannot be used \(28P01\)/);
    await expect(refused).rejects.not.toThrow('wrong-one');
  });
});
