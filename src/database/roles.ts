import { escapeLiteral, type ClientBase } from 'pg';

/** Owns every schema and table but the read models; nobody logs in as it, migrations act under it. */
export const OWNER = 'gradeledger_owner';

/** Appends to the log through its functions, reads it, and keeps sessions; it can not write or change the log otherwise. */
export const APP = 'gradeledger_app';

/** Owns the tables of the read models, and writes them. */
export const PROJECTOR = 'gradeledger_projector';

/** Reads the read models under row-level security, and nothing else. */
export const READER = 'gradeledger_reader';

/** Reads the log and publishes what it signed. */
export const SIGNER = 'gradeledger_signer';

/** Reads the log and what was signed of it. */
const AUDITOR = 'gradeledger_auditor';

/** Keeps the wrapped keys of sealed texts, in their own database; it has nothing in the main one. */
const KEYS = 'gradeledger_keys';

/** Deploys: it acts as the owner by `SET ROLE`. Only in a cluster of our own. */
export const MIGRATOR = 'gradeledger_migrator';

/** Copies the whole cluster. Only in a cluster of our own. */
export const BACKUP = 'gradeledger_backup';

/** The roles that a program of ours connects as, by the name of their connections. */
export const ACTING = {
  app: APP,
  projector: PROJECTOR,
  reader: READER,
  signer: SIGNER,
  auditor: AUDITOR,
  keys: KEYS,
} as const;

/** One of the roles a program connects as. */
export type Acting = keyof typeof ACTING;

/** Every role that logs in to a cluster of our own. */
export const LOGINS = { ...ACTING, migrator: MIGRATOR, backup: BACKUP } as const;

/** One of the roles that log in to a cluster of our own. */
export type Login = keyof typeof LOGINS;

/** A password for every role that logs in to a cluster of our own. */
export type RolePasswords = Readonly<Record<Login, string>>;

/** One of the two databases: what was recorded, and the keys of what is sealed in it. */
export type Room = 'main' | 'keys';

const ENTERING: Readonly<Record<Room, readonly string[]>> = {
  main: [APP, PROJECTOR, READER, SIGNER, AUDITOR],
  keys: [KEYS],
};

const array = (names: readonly string[]): string => `ARRAY[${names.map(escapeLiteral).join(', ')}]`;

const createRoles = (names: readonly string[]): string => `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ${array(names)} LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL; -- another process was faster
      END;
    END IF;
    IF NOT pg_has_role(current_user, name, 'SET') THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
  END LOOP;
END $$`;

const prepareDatabase = (entering: readonly string[]): string => `
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO ${OWNER}', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${entering.join(', ')}', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  ALTER DEFAULT PRIVILEGES FOR ROLE ${OWNER} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
END $$`;

/** Makes the roles and closes a database to everybody but those who enter it; repeating it changes nothing. */
export async function prepareRoles(admin: ClientBase, room: Room): Promise<void> {
  await admin.query(createRoles([OWNER, ...ENTERING[room]]));
  await admin.query(prepareDatabase(ENTERING[room]));
}

const letLogIn = `
DO $$
DECLARE
  login record;
BEGIN
  FOR login IN SELECT * FROM jsonb_each_text(current_setting('gradeledger.passwords')::jsonb) LOOP
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', login.key, login.value);
  END LOOP;
END $$`;

/** Lets every role log in as itself; only in a cluster of our own, where the migrator and the backup are roles too. */
export async function letRolesLogIn(admin: ClientBase, passwords: RolePasswords): Promise<void> {
  const remember = `SELECT set_config('gradeledger.passwords', $1, false)`;
  await admin.query(createRoles(Object.values(LOGINS)));
  await admin.query(`ALTER ROLE ${BACKUP} REPLICATION`);
  await admin.query(`GRANT ${OWNER} TO ${MIGRATOR} WITH INHERIT FALSE, SET TRUE`);
  const byName = Object.entries(LOGINS).map(([login, role]) => [role, passwords[login as Login]]);
  await admin.query(remember, [JSON.stringify(Object.fromEntries(byName))]);
  await admin.query(letLogIn);
  await admin.query(remember, ['']);
}

/** Lets the migrator enter a database of our own. */
export async function letMigratorEnter(admin: ClientBase): Promise<void> {
  await admin.query(`
    DO $$ BEGIN EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${MIGRATOR}', current_database()); END $$`);
}
