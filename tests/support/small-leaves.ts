import { Client } from 'pg';
import type { TestDatabase } from './postgres.ts';

/** Has the logs that are opened from now on hold so few events in a leaf that a test comes past its end. */
export const holdInLeaves = async (
  { ownerUrl }: Pick<TestDatabase, 'ownerUrl'>,
  events: number,
): Promise<void> => {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`ALTER TABLE log.college ALTER COLUMN leaf SET DEFAULT ${String(events)}`);
  await client.end();
};
