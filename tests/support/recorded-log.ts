import { connections } from '../../src/database/pools.ts';
import type { CollegeLog, SealedLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { append, appendOne, college, event, write } from '../log/requests.ts';
import { testDatabase, type TestDatabase } from './postgres.ts';

/** A log in PostgreSQL in which something was recorded. */
export interface RecordedLog {
  readonly database: TestDatabase;
  readonly log: SealedLog;
  readonly college: CollegeLog;
  /** Records one more event in a stream of its own. */
  record(stream: string): Promise<string>;
  close(): Promise<void>;
}

/** Opens a log for a test file, with three events in it. */
export const recordedLog = async (): Promise<RecordedLog> => {
  const database = await testDatabase();
  const pool = connections(database.appUrl).pool(4);
  const log = postgresLog({ pool });
  const own = college();
  await log.open(own);
  await log.append(own.id, append([write('mark-1', -1, [event(), event('another')])]));
  await log.append(own.id, appendOne('mark-2'));
  return {
    database,
    log,
    college: own,
    record: async (stream) => (await log.append(own.id, appendOne(stream))).status,
    close: async () => {
      await log.close();
      await pool.end();
      await database.drop();
    },
  };
};
