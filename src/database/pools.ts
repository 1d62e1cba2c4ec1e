import { Pool } from 'pg';
import { ormSettings, type OrmSettings } from './orm-settings.ts';
import { rowTypes } from './row-types.ts';

/** What not every pool can do. */
export interface PoolManner {
  /** Queries made on one connection are sent at once and answered in order; such a pool can neither copy nor hold a cursor. */
  readonly isPipelined?: boolean;
  /** Commits do not wait for the disk: for what a crash may take back, because it is worked out anew. */
  readonly isLax?: boolean;
}

/** What goes on in pools. */
export interface PoolCounts {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
}

/** The connections of one role to one database. */
export interface Connections {
  readonly url: string;
  /** A pool of its own for one room: node-postgres with our row types. It is ended with the database. */
  pool(max: number, how?: PoolManner): Pool;
  /** How many connections its pools have, how many of them are idle, and how many queries wait for one. */
  counts(): PoolCounts;
  /** What MikroORM needs to connect: `MikroORM.init({ ...orm, entities })`. */
  readonly orm: OrmSettings;
  /** Ends every pool that was made. */
  end(): Promise<void>;
}

/** Connects nothing yet: a pool connects with its first query. */
export function connections(url: string): Connections {
  const pools = new Set<Pool>();
  return {
    url,
    pool(max, manner) {
      const pool = openPool(url, max, manner);
      pools.add(pool);
      return pool;
    },
    counts() {
      const sum = (count: (pool: Pool) => number): number =>
        [...pools].reduce((total, pool) => total + count(pool), 0);
      return {
        open: sum(({ totalCount }) => totalCount),
        idle: sum(({ idleCount }) => idleCount),
        waiting: sum(({ waitingCount }) => waitingCount),
      };
    },
    orm: ormSettings(url),
    async end() {
      await Promise.all([...pools].filter(({ ending }) => !ending).map((pool) => pool.end()));
    },
  };
}

function openPool(
  connectionString: string,
  max: number,
  { isPipelined = false, isLax = false }: PoolManner = {},
): Pool {
  const pool = new Pool({
    connectionString,
    max,
    types: rowTypes(),
    pipeline: isPipelined,
    connectionTimeoutMillis: 10_000,
    ...(isLax && { options: '-c synchronous_commit=off' }),
  });
  // The query under way rejects by itself and the pool replaces the connection; without listeners,
  // a connection dropped by the server would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
