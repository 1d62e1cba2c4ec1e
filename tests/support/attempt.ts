import { Client, type DatabaseError } from 'pg';

/** What came of an attack: `done`, or the SQLSTATE of the refusal. */
export type Outcome = string;

/** Not allowed, as PostgreSQL says it. */
export const DENIED: Outcome = '42501';

/** Refused by the log's own guards. */
export const GUARDED: Outcome = 'GL002';

/** Runs statements on a connection of their own and takes back what they did, whatever came of them. */
export async function attempt(url: string, ...statements: readonly string[]): Promise<Outcome> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    for (const statement of statements) await client.query(statement);
    await client.query('SET CONSTRAINTS ALL IMMEDIATE');
    return 'done';
  } catch (error) {
    return (error as DatabaseError).code ?? String(error);
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}
