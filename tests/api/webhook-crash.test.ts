import { once } from 'node:events';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { serversBeside } from '../support/server-apart.ts';
import { receive, type Received, type Receiver } from '../support/webhook-receiver.ts';
import { opened, webhookWhen } from '../support/webhooks.ts';

let served: ServedHouse;
let college: College;
let receiver: Receiver;
let apart: ReturnType<typeof serversBeside>;

beforeAll(async () => {
  served = await serveHouse({}, { webhooks: 'off' });
  apart = serversBeside(served);
  college = await foundCollege(served);
  receiver = await receive();
});
afterAll(async () => {
  apart.stop();
  await served.close();
  await receiver.close();
});

const isOf =
  (id: string) =>
  ({ headers }: Received): boolean =>
    headers['webhook-id'] === id;

const schedule = async (date: string): Promise<string> => {
  const { events } = await college.as('administrator').do('scheduleLesson', {
    journalId: college.journals.physics,
    date,
    startsAt: '10:15',
    deliveryForm: 'IN_PERSON',
  });
  return events[0]?.id ?? '';
};

describe('a server that is killed after a receiver got a message and before it noted so', () => {
  it('is followed by another, which sends it again under the same id, and leaves nothing out', async () => {
    const first = await apart.start();
    const { token } = college.as('administrator');
    const there = new ApiClient(first.origin, token);
    const { id } = await opened(there, { url: receiver.url, kinds: ['LESSON_SCHEDULED'] });
    const before = await schedule('2026-12-01');
    await receiver.got(isOf(before));

    const second = await apart.start();
    receiver.answer(() => 'never');
    const between = await schedule('2026-12-02');
    const then = await schedule('2026-12-03');
    const got = await receiver.got(isOf(between));
    // The one that is under way stays without an answer.
    receiver.answer(() => ({ status: 204 }));
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');

    await receiver.got(isOf(then));
    const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
    expect([...new Set(ids)]).toEqual([before, between, then]);
    const again = receiver.received.filter(isOf(between));
    expect(again.length).toBeGreaterThan(1);
    expect(new Set(again.map(({ body }) => body))).toEqual(new Set([got.body]));
    const shown = await webhookWhen(new ApiClient(second.origin, token), id, ({ lag }) => lag === 0);
    expect(shown.deliveries[0]).toMatchObject({ eventId: then, result: 'DELIVERED' });
    expect(shown.failures).toBe(0);
  });
});
