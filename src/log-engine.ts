import type { Pool } from 'pg';
import type { Config } from './config.ts';
import { LogFault, type SealedLog } from './log/event-log.ts';
import { postgresLog } from './log/postgres/postgres-log.ts';
import { StartFault } from './start-fault.ts';

/** What of the configuration says where the log lies. */
export type LogPlace = Partial<Pick<Config, 'logUrl'>>;

/** Whether the database holds the index of a log that lies elsewhere. */
const ELSEWHERE = 'SELECT FROM log.source LIMIT 1';

/** KurrentDB's client is large: it is loaded where it is needed. */
const openKurrentdb = async (url: string, pool: Pool): Promise<SealedLog> => {
  const { demandKurrentdb, kurrentdbLog } = await import('./log/kurrentdb/kurrentdb-log.ts');
  const log = kurrentdbLog({ url, pool });
  try {
    await demandKurrentdb(url);
    await log.colleges();
    return log;
  } catch (error) {
    await log.close();
    if (!(error instanceof LogFault)) throw error;
    throw new StartFault(`The log at LOG_URL cannot be used: ${error.message}.`, { cause: error });
  }
};

/**
 * The engine of the log that LOG_URL names, the database's own where it names none; `pool` connects as the application's
 * role. Throws `StartFault` where the other one holds the log, or it cannot do what the log needs.
 */
export const openLog = async ({ logUrl = null }: LogPlace, pool: Pool): Promise<SealedLog> => {
  if (logUrl !== null) return openKurrentdb(logUrl, pool);
  const { rowCount } = await pool.query(ELSEWHERE);
  if (rowCount)
    throw new StartFault(
      'The log of this database lies in KurrentDB, and only its index is here: set LOG_URL to where it lies.',
    );
  return postgresLog({ pool });
};
