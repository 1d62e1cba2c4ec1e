import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { readKeks } from '../../src/keys/kek-file.ts';
import { kekFileOf, openKeys } from '../../src/keys/open-keys.ts';
import { newKeyBytes } from '../../src/keys/data-key.ts';
import { wrap } from '../../src/keys/wrap.ts';
import { decode } from '../../src/log/body.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { TestCollege } from '../support/test-college.ts';
import { college, happened, ivanova } from '../support/world.ts';

/*
 * Attack T52: a ciphertext can be made to open under two keys to two texts, so an operator who holds every secret puts
 * another key into the database of the keys, to show another name behind the same leaf. The log commits to the key.
 */
const name = `${ivanova}/identity/1`;

let database: TestDatabase;
let app: Pool;
let keys: Pool;

beforeAll(async () => {
  database = await testDatabase();
  [app, keys] = [connections(database.appUrl).pool(2), connections(database.keysUrl).pool(2)];
});
afterAll(async () => {
  await Promise.all([app.end(), keys.end()]);
  await database.drop();
});

/** The log as a process that has just started reads it. */
const opened = async (): Promise<EventLog> =>
  openedLog(postgresLog({ pool: app }), await openKeys(keys, database));

describe('a second key for a text (attack T52)', () => {
  it('is refused though it is wrapped as it should be: it is not the key the log committed to', async () => {
    const log = await opened();
    const told = await new TestCollege(log, college).open();
    const registered = happened(
      'StudentRegistered',
      { student: ivanova },
      { familyName: 'Иванова', givenName: 'Анна' },
    );
    await told.tell({ [`student-${ivanova}`]: [registered] });
    const read = async (through: EventLog) =>
      (await through.readStream(college, `student-${ivanova}`)).map((event) => decode(event).sealed);
    expect(await read(await opened())).toEqual([{ familyName: 'Иванова', givenName: 'Анна' }]);

    const [kek] = (await readKeks(kekFileOf(database))) ?? [];
    if (!kek) throw new Error('The test has no key of keys.');
    const forged = wrap(kek, college, name, newKeyBytes());
    await keys.query('UPDATE keys.dek SET wrapped = $1 WHERE name = $2', [forged, name]);
    await expect(read(await opened())).rejects.toThrow(
      `the key ${name} is not the one that the log committed to`,
    );
  });
});
