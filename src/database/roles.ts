import type { ClientBase } from 'pg';

/** Owns every schema and table; nobody logs in as it, migrations act under it. */
export const OWNER = 'gradeledger_owner';

/** What the application connects as: it owns nothing but read models, and rewrites no history. */
export const APP = 'gradeledger_app';

const createRoles = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['${OWNER}', '${APP}'] LOOP
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

const prepareDatabase = `
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO ${OWNER}', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${APP}', current_database());
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
END $$`;

const setPassword = `
DO $$
BEGIN
  EXECUTE format('ALTER ROLE ${APP} LOGIN PASSWORD %L', current_setting('gradeledger.password'));
END $$`;

/** Makes the roles and closes the database to everybody else; repeating it changes nothing. */
export async function prepareRoles(admin: ClientBase): Promise<void> {
  await admin.query(createRoles);
  await admin.query(prepareDatabase);
}

/** Lets the application log in as itself; only in a cluster of our own. */
export async function letAppLogIn(admin: ClientBase, password: string): Promise<void> {
  const remember = `SELECT set_config('gradeledger.password', $1, false)`;
  await admin.query(remember, [password]);
  await admin.query(setPassword);
  await admin.query(remember, ['']);
}
