import { connections, type Connections } from '../../src/database/pools.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import type { EventLog } from '../../src/log/event-log.ts';
import { eventLog } from '../support/event-log.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';
import { eventsIn, makeSmall, NOW, tellable } from './small-demo.ts';

describe('A demo made in PostgreSQL', () => {
  let database: TestDatabase;
  let app: Connections;
  let log: EventLog;

  beforeAll(async () => {
    database = await testDatabase();
    app = connections(database.appUrl);
    log = eventLog(postgresLog({ pool: app.pool(4) }));
  });

  afterAll(async () => {
    await log.close();
    await app.end();
    await database.drop();
  });

  it('has the same events as one made in memory, and is made once', async () => {
    const { report } = await makeSmall(NOW, log);
    expect(report?.surprises).toEqual([]);
    const events = await eventsIn(log);
    expect(tellable(events)).toEqual(tellable(await eventsIn((await makeSmall()).log)));

    const again = await makeSmall(NOW, log);
    expect(again.report).toBeUndefined();
    expect(await eventsIn(log)).toHaveLength(events.length);
  });
});
