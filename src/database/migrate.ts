import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { withRole } from './connection-url.ts';
import { errorCode } from './error-code.ts';
import { unreadableLog } from './unreadable-log.ts';
import { migrations, UNSETTLED_VOCABULARY } from './migrations.ts';
import { ormSettings } from './orm-settings.ts';
import { letAppLogIn, OWNER, prepareRoles } from './roles.ts';

const MIGRATING = 'gradeledger.migrate';

/**
 * Brings a database up to the newest schema, acting as the owner; several processes may ask at once.
 * `adminUrl` is a connection that may create roles and grants in that database; `appPassword` lets the
 * application's role log in, and is `null` where it acts through the administrator's connection.
 */
export async function migrate(adminUrl: string, appPassword: string | null): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [MIGRATING]);
    await prepareRoles(admin);
    if (appPassword !== null) await letAppLogIn(admin, appPassword);
    await migrateAsOwner(withRole(adminUrl, OWNER));
  } catch (error) {
    if (errorCode(error) === UNSETTLED_VOCABULARY) throw unreadableLog(error);
    throw error;
  } finally {
    await admin.end();
  }
}

async function migrateAsOwner(ownerUrl: string): Promise<void> {
  const orm = await MikroORM.init({
    ...ormSettings(ownerUrl),
    entities: [],
    extensions: [Migrator],
    migrations: {
      migrationsList: [...migrations],
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
