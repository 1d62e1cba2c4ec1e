import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type QueryConfig, type QueryResultRow } from 'pg';
import { rowTypes } from '../../database/row-types.ts';
import { asking, DatabaseAway, type Queryable } from './signer-database.ts';

/** The one connection that holds the signer's lock: what is published goes through it, so a signer that lost the lock publishes nothing. */
export interface Session {
  readonly db: Queryable;
  readonly signal: AbortSignal;
  /** Tries for the lock; it is held until the session ends. */
  lock(): Promise<boolean>;
  /** Has the database tell of appends, or not: to be woken by each of many costs more than to look now and then. */
  hear(isWanted: boolean): Promise<void>;
  /** Resolves when something was appended and is heard of, after a time at the latest. */
  wait(leastMs: number, mostMs: number): Promise<void>;
  end(): Promise<void>;
}

const LOCK = 'gradeledger.signer';

/** Several logs share the connection: each asks when the one before was answered. */
const inTurn = (client: Client): Queryable => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    query: <Row extends QueryResultRow>(query: QueryConfig) => {
      const answer = last.then(() => client.query<Row>(query));
      last = answer.catch(() => undefined);
      return answer;
    },
  };
};

/** Connects as the signer and listens for appends. Rejects when the database is out of reach. */
export const openSession = async (databaseUrl: string, closing: AbortSignal): Promise<Session> => {
  const client = new Client({
    connectionString: databaseUrl,
    types: rowTypes(),
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    application_name: 'gradeledger signer',
  });
  const lost = new AbortController();
  const lose = (): void => {
    lost.abort();
  };
  client.on('error', lose);
  client.on('end', lose);
  let appended = Promise.withResolvers<undefined>();
  client.on('notification', () => {
    appended.resolve(undefined);
  });
  const signal = AbortSignal.any([closing, lost.signal]);
  const db = asking(inTurn(client));
  const end = async (): Promise<void> => {
    await client.end().catch(() => undefined);
  };
  try {
    await client.connect();
  } catch (error) {
    await end();
    throw new DatabaseAway(Error.isError(error) ? error.message : 'no connection', { cause: error });
  }
  let isHearing = false;
  const pause = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal }).catch(() => undefined);
  return {
    db,
    signal,
    end,
    async lock() {
      const text = `SELECT pg_try_advisory_lock(hashtextextended('${LOCK}', 0)) AS granted`;
      return (await db.query<{ granted: boolean }>({ text })).rows[0]?.granted === true;
    },
    async hear(isWanted) {
      if (isWanted === isHearing) return;
      await db.query({ text: `${isWanted ? 'LISTEN' : 'UNLISTEN'} gradeledger_log` });
      isHearing = isWanted;
    },
    async wait(leastMs, mostMs) {
      await pause(leastMs);
      await Promise.race([appended.promise, pause(mostMs - leastMs)]);
      appended = Promise.withResolvers();
    },
  };
};
