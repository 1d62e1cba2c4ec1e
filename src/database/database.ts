import type { Config } from '../config.ts';
import { isGuarded } from './boot-check-guard.ts';
import { withDatabase, withUser } from './connection-url.ts';
import { enterEmbedded } from './embedded.ts';
import { ensureDatabase } from './ensure-database.ts';
import { migrate, ownerUrl } from './migrate.ts';
import type { Occupant } from './occupancy.ts';
import { enterOutside, outsideUrls } from './outside.ts';
import { connections, type Connections, type PoolCounts } from './pools.ts';
import { ACTING, type Acting, type RolePasswords } from './roles.ts';

/** The project's database, migrated and open: connections for each role, which connect when they are first used. */
export interface Database extends Readonly<Record<Acting, Connections>> {
  /** For what changes the schema: migrations and partitions. */
  readonly owner: Connections;
  /** A sentence for the start text, or `null`. */
  readonly notice: string | null;
  /** What goes on in the pools of each role. */
  pools(): readonly (PoolCounts & { readonly role: string })[];
  /** Ends every pool and, when this process is the last one, stops the server of our own. */
  close(): Promise<void>;
}

/** What of the configuration says where the database is. */
export type Place = Pick<Config, 'dataDir' | 'databaseUrl'> & Partial<Pick<Config, 'roleUrls'>>;

/** The addresses of one database, by who connects. */
export type Addresses = Readonly<Record<Acting | 'owner', string>>;

const NAME = 'gradeledger';

const UNGUARDED =
  '  Notice     changes of the database’s schema are neither noted nor refused: only a superuser can arrange that.';

/**
 * Opens the operator's database, or starts one of our own in the data folder, and migrates it.
 * Only one process at a time opens a data folder as its `server`; a `guest` works beside it. Throws `StartFault`.
 */
export async function openDatabase(place: Place, as: Occupant): Promise<Database> {
  const { dataDir, databaseUrl, roleUrls = {} } = place;
  if (databaseUrl === null) return openEmbedded(dataDir, as);
  const keysUrl = await enterOutside(databaseUrl, roleUrls);
  const urls = outsideUrls(databaseUrl, keysUrl, roleUrls);
  const notice = (await isGuarded(urls.app)) ? null : UNGUARDED;
  return opened(urls, notice, () => Promise.resolve());
}

async function openEmbedded(dataDir: string, as: Occupant): Promise<Database> {
  const server = await enterEmbedded(dataDir, as);
  const { adminUrl, passwords, notice } = server;
  const leave = (): Promise<void> => server.leave();
  const [url, keysUrl] = [withDatabase(adminUrl, NAME), withDatabase(adminUrl, `${NAME}_keys`)];
  try {
    await ensureDatabase(adminUrl, NAME);
    await migrate(url, passwords);
    await ensureDatabase(adminUrl, `${NAME}_keys`);
    await migrate(keysUrl, passwords, 'keys');
  } catch (error) {
    await leave();
    throw error;
  }
  return opened(ownUrls(url, keysUrl, passwords), notice, leave);
}

/** Every role logs in as itself, to the database that is its own. */
function ownUrls(url: string, keysUrl: string, passwords: RolePasswords): Addresses {
  const of = (login: Acting): string =>
    withUser(login === 'keys' ? keysUrl : url, ACTING[login], passwords[login]);
  return {
    app: of('app'),
    projector: of('projector'),
    reader: of('reader'),
    signer: of('signer'),
    auditor: of('auditor'),
    keys: of('keys'),
    owner: ownerUrl(url, passwords),
  };
}

function opened(urls: Addresses, notice: string | null, leave: () => Promise<void>): Database {
  const made = {
    app: connections(urls.app),
    projector: connections(urls.projector),
    reader: connections(urls.reader),
    signer: connections(urls.signer),
    auditor: connections(urls.auditor),
    keys: connections(urls.keys),
    owner: connections(urls.owner),
  };
  return {
    ...made,
    notice,
    pools: () => Object.entries(made).map(([role, one]) => ({ role, ...one.counts() })),
    async close() {
      await Promise.all(Object.values(made).map((one) => one.end()));
      await leave();
    },
  };
}
