import { Webhook } from 'standardwebhooks';
import { leafHash } from '../../src/ledger/leaf.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { receive, told, type Received, type Receiver } from '../support/webhook-receiver.ts';
import { issueSecret, opened, webhooksOf, webhookWhen } from '../support/webhooks.ts';

let served: ServedHouse;
let college: College;
let receiver: Receiver;

beforeAll(async () => {
  const webhookPace = { firstWaitMs: 20, longestWaitMs: 400, timeoutMs: 170_000 };
  served = await serveHouse({ webhookPace }, { webhooks: 'loopback' });
  college = await foundCollege(served);
});
beforeEach(async () => {
  receiver = await receive();
});
afterEach(async () => {
  const administrator = college.as('administrator');
  for (const { id } of await webhooksOf(administrator))
    await administrator.do('removeWebhook', { webhookId: id });
  await receiver.close();
});
afterAll(() => served.close());

const admin = () => college.as('administrator');

let days = 0;

/** Something happens: the id and the position of its event. */
const happens = async (): Promise<{ readonly id: string; readonly position: string }> => {
  days += 1;
  const { events, userErrors } = await admin().do('scheduleLesson', {
    journalId: college.journals.physics,
    date: `2026-12-${String(days).padStart(2, '0')}`,
    startsAt: '10:15',
    deliveryForm: 'IN_PERSON',
  });
  const [event] = events;
  if (!event) throw new Error(JSON.stringify(userErrors));
  return event;
};

const isOf =
  ({ id }: { readonly id: string }) =>
  ({ headers }: Received): boolean =>
    headers['webhook-id'] === id;

/** Whether another implementation of Standard Webhooks takes a message for one signed with a secret. */
const isSignedWith = (secret: string, { body, headers }: Received): boolean => {
  try {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    return true;
  } catch {
    return false;
  }
};

describe('a webhook', () => {
  it('sends each event as it comes, in order, signed by Standard Webhooks, with its receipt', async () => {
    const { id, secret } = await opened(admin(), { url: receiver.url });
    await happens();
    await happens();
    const event = await happens();
    const last = await receiver.got(isOf(event));
    const positions = receiver.received.map((message) => Number(told(message).data.position));
    expect(positions).toEqual([...positions].sort((one, other) => one - other));
    expect(new Set(positions).size).toBe(positions.length);
    expect(receiver.received.every((message) => isSignedWith(secret, message))).toBe(true);
    expect(isSignedWith(secret, { ...last, body: last.body.replace('LESSON', 'lesson') })).toBe(false);
    const [stored] = await served.house.log.read(college.id, BigInt(event.position) - 1n, 1);
    expect(told(last)).toMatchObject({
      type: 'LESSON_SCHEDULED',
      data: {
        webhookId: id,
        eventId: event.id,
        position: event.position,
        subjects: { journalId: college.journals.physics },
        receipt: {
          position: event.position,
          leafHash: leafHash(Buffer.from(stored?.body ?? '', 'utf8')).toString('base64'),
        },
      },
    });
    expect(last.headers['content-type']).toBe('application/json');
    const shown = await webhookWhen(admin(), id, ({ lag }) => lag === 0);
    expect(shown).toMatchObject({
      state: 'ACTIVE',
      failures: 0,
      owner: { name: expect.any(String) as string },
    });
    expect(shown.deliveries[0]).toMatchObject({ result: 'DELIVERED', status: 204 });
  });

  it('sends no name, no mark and no text of anybody', async () => {
    await opened(admin(), { url: receiver.url, kinds: ['MARK_RECORDED'] });
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.today };
    await college.as('teacher').do('conductLesson', {
      ...lesson,
      deliveryForm: 'IN_PERSON',
      workTypes: ['TEST'],
      topic: 'Тема урока',
    });
    const {
      events: [event = { id: '' }],
    } = await college.as('teacher').do('recordMark', {
      ...lesson,
      studentId: college.students.petrov,
      workType: 'TEST',
      value: '2',
    });
    const message = await receiver.got(isOf(event));
    expect(receiver.received).toHaveLength(1);
    expect(Object.keys(told(message))).toEqual(['type', 'timestamp', 'data']);
    expect(Object.keys(told(message).data)).toEqual([
      ...['webhookId', 'eventId', 'position', 'occurredOn', 'subjects', 'receipt'],
    ]);
    expect(told(message).data.subjects).toMatchObject({ studentId: college.students.petrov });
    expect(message.body).not.toMatch(/Фамилия|petrov|Тема|"2"/u);
  });

  it('is sent an event again under the same id until the receiver takes it, and the next one only then', async () => {
    let failures = 3;
    receiver.answer(() => ({ status: (failures -= 1) >= 0 ? 500 : 200, body: 'no' }));
    const { id } = await opened(admin(), { url: receiver.url, kinds: ['LESSON_SCHEDULED'] });
    const [first, second] = [await happens(), await happens()];
    await receiver.got(isOf(second));
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([
      ...[first.id, first.id, first.id, first.id],
      second.id,
    ]);
    const { deliveries } = await webhookWhen(admin(), id, ({ lag }) => lag === 0);
    expect(deliveries.map(({ result, status }) => `${result} ${String(status)}`)).toEqual([
      ...['DELIVERED 200', 'DELIVERED 200'],
      ...Array.from({ length: 3 }, () => 'REFUSED_BY_RECEIVER 500'),
    ]);
  });

  it('waits as long as the receiver asks for', async () => {
    receiver.answer(() => ({ status: 503, headers: { 'retry-after': '3600' } }));
    const { id } = await opened(admin(), { url: receiver.url });
    const { nextAttemptAt, failingSince } = await webhookWhen(admin(), id, ({ failures }) => failures > 0);
    const waits = Date.parse(nextAttemptAt ?? '') - Date.parse(failingSince ?? '');
    // An hour was asked for, and the longest wait is 400 ms here.
    expect(waits).toBeGreaterThanOrEqual(400);
  });

  it('goes on where it was when it is resumed, and sends nothing while it is paused', async () => {
    const { id } = await opened(admin(), { url: receiver.url, kinds: ['LESSON_SCHEDULED'] });
    const before = await happens();
    await receiver.got(isOf(before));
    await admin().do('pauseWebhook', { webhookId: id });
    const paused = await webhookWhen(admin(), id, ({ state }) => state === 'PAUSED');
    expect(paused.pauseCause).toBe('ASKED');
    const [third, fourth] = [await happens(), await happens()];
    expect(receiver.received).toHaveLength(1);
    await admin().do('resumeWebhook', { webhookId: id });
    await receiver.got(isOf(fourth));
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
      [before, third, fourth].map((event) => event.id),
    );
  });

  it('sends everything after a position again, under the ids that it had', async () => {
    const { id } = await opened(admin(), { url: receiver.url, kinds: ['LESSON_SCHEDULED'] });
    const [first, second] = [await happens(), await happens()];
    await receiver.got(isOf(second));
    const after = String(BigInt(first.position) - 1n);
    await admin().do('replayWebhook', { webhookId: id, after });
    const next = await happens();
    await receiver.got(isOf(next));
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual(
      [first, second, first, second, next].map((event) => event.id),
    );
    const { errors } = await admin().query(
      `mutation { replayWebhook(commandId: "5b8a7d0e-0000-4000-8000-00000000e0a1", input: { webhookId: "${id}", after: "99999999" }) { accepted } }`,
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('signs with the secret before, too, after a new one was issued, and with the new one alone where that is asked for', async () => {
    const { id, secret: first } = await opened(admin(), { url: receiver.url, kinds: ['LESSON_SCHEDULED'] });
    const { secret: second } = await issueSecret(admin(), id);
    await webhookWhen(admin(), id, ({ formerSecretUntil }) => formerSecretUntil !== null);
    const both = await receiver.got(isOf(await happens()));
    expect([first, second].map((secret) => isSignedWith(secret ?? '', both))).toEqual([true, true]);
    const { secret: third } = await issueSecret(admin(), id, { overlap: false });
    const one = await receiver.got(isOf(await happens()));
    expect([first, second, third].map((secret) => isSignedWith(secret ?? '', one))).toEqual([
      ...[false, false, true],
    ]);
  });

  it('that fails holds up no other, and goes on at another address from what was not taken', async () => {
    receiver.answer(() => ({ status: 500 }));
    const other = await receive();
    const kinds = ['LESSON_SCHEDULED'];
    const failing = await opened(admin(), { url: receiver.url, kinds });
    await opened(admin(), { url: other.url, kinds });
    const [first, second] = [await happens(), await happens()];
    await other.got(isOf(second));
    const shown = await webhookWhen(admin(), failing.id, ({ failures }) => failures > 1);
    expect(shown).toMatchObject({ state: 'ACTIVE', lag: expect.any(Number) as number });
    expect(receiver.received.every(isOf(first))).toBe(true);
    const moved = await receive();
    const { accepted } = await admin().do('changeWebhook', { webhookId: failing.id, url: moved.url, kinds });
    expect(accepted).toBe(true);
    await moved.got(isOf(second));
    expect(moved.received.map(({ headers }) => headers['webhook-id'])).toEqual([first.id, second.id]);
    await other.close();
    await moved.close();
  });

  it('is paused by 410 Gone, and says so', async () => {
    receiver.answer(() => ({ status: 410 }));
    const { id } = await opened(admin(), { url: receiver.url });
    const shown = await webhookWhen(admin(), id, ({ state }) => state === 'PAUSED');
    expect(shown).toMatchObject({ pauseCause: 'RECEIVER_GONE' });
    expect(receiver.received).toHaveLength(1);
  });
});
