import { Client, escapeIdentifier } from 'pg';
import { errorCode } from './error-code.ts';

/** It is there already, or another process is making it. */
const MADE_BY_ANOTHER: readonly unknown[] = ['42P04', '23505'];

/** Makes a database when it is missing; several processes may ask at once. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const found = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await admin.query(`CREATE DATABASE ${escapeIdentifier(name)}`);
  } catch (error) {
    if (!MADE_BY_ANOTHER.includes(errorCode(error))) throw error;
  } finally {
    await admin.end();
  }
}
