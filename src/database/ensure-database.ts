import { Client, escapeIdentifier } from 'pg';

const ALREADY_THERE = '42P04';
const BEING_MADE = '23505';

/** Makes a database when it is missing; several processes may ask at once. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } catch (error) {
    if (!isCode(error, ALREADY_THERE) && !isCode(error, BEING_MADE)) throw error;
  } finally {
    await admin.end();
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
