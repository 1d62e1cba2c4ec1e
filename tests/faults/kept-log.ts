import { Client } from 'pg';
import { withDatabase, withRole } from '../../src/database/connection-url.ts';
import { ensureDatabase } from '../../src/database/ensure-database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { connections } from '../../src/database/pools.ts';
import { APP } from '../../src/database/roles.ts';
import type { SealedLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { college } from '../log/requests.ts';

const DATABASE = 'journal';

/** The address of the journal's database in a cluster. */
export const journalIn = (adminUrl: string): string => withDatabase(adminUrl, DATABASE);

/** A log with one college, in a database of its own. */
export interface KeptLog {
  readonly log: SealedLog;
  readonly college: string;
  close(): Promise<void>;
}

/** Makes the journal's database in a cluster, with everything that was written so far flushed. */
export const makeJournal = async (adminUrl: string): Promise<void> => {
  const url = journalIn(adminUrl);
  await ensureDatabase(adminUrl, DATABASE);
  await migrate(url, null);
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query('CHECKPOINT');
  await admin.end();
};

/** Opens the log in a cluster as the application does. */
export const openJournal = async (adminUrl: string): Promise<KeptLog> => {
  const app = connections(withRole(journalIn(adminUrl), APP));
  const log = postgresLog({ pool: app.pool(4) });
  const tenant = college();
  await log.open(tenant);
  return {
    log,
    college: tenant.id,
    close: async () => {
      await log.close();
      await app.end();
    },
  };
};
