import { readFileSync } from 'node:fs';
import type { ClientBase } from 'pg';

/** The event triggers of the main database, and the functions they call. */
export const EVENT_TRIGGERS = [
  { name: 'gradeledger_ddl', event: 'ddl_command_end', calls: 'guard.note_ddl' },
  { name: 'gradeledger_drop', event: 'sql_drop', calls: 'guard.refuse_drops' },
] as const;

const NOTE_MISSING = `INSERT INTO guard.ddl_audit (login, acting, command, object, statement)
  VALUES (session_user, current_user, 'CREATE EVENT TRIGGER', $1, 'It was gone at the start, and was made again.')`;

/** Only a superuser may make an event trigger. */
export async function isSuperuser(admin: ClientBase): Promise<boolean> {
  const { rows } = await admin.query<{ is: boolean }>(
    'SELECT rolsuper AS is FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.is === true;
}

/**
 * Has changes of the schema noted in `guard.ddl_audit`, and drops refused, where that is not so yet; no replica's
 * session goes past it. That it was gone is noted too.
 */
export async function guardSchema(admin: ClientBase, isNew: boolean): Promise<void> {
  const { rows } = await admin.query<{ name: string }>('SELECT evtname AS name FROM pg_event_trigger');
  const there = new Set(rows.map(({ name }) => name));
  const missing = EVENT_TRIGGERS.filter(({ name }) => !there.has(name));
  if (missing.length === 0) return;

  await admin.query(readFileSync(new URL('ddl-guard.sql', import.meta.url), 'utf8'));
  for (const { name, event, calls } of missing) {
    await admin.query(`CREATE EVENT TRIGGER ${name} ON ${event} EXECUTE FUNCTION ${calls}()`);
    await admin.query(`ALTER EVENT TRIGGER ${name} ENABLE ALWAYS`);
    if (!isNew) await admin.query(NOTE_MISSING, [name]);
  }
}

/** Takes the guard away for the migrations that follow: they may replace what was made by earlier ones. */
export async function unguardSchema(admin: ClientBase): Promise<void> {
  for (const { name } of EVENT_TRIGGERS) await admin.query(`DROP EVENT TRIGGER IF EXISTS ${name}`);
}
