import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { withRole, withUser } from './connection-url.ts';
import { errorCode } from './error-code.ts';
import { guardSchema, isSuperuser, unguardSchema } from './ddl-guard.ts';
import { unreadableLog } from './unreadable-log.ts';
import { migrations, UNSETTLED_VOCABULARY } from './migrations.ts';
import { ormSettings } from './orm-settings.ts';
import {
  letMigratorEnter,
  letRolesLogIn,
  MIGRATOR,
  OWNER,
  prepareRoles,
  type RolePasswords,
  type Room,
} from './roles.ts';

const MIGRATING = 'gradeledger.migrate';

const NOTHING_THERE: readonly unknown[] = ['42P01', '3F000'];

/**
 * Brings a database up to the newest schema, acting as the owner; several processes may ask at once.
 * `adminUrl` is a connection that may create roles and grants in that database; `passwords` let the roles log in
 * as themselves, and are `null` where they act through other logins. The main database comes before that of the keys.
 */
export async function migrate(
  adminUrl: string,
  passwords: RolePasswords | null,
  room: Room = 'main',
): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [MIGRATING]);
    await prepareRoles(admin, room);
    if (passwords !== null) {
      if (room === 'main') await letRolesLogIn(admin, passwords);
      await letMigratorEnter(admin);
    }
    const guards = room === 'main' && (await isSuperuser(admin));
    const isNew = !(await isCurrent(admin, room));
    if (isNew) {
      if (guards) await unguardSchema(admin);
      await migrateAsOwner(ownerUrl(adminUrl, passwords), room);
    }
    if (guards) await guardSchema(admin, isNew);
  } catch (error) {
    if (errorCode(error) === UNSETTLED_VOCABULARY) throw unreadableLog(error);
    throw error;
  } finally {
    await admin.end();
  }
}

/** The address of what acts as the owner: the migrator's in a cluster of our own, else the administrator's. */
export const ownerUrl = (adminUrl: string, passwords: RolePasswords | null): string =>
  withRole(passwords ? withUser(adminUrl, MIGRATOR, passwords.migrator) : adminUrl, OWNER);

/** Whether every migration was applied already, so that nothing has to be loaded to apply none. */
async function isCurrent(admin: Client, room: Room): Promise<boolean> {
  try {
    await admin.query(`SET ROLE ${OWNER}`);
    const { rows } = await admin.query<{ name: string }>('SELECT name FROM gradeledger.migration');
    const applied = new Set(rows.map(({ name }) => name));
    return migrations[room].every(({ name }) => applied.has(name));
  } catch (error) {
    if (!NOTHING_THERE.includes(errorCode(error))) throw error;
    return migrations[room].length === 0;
  } finally {
    await admin.query('RESET ROLE');
  }
}

async function migrateAsOwner(url: string, room: Room): Promise<void> {
  const orm = await MikroORM.init({
    ...ormSettings(url),
    entities: [],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations[room]],
      tableName: 'gradeledger.migration',
      snapshot: false,
      silent: true,
    },
  });
  try {
    await orm.migrator.up();
  } finally {
    await orm.close();
  }
}
