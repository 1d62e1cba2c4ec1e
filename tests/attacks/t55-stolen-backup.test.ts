import { randomUUID } from 'node:crypto';
import { connections } from '../../src/database/pools.ts';
import { openKeys } from '../../src/keys/open-keys.ts';
import { decode } from '../../src/log/body.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { TestCollege } from '../support/test-college.ts';
import { college, happened, ivanova } from '../support/world.ts';

/*
 * Attack T55: a thief takes a copy of both databases, the log's and the keys', with every table in them. The key of
 * keys lies in a file outside both, so what he has tells of pseudonymous facts and of nobody's name.
 */
const canary = `ZZCANARY-${randomUUID()}`;

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

/** Every row of every table of a database, as text: what a copy of it holds. */
const copyOf = async (url: string): Promise<string> => {
  const pool = connections(url).pool(1);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  let copy = '';
  for (const { name } of rows) {
    const found = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    copy += `${name}\n${found.rows.map(({ row }) => row).join('\n')}\n`;
  }
  await pool.end();
  return copy;
};

/** All the bytes of a copy that are written in hex, read as text: a name in a bytea would hide there. */
const hidden = (copy: string): string =>
  [...copy.matchAll(/\\x([0-9a-f]+)/gu)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('utf8'))
    .join('\n');

describe('a stolen copy of both databases (attack T55)', () => {
  it('yields no name, neither in the clear nor in bytes; with the key of keys it reads as before', async () => {
    const app = connections(database.appUrl).pool(2);
    const keys = connections(database.keysUrl).pool(2);
    const log: EventLog = openedLog(postgresLog({ pool: app }), await openKeys(keys, database));
    const told = await new TestCollege(log, college).open();
    await told.tell({
      [`student-${ivanova}`]: [
        happened('StudentRegistered', { student: ivanova }, { familyName: canary, givenName: canary }),
      ],
      [`access-${ivanova}`]: [
        happened('AccountOpened', { account: ivanova, holder: 'student' }, { name: canary }),
        happened('ContactsRecorded', { account: ivanova }, { email: `${canary}@example.ru`, phone: canary }),
      ],
    });

    const copy = (await copyOf(database.operatorUrl)) + (await copyOf(database.keysOwnerUrl));
    expect(copy).toContain(ivanova);
    expect(copy).toContain('log.sealed');
    expect(copy).toContain('keys.dek');
    for (const found of [copy, hidden(copy)]) expect(found.toLowerCase()).not.toContain('zzcanary');

    const [event] = await log.readStream(college, `student-${ivanova}`);
    expect(event && decode(event).sealed).toMatchObject({ familyName: canary });

    const thief = openKeys(keys, { dataDir: `${database.dataDir}/thief` });
    await expect(thief).rejects.toThrow('put it back');
    await log.close();
    await Promise.all([app.end(), keys.end()]);
  });
});
