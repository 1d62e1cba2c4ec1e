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
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await admin.query(`DROP ROLE ${name}`);
  await admin.end();
});

const open = (databaseUrl: string): Promise<Database> =>
  openDatabase({ dataDir: '/nowhere', databaseUrl }, 'server');

describe('a server of the operator', () => {
  it('is refused in one sentence while its user may not act as the two roles', async () => {
    await admin.query(
      `DO $$ BEGIN CREATE ROLE gradeledger_owner NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await expect(open(url)).rejects.toThrow(
      `must own the database and either have CREATEROLE or be a member of the roles gradeledger_owner and gradeledger_app.`,
    );
  });

  it('is used under the two roles, never under the user of its address', async () => {
    await admin.query(
      `DO $$ BEGIN CREATE ROLE gradeledger_app NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
    );
    await admin.query(`GRANT gradeledger_owner, gradeledger_app TO ${name}`);
    const database = await open(url);
    const who = 'SELECT current_user AS acting, session_user AS login';
    const [app, owner] = await Promise.all([
      database.app.pool(1).query(who),
      database.owner.pool(1).query(who),
    ]);
    await database.close();
    expect(app.rows).toEqual([{ acting: 'gradeledger_app', login: name }]);
    expect(owner.rows).toEqual([{ acting: 'gradeledger_owner', login: name }]);
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
