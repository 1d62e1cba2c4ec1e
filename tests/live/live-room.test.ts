import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connections, type Connections } from '../../src/database/pools.ts';
import { beginSession } from '../../src/identity/sessions.ts';
import type { Closing } from '../../src/server/live/closing.ts';
import { LIVE_LIMITS } from '../../src/server/live/live-limits.ts';
import { LiveRoom, type Seat } from '../../src/server/live/live-room.ts';
import { testDatabase, type TestDatabase } from '../support/postgres.ts';

let database: TestDatabase;
let [app, operator]: Connections[] = [];
beforeAll(async () => {
  database = await testDatabase();
  [app, operator] = [connections(database.appUrl), connections(database.operatorUrl)];
});
afterAll(async () => {
  await Promise.all([app?.end(), operator?.end()]);
  await database.drop();
});

const now = (): string => new Date().toISOString();

it('T05: whoever connects just while it is looked whose session has ended keeps the connection', async () => {
  const [pool, admin] = [app?.pool(4), await operator?.pool(2).connect()];
  if (!pool || !admin) throw new Error('There is no database.');
  const seated = async () => {
    const account = { college: randomUUID(), account: randomUUID() };
    const { session } = await beginSession(pool, account, 'password', now());
    const closed = Promise.withResolvers<Closing>();
    const closings: Closing[] = [];
    const seat: Seat = {
      session,
      operations: new Set(),
      close(closing) {
        closings.push(closing);
        closed.resolve(closing);
      },
    };
    return { seat, closings, closed: closed.promise };
  };
  const [ending, coming] = [await seated(), await seated()];
  const room = new LiveRoom({ pool, clock: now, limits: LIVE_LIMITS, report: () => undefined });
  room.sit(ending.seat);

  // The look waits for the table, the newcomer sits down meanwhile, and the other's session ends.
  await admin.query('BEGIN');
  await admin.query('LOCK TABLE identity.session IN ACCESS EXCLUSIVE MODE');
  const waiting = `SELECT FROM pg_locks WHERE relation = 'identity.session'::regclass AND NOT granted`;
  while ((await admin.query(waiting)).rowCount === 0) await sleep(20);
  room.sit(coming.seat);
  await admin.query('UPDATE identity.session SET signed_out_at = now() WHERE id = $1', [
    ending.seat.session.id,
  ]);
  await admin.query('COMMIT');
  admin.release();

  expect(await ending.closed).toBe('unauthenticated');
  expect(coming.closings).toEqual([]);
  room.leave(ending.seat);
  room.leave(coming.seat);
  await room.close();
});
