import { randomUUID } from 'node:crypto';
import { Client, escapeLiteral } from 'pg';
import { withDatabase, withRole, withUser } from '../../src/database/connection-url.ts';
import { migrate } from '../../src/database/migrate.ts';
import { APP, OWNER } from '../../src/database/roles.ts';
import { testRun, testServer, type TestServer } from './postgres-server.ts';

/** A database of a test file's own, with every migration applied. */
export interface TestDatabase {
  /** As an operator gives it in DATABASE_URL: a superuser, acting as itself. */
  readonly operatorUrl: string;
  /** Connects as a superuser acting as the owner. */
  readonly ownerUrl: string;
  /** Connects as the application does. */
  readonly appUrl: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'gradeledger.test-template';

/** Makes a fresh database for a test file: `const database = await testDatabase()`, and `drop()` it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `gradeledger_test_${testRun()}_${randomUUID().slice(0, 8)}`;
  const server = await testServer();
  const { adminUrl } = server;
  await asAdmin(adminUrl, async (admin) => {
    await makeTemplate(admin, server);
    await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template()}`);
    await admin.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await admin.query(`GRANT CONNECT, CREATE ON DATABASE ${name} TO ${OWNER}`);
    await admin.query(`GRANT CONNECT ON DATABASE ${name} TO ${server.isOutside ? login() : APP}`);
  });
  const url = withDatabase(adminUrl, name);
  return {
    operatorUrl: url,
    ownerUrl: withRole(url, OWNER),
    appUrl: appUrl(server, url),
    drop: () =>
      asAdmin(adminUrl, async (admin) => {
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      }),
  };
}

/** Drops what the run left on a server that outlives it. */
export async function dropRunDatabases(): Promise<void> {
  const adminUrl = process.env['TEST_DATABASE_URL'];
  if (!adminUrl) return;
  await asAdmin(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [`gradeledger_test_${testRun()}_`],
    );
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`);
    await admin.query(`DROP ROLE IF EXISTS ${login()}`);
  });
}

const template = (): string => `gradeledger_test_${testRun()}_template`;

const login = (): string => `gradeledger_test_${testRun()}_login`;

/** On a server of our own the application logs in as itself; elsewhere a login of this run acts as it, and as nobody else. */
const appUrl = ({ isOutside, appPassword }: TestServer, url: string): string =>
  isOutside ? withRole(withUser(url, login(), appPassword), APP) : withUser(url, APP, appPassword);

async function makeLogin(admin: Client, password: string): Promise<void> {
  await admin.query(`CREATE ROLE ${login()} LOGIN NOINHERIT PASSWORD ${escapeLiteral(password)}`);
  await admin.query(`GRANT ${APP} TO ${login()}`);
}

/** Migrates once in a run; every test file's database is a copy. */
async function makeTemplate(admin: Client, server: TestServer): Promise<void> {
  const { adminUrl, appPassword, isOutside } = server;
  await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [TEMPLATE]);
  const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template()]);
  if (found.rowCount) return;

  const unfinished = `${template()}_new`;
  await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${unfinished}`);
  await migrate(withDatabase(adminUrl, unfinished), isOutside ? null : appPassword);
  if (isOutside) await makeLogin(admin, appPassword);
  await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template()}`);
}

async function asAdmin(adminUrl: string, act: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await act(admin);
  } finally {
    await admin.end();
  }
}
