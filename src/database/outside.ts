import { Client } from 'pg';
import type { Config } from '../config.ts';
import { StartFault } from '../start-fault.ts';
import { databaseOf, isSameServer, masked, withDatabase, withRole } from './connection-url.ts';
import { ensureDatabase } from './ensure-database.ts';
import { errorCode } from './error-code.ts';
import { migrate } from './migrate.ts';
import { ACTING, OWNER, type Acting } from './roles.ts';

const OLDEST = 16;
const NOT_ALLOWED = '42501';

type RoleUrls = Config['roleUrls'];

/**
 * Checks and migrates the operator's own server; gives the address of the keys' database. Throws `StartFault` when
 * it is out of reach, too old, or refuses.
 */
export async function enterOutside(url: string, roleUrls: RoleUrls): Promise<string> {
  const version = await majorVersion(url);
  if (version < OLDEST) {
    throw new StartFault(
      `The database ${masked(url)} is PostgreSQL ${String(version)}: version ${String(OLDEST)} or later is needed.`,
    );
  }
  const keysUrl = roleUrls.keys ?? withDatabase(url, `${databaseOf(url)}_keys`);
  if (await isLeast(url)) return keysUrl;
  await migrate(url, null).catch(mustOwn(url));
  const adminUrl = isSameServer(url, keysUrl) ? withDatabase(url, databaseOf(keysUrl)) : keysUrl;
  if (isSameServer(url, keysUrl))
    await ensureDatabase(url, databaseOf(keysUrl)).catch(mustHaveKeys(url, keysUrl));
  await migrate(adminUrl, null, 'keys').catch(mustOwn(adminUrl));
  return keysUrl;
}

/** Every role acts through the login of its own address, or of the one address there is. */
export const outsideUrls = (
  url: string,
  keysUrl: string,
  roleUrls: RoleUrls,
): Readonly<Record<Acting | 'owner', string>> => {
  const of = (acting: Acting): string =>
    withRole(acting === 'keys' ? keysUrl : (roleUrls[acting] ?? url), ACTING[acting]);
  return {
    app: of('app'),
    projector: of('projector'),
    reader: of('reader'),
    signer: of('signer'),
    auditor: of('auditor'),
    keys: of('keys'),
    owner: withRole(url, OWNER),
  };
};

/**
 * Whether the login may do its tasks in a database that was migrated before, and no more: what it cannot change it
 * does not try to, and the check before the start says whether the database is of this version.
 */
async function isLeast(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ least: boolean }>(
      `SELECT count(*) FILTER (WHERE rolname <> $1 AND pg_has_role(current_user, oid, 'SET')) = 1
          AND count(*) FILTER (WHERE rolname = $1 AND NOT pg_has_role(current_user, oid, 'SET')) = 1
          AND to_regnamespace('log') IS NOT NULL AS least
         FROM pg_roles WHERE rolname = $1 OR rolname = $2`,
      [OWNER, ACTING.app],
    );
    return rows[0]?.least === true;
  } finally {
    await client.end();
  }
}

const mustOwn =
  (url: string) =>
  (error: unknown): never => {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new StartFault(
      `The user of ${masked(url)} must own the database and either have CREATEROLE or be a member of the roles ${[OWNER, ...Object.values(ACTING)].join(', ')}.`,
      { cause: error },
    );
  };

const mustHaveKeys =
  (url: string, keysUrl: string) =>
  (error: unknown): never => {
    if (errorCode(error) !== NOT_ALLOWED) throw error;
    throw new StartFault(
      `The keys of sealed texts need a database of their own: make ${databaseOf(keysUrl)}, owned by the user of ${masked(url)}, or set KEYS_DATABASE_URL.`,
      { cause: error },
    );
  };

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
