import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, escapeLiteral } from 'pg';
import { withDatabase, withRole, withUser } from '../../src/database/connection-url.ts';
import { migrate } from '../../src/database/migrate.ts';
import {
  ACTING,
  LOGINS,
  OWNER,
  type Acting,
  type RolePasswords,
  type Room,
} from '../../src/database/roles.ts';
import { testRun, testServer, type TestServer } from './postgres-server.ts';

/** A database of a test file's own, with every migration applied, and the one of its keys beside it. */
export interface TestDatabase extends Readonly<Record<`${Acting}Url`, string>> {
  /** As an operator gives it in DATABASE_URL: a superuser, acting as itself. */
  readonly operatorUrl: string;
  /** Connects as a superuser acting as the owner. */
  readonly ownerUrl: string;
  /** The same for the keys' database. */
  readonly keysOwnerUrl: string;
  /** A data folder of its own, for the secrets that lie outside every database. */
  readonly dataDir: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'gradeledger.test-template';

const ROOMS: readonly Room[] = ['main', 'keys'];

const nameIn = (room: Room, name: string): string => (room === 'main' ? name : `${name}_keys`);

const enters = (room: Room, acting: string): boolean => (acting === 'keys') === (room === 'keys');

/** Makes a fresh database for a test file: `const database = await testDatabase()`, and `drop()` it in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `gradeledger_test_${testRun()}_${randomUUID().slice(0, 8)}`;
  const dataDir = await mkdtemp(join(tmpdir(), 'gradeledger-test-'));
  const server = await testServer();
  const { adminUrl } = server;
  await asAdmin(adminUrl, (admin) => makeTemplates(admin, server));
  await Promise.all(
    ROOMS.map((room) => asAdmin(adminUrl, (admin) => copyTemplate(admin, server, room, name))),
  );

  const urls = Object.keys(ACTING).map((acting) => {
    const room = acting === 'keys' ? 'keys' : 'main';
    return [`${acting}Url`, actingUrl(server, withDatabase(adminUrl, nameIn(room, name)), acting as Acting)];
  });
  return {
    ...(Object.fromEntries(urls) as Record<`${Acting}Url`, string>),
    operatorUrl: withDatabase(adminUrl, name),
    ownerUrl: withRole(withDatabase(adminUrl, name), OWNER),
    dataDir,
    keysOwnerUrl: withRole(withDatabase(adminUrl, nameIn('keys', name)), OWNER),
    drop: () =>
      asAdmin(adminUrl, async (admin) => {
        for (const room of ROOMS) await admin.query(`DROP DATABASE ${nameIn(room, name)} WITH (FORCE)`);
        await rm(dataDir, { recursive: true });
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
    for (const acting of Object.keys(ACTING)) await admin.query(`DROP ROLE IF EXISTS ${login(acting)}`);
  });
}

const template = (room: Room): string => nameIn(room, `gradeledger_test_${testRun()}_template`);

const login = (acting: string): string => `gradeledger_test_${testRun()}_${acting}`;

/** One password for every role: they belong to the run alone. */
const passwordsOf = ({ rolePassword }: TestServer): RolePasswords =>
  Object.fromEntries(Object.keys(LOGINS).map((name) => [name, rolePassword])) as RolePasswords;

/** On a server of our own a role logs in as itself; elsewhere a login of this run acts as it, and as nobody else. */
const actingUrl = ({ isOutside, rolePassword }: TestServer, url: string, acting: Acting): string =>
  isOutside
    ? withRole(withUser(url, login(acting), rolePassword), ACTING[acting])
    : withUser(url, ACTING[acting], rolePassword);

async function makeLogins(admin: Client, password: string): Promise<void> {
  for (const [acting, role] of Object.entries(ACTING)) {
    await admin.query(`CREATE ROLE ${login(acting)} LOGIN NOINHERIT PASSWORD ${escapeLiteral(password)}`);
    await admin.query(`GRANT ${role} TO ${login(acting)}`);
  }
}

async function copyTemplate(
  admin: Client,
  { isOutside }: TestServer,
  room: Room,
  name: string,
): Promise<void> {
  const made = nameIn(room, name);
  const entering = Object.entries(ACTING).filter(([acting]) => enters(room, acting));
  const names = entering.map(([acting, role]) => (isOutside ? login(acting) : role));
  await admin.query(`CREATE DATABASE ${made} TEMPLATE ${template(room)} STRATEGY file_copy`);
  await admin.query(`REVOKE ALL ON DATABASE ${made} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT, CREATE ON DATABASE ${made} TO ${OWNER}`);
  await admin.query(`GRANT CONNECT ON DATABASE ${made} TO ${names.join(', ')}`);
}

/** Migrates once in a run; every test file's databases are copies. */
async function makeTemplates(admin: Client, server: TestServer): Promise<void> {
  const { adminUrl, rolePassword, isOutside } = server;
  await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [TEMPLATE]);
  const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [template('keys')]);
  if (found.rowCount) return;

  for (const room of ROOMS) {
    const unfinished = `${template(room)}_new`;
    await admin.query(`DROP DATABASE IF EXISTS ${unfinished} WITH (FORCE)`);
    await admin.query(`CREATE DATABASE ${unfinished}`);
    await migrate(withDatabase(adminUrl, unfinished), isOutside ? null : passwordsOf(server), room);
    await admin.query(`ALTER DATABASE ${unfinished} RENAME TO ${template(room)}`);
  }
  if (isOutside) await makeLogins(admin, rolePassword);
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
