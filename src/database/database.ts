import type { Config } from '../config.ts';
import { withDatabase, withRole, withUser } from './connection-url.ts';
import { enterEmbedded } from './embedded.ts';
import { ensureDatabase } from './ensure-database.ts';
import { migrate } from './migrate.ts';
import type { Occupant } from './occupancy.ts';
import { enterOutside } from './outside.ts';
import { connections, type Connections } from './pools.ts';
import { APP, OWNER } from './roles.ts';

/** The project's database, migrated and open. */
export interface Database {
  /** For the application: it appends, reads, and keeps its read models. */
  readonly app: Connections;
  /** For what changes the schema: migrations and partitions. */
  readonly owner: Connections;
  /** A sentence for the start text, or `null`. */
  readonly notice: string | null;
  /** Ends every pool and, when this process is the last one, stops the server of our own. */
  close(): Promise<void>;
}

const NAME = 'gradeledger';

/**
 * Opens the operator's database, or starts one of our own in the data folder, and migrates it.
 * Only one process at a time opens a data folder as its `server`; a `guest` works beside it. Throws `StartFault`.
 */
export async function openDatabase(
  config: Pick<Config, 'dataDir' | 'databaseUrl'>,
  as: Occupant,
): Promise<Database> {
  return config.databaseUrl === null ? openEmbedded(config.dataDir, as) : openOutside(config.databaseUrl);
}

async function openEmbedded(dataDir: string, as: Occupant): Promise<Database> {
  const server = await enterEmbedded(dataDir, as);
  const url = withDatabase(server.adminUrl, NAME);
  try {
    await ensureDatabase(server.adminUrl, NAME);
    await migrate(url, server.appPassword);
  } catch (error) {
    await server.leave();
    throw error;
  }
  return opened(withRole(url, OWNER), withUser(url, APP, server.appPassword), server.notice, () =>
    server.leave(),
  );
}

async function openOutside(url: string): Promise<Database> {
  await enterOutside(url);
  return opened(withRole(url, OWNER), withRole(url, APP), null, () => Promise.resolve());
}

function opened(
  ownerUrl: string,
  appUrl: string,
  notice: string | null,
  leave: () => Promise<void>,
): Database {
  const owner = connections(ownerUrl);
  const app = connections(appUrl);
  return {
    app,
    owner,
    notice,
    async close() {
      await Promise.all([app.end(), owner.end()]);
      await leave();
    },
  };
}
