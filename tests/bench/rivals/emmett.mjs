import { getPostgreSQLEventStore } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';
import { rival } from './rival.mjs';

rival(async (url) => {
  const pool = new pg.Pool({ connectionString: url, max: 32 });
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  // Its revisions count events: 0 is a stream that is not there.
  return (stream, revision, data) =>
    store.appendToStream(stream, [{ type: 'MarkRecorded', data }], {
      expectedStreamVersion: BigInt(revision + 1),
    });
});
