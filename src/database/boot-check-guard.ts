import { Client, type Pool } from 'pg';
import { EVENT_TRIGGERS } from './ddl-guard.ts';

const FOUND = `SELECT evtname AS name, evtevent AS event, evtfoid::regproc::text AS calls,
    evtenabled = 'A' AND o.rolsuper AS firm
  FROM pg_event_trigger JOIN pg_proc p ON p.oid = evtfoid JOIN pg_roles o ON o.oid = p.proowner WHERE evtname = ANY ($1)`;

interface Found {
  readonly name: string;
  readonly event: string;
  readonly calls: string;
  readonly firm: boolean;
}

/** Whether changes of the schema are noted and drops refused here: only a superuser can arrange that. */
export const isGuarded = async (url: string): Promise<boolean> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(FOUND, [EVENT_TRIGGERS.map(({ name }) => name)]);
    return rowCount === EVENT_TRIGGERS.length;
  } finally {
    await client.end();
  }
};

/** One sentence for each guard of the schema that was switched off or bent. */
export const guardDeviations = async (pool: Pool): Promise<readonly string[]> => {
  const { rows } = await pool.query<Found>(FOUND, [EVENT_TRIGGERS.map(({ name }) => name)]);
  return rows.flatMap(({ name, event, calls, firm }) => {
    const should = EVENT_TRIGGERS.find((one) => one.name === name);
    return firm && should?.event === event && should.calls === calls
      ? []
      : [`The event trigger ${name} is switched off or was changed.`];
  });
};
