import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { Client } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { withDatabase, withRole } from '../../src/database/connection-url.ts';
import { migrate } from '../../src/database/migrate.ts';
import { migrations } from '../../src/database/migrations.ts';
import { ormSettings } from '../../src/database/orm-settings.ts';
import { OWNER, prepareRoles } from '../../src/database/roles.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { appendOne } from '../log/requests.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

const COLLEGE = '5b0f9a0e-0000-4000-8000-000000000001';
const NAME = 'gradeledger_before_leaves';

let database: TestDatabase;
let operatorUrl: string;

beforeAll(async () => {
  database = await testDatabase();
  operatorUrl = withDatabase(database.operatorUrl, NAME);
  await asOperator(database.operatorUrl, `CREATE DATABASE ${NAME}`);
});
afterAll(async () => {
  await asOperator(database.operatorUrl, `DROP DATABASE ${NAME} WITH (FORCE)`);
  await database.drop();
});

async function asOperator<Row extends object>(url: string, ...statements: string[]): Promise<readonly Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  let rows: readonly Row[] = [];
  for (const statement of statements) ({ rows } = await client.query<Row>(statement));
  await client.end();
  return rows;
}

/** Applies the migrations that came before the one that lays the log into leaves. */
const migrateUntilLeaves = async (): Promise<void> => {
  const client = new Client({ connectionString: operatorUrl });
  await client.connect();
  await prepareRoles(client, 'main');
  await client.end();
  const all = migrations.main;
  const orm = await MikroORM.init({
    ...ormSettings(withRole(operatorUrl, OWNER)),
    entities: [],
    extensions: [Migrator],
    migrations: {
      migrationsList: all.slice(
        0,
        all.findIndex(({ name }) => name === '2026-11-22-log-leaves'),
      ),
      tableName: 'gradeledger.migration',
      snapshot: false,
      silent: true,
    },
  });
  await orm.migrator.up();
  await orm.close();
};

const EVENTS = `SELECT college, position, stream, revision, id, command, type, version, sealed, recorded_at::text, body,
  encode(leaf_hash, 'hex') AS leaf FROM log.event ORDER BY position`;

describe('a log that was written before it lay in leaves', () => {
  it('lies in leaves after a migration, byte for byte, and goes on', async () => {
    await migrateUntilLeaves();
    await asOperator(
      operatorUrl,
      `INSERT INTO log.college (no, id, origin, clock) VALUES (7, '${COLLEGE}', 'old.example/journal', 'virtual')`,
      `INSERT INTO log.stream SELECT nextval('log.stream_no'), 7, 'mark-' || n, 2 FROM generate_series(1, 10) n`,
      `INSERT INTO log.event
         SELECT 7, i, (i - 1) % 10 + 1, (i - 1) / 10, gen_random_uuid(), gen_random_uuid(), 'MarkRecorded', 1, 0,
                '2026-11-22T08:00:00.123456Z'::timestamptz + i * interval '1 ms', b.body,
                sha256('\\x00'::bytea || convert_to(b.body, 'UTF8'))
           FROM generate_series(1, 30) i, LATERAL (SELECT '{"text":"пять \\\\ ' || chr(8232) || i || '"}' AS body) b`,
      `INSERT INTO log.command SELECT 7, command, sha256(''), position, position FROM log.event`,
    );
    const before = await asOperator(operatorUrl, EVENTS);
    expect(before).toHaveLength(30);
    await migrate(operatorUrl, null);
    expect(await asOperator(operatorUrl, EVENTS)).toEqual(before);
    expect(
      await asOperator(operatorUrl, `SELECT DISTINCT tableoid::regclass::text AS leaf FROM log.event`),
    ).toEqual([{ leaf: 'log.event_7_1' }]);

    const pool = connections(withRole(operatorUrl, 'gradeledger_app')).pool(10);
    const log = postgresLog({ pool });
    expect(await log.head(COLLEGE)).toBe(30n);
    expect(await log.append(COLLEGE, appendOne('mark-3', 2))).toMatchObject({
      status: 'appended',
      first: 31n,
    });
    expect(await log.readStream(COLLEGE, 'mark-3')).toHaveLength(4);
    await log.close();
    await pool.end();
  });
});
