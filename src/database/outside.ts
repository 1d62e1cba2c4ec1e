import { Client } from 'pg';
import { StartFault } from '../start-fault.ts';
import { masked } from './connection-url.ts';
import { errorCode } from './error-code.ts';
import { migrate } from './migrate.ts';
import { APP, OWNER } from './roles.ts';

const OLDEST = 16;
const NOT_ALLOWED = '42501';

/** Checks and migrates the operator's own server. Throws `StartFault` when it is out of reach, too old, or refuses. */
export async function enterOutside(url: string): Promise<void> {
  const version = await majorVersion(url);
  if (version < OLDEST) {
    throw new StartFault(
      `The database ${masked(url)} is PostgreSQL ${String(version)}: version ${String(OLDEST)} or later is needed.`,
    );
  }
  try {
    await migrate(url, null);
  } catch (error) {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new StartFault(
      `The user of ${masked(url)} must own the database and either have CREATEROLE or be a member of the roles ${OWNER} and ${APP}.`,
      { cause: error },
    );
  }
}

async function majorVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    return rows[0]?.version ?? 0;
  } catch (error) {
    throw new StartFault(
      `The database ${masked(url)} cannot be used (${errorCode(error) ?? 'no answer'}): check DATABASE_URL and that the server runs.`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
