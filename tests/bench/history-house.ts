import { randomUUID } from 'node:crypto';
import { connections, type Connections } from '../../src/database/pools.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { eventLog } from '../support/event-log.ts';
import { durableServer } from './durable-server.ts';

/** A durable server with a log, whose keys are this process's. */
export interface HistoryHouse {
  readonly log: EventLog;
  readonly app: Connections;
  /** For the projector, and for whoever reads what it wrote. */
  readonly projector: Connections;
  readonly reader: Connections;
  /** Opens a college of its own. */
  open(): Promise<{ readonly college: string; readonly origin: string }>;
  stop(): Promise<void>;
}

/** Starts one. */
export async function historyHouse(): Promise<HistoryHouse> {
  const server = await durableServer();
  const [app, projector, reader] = [server.appUrl, server.projectorUrl, server.readerUrl].map(
    connections,
  ) as [Connections, Connections, Connections];
  const log = eventLog(postgresLog({ pool: app.pool(8) }));
  let colleges = 0;
  return {
    log,
    app,
    projector,
    reader,
    async open() {
      const place = { college: randomUUID(), origin: `bench${String((colleges += 1))}.example/journal` };
      await log.open({ id: place.college, origin: place.origin, clock: 'virtual' });
      return place;
    },
    async stop() {
      await log.close();
      await Promise.all([app, projector, reader].map((one) => one.end()));
      await server.stop();
    },
  };
}

/** How many events per second an act gets through. */
export async function rate(act: () => Promise<number>): Promise<number> {
  const started = performance.now();
  const events = await act();
  return (events * 1_000) / (performance.now() - started);
}

/** Reads a whole log in pages and throws it away. */
export async function readAll(log: EventLog, college: string, page: number): Promise<number> {
  let read = 0;
  for (;;) {
    const { length } = await log.read(college, BigInt(read), page);
    if (length === 0) return read;
    read += length;
  }
}
