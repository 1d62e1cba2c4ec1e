import { Client, escapeIdentifier } from 'pg';

/** The tables whose triggers keep the log as it is. */
const GUARDED = ['log.event', 'log.command', 'log.sealed', 'log.stream'] as const;

const TRIGGERS = `SELECT tgname AS name, tgrelid::regclass::text AS of FROM pg_trigger
  WHERE NOT tgisinternal AND tgrelid = ANY ($1::regclass[])`;

/**
 * What a database administrator can do and the application cannot: as a superuser, switch the triggers off, change the log,
 * and switch them on again as they were. `values` are the parameters of every statement.
 */
export const forge = async (
  superuserUrl: string,
  statements: readonly string[],
  values: readonly unknown[] = [],
): Promise<void> => {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; of: string }>(TRIGGERS, [[...GUARDED]]);
    await client.query('BEGIN');
    for (const table of GUARDED) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ALL`);
    for (const statement of statements)
      await client.query(statement, statement.includes('$1') ? [...values] : []);
    for (const { name, of } of rows)
      await client.query(`ALTER TABLE ${of} ENABLE ALWAYS TRIGGER ${escapeIdentifier(name)}`);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
};
