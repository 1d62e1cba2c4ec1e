/** One of several processes that write to the same logs: tells each acknowledgement in a line, until it is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { appendEndlessly } from '../faults/appenders.ts';

const { CROWD_URL = '', CROWD_NAME = '', CROWD_COLLEGES = '', CROWD_WRITERS = '1' } = process.env;

const pool = connections(CROWD_URL).pool(3);
const log = postgresLog({ pool });
const appenders = CROWD_COLLEGES.split(',').map((college) =>
  appendEndlessly(log, college, Number(CROWD_WRITERS), `mark-${CROWD_NAME}.`),
);
console.log('writing');

const stopping = new AbortController();
process.once('SIGTERM', () => {
  stopping.abort();
});
const told = appenders.map(() => 0);
const tell = (): void => {
  for (const [i, { acknowledged }] of appenders.entries()) {
    for (const { commandId, first, last } of acknowledged.slice(told[i]))
      console.log(`${commandId} ${String(first)} ${String(last)}`);
    told[i] = acknowledged.length;
  }
};
while (!stopping.signal.aborted) {
  tell();
  await sleep(20);
}
await Promise.all(appenders.map((appender) => appender.stop()));
tell();
await log.close();
await pool.end();
