import { Client } from 'pg';

/** `server` is the one process that serves a data folder; a `guest` works beside it or alone. */
export type Occupant = 'server' | 'guest';

/** This process's claim on a running cluster, held by the session locks of one connection. */
export interface Occupancy {
  /** Gives the claim up; true when nobody else is left, and then nobody enters until `end`. */
  leave(): Promise<boolean>;
  end(): Promise<void>;
}

const OCCUPIED = 'gradeledger.occupied';
const SERVED = 'gradeledger.served';

/** Claims a cluster for this process; `served` when another process is its server. Rejects while it is being stopped. */
export async function occupy(adminUrl: string, as: Occupant): Promise<Occupancy | 'served'> {
  const session = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 10_000 });
  // A lost session shows in the next query; without a listener it would end the process.
  session.on('error', () => undefined);
  await session.connect();

  const asks = async (lock: string, name: string): Promise<boolean> => {
    const { rows } = await session.query<{ granted: boolean }>(
      `SELECT ${lock}(hashtextextended($1, 0)) AS granted`,
      [name],
    );
    return rows[0]?.granted === true;
  };

  if (!(await asks('pg_try_advisory_lock_shared', OCCUPIED))) {
    await session.end();
    throw new Error('The cluster is being stopped.');
  }
  if (as === 'server' && !(await asks('pg_try_advisory_lock', SERVED))) {
    await session.end();
    return 'served';
  }
  return {
    async leave() {
      await asks('pg_advisory_unlock_shared', OCCUPIED);
      return asks('pg_try_advisory_lock', OCCUPIED);
    },
    end: () => session.end(),
  };
}
