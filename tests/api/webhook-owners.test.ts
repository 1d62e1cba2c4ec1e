import { connections } from '../../src/database/pools.ts';
import { foundCollege, type College } from '../support/college.ts';
import { confirmRoles } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { receive, type Received, type Receiver } from '../support/webhook-receiver.ts';
import { issueSecret, opened, register, WEBHOOKS, webhooksOf, webhookWhen } from '../support/webhooks.ts';

/*
 * Attack T18 by webhooks, and who may do what to whose: a webhook reads under the rights of its owner. When these end,
 * nothing that happened after is sent, and the webhook says why.
 */
let served: ServedHouse;
let college: College;
let receiver: Receiver;

beforeAll(async () => {
  served = await serveHouse({ webhookPace: { timeoutMs: 170_000 } }, { webhooks: 'loopback' });
  college = await foundCollege(served);
  receiver = await receive();
});
afterEach(async () => {
  const administrator = college.as('administrator');
  for (const { id } of await webhooksOf(administrator))
    await administrator.do('removeWebhook', { webhookId: id });
});
afterAll(async () => {
  await served.close();
  await receiver.close();
});

const schedule = async (date: string): Promise<string> => {
  const { events } = await college.as('administrator').do('scheduleLesson', {
    journalId: college.journals.physics,
    date,
    startsAt: '10:15',
    deliveryForm: 'IN_PERSON',
  });
  return events[0]?.id ?? '';
};

const isOf =
  (id: string) =>
  ({ headers }: Received): boolean =>
    headers['webhook-id'] === id;

const appoint = async (): Promise<void> => {
  const grant = { accountId: college.accounts.colleague, role: 'JOURNAL_ADMINISTRATOR' };
  await college.as('administrator').do('grantRole', grant);
  await confirmRoles(college.as('director'));
};

const dismiss = async (): Promise<void> => {
  const { accepted } = await college.as('administrator').do('revokeRole', {
    accountId: college.accounts.colleague,
    role: 'JOURNAL_ADMINISTRATOR',
    reason: 'Приказ',
  });
  expect(accepted).toBe(true);
};

/** Every row of the keys' database, as text. */
const storedKeys = async (): Promise<string> => {
  const database = connections(served.database.keysOwnerUrl);
  const { rows } = await database.pool(1).query<{ row: string }>('SELECT k::text AS row FROM keys.dek k');
  await database.end();
  return rows.map(({ row }) => row).join();
};

describe('the owner of a webhook', () => {
  it('T18: has it no longer than the right to it; nothing that happened after is sent', async () => {
    await appoint();
    const { id } = await opened(college.as('colleague'), { url: receiver.url });
    const before = await schedule('2026-12-01');
    await receiver.got(isOf(before));
    await dismiss();
    const after = await schedule('2026-12-02');
    const shown = await webhookWhen(college.as('administrator'), id, ({ state }) => state === 'PAUSED');
    expect(shown).toMatchObject({ pauseCause: 'RIGHT_ENDED' });
    expect(receiver.received.some(isOf(before))).toBe(true);
    expect(receiver.received.some(isOf(after))).toBe(false);
    const { nodes } = (
      await college
        .as('auditor')
        .read('{ auditTrail(first: 1, filter: { kinds: [WEBHOOK_PAUSED] }) { nodes { actor { id } role } } }')
    )['auditTrail'] as { readonly nodes: readonly object[] };
    expect(nodes).toEqual([{ actor: { id: college.accounts.colleague }, role: 'JOURNAL_ADMINISTRATOR' }]);

    await appoint();
    await college.as('colleague').do('resumeWebhook', { webhookId: id });
    await receiver.got(isOf(after));
    await college.as('colleague').do('removeWebhook', { webhookId: id });
  });

  it('alone opens it further; another administrator may pause it and take it away', async () => {
    const id = await register(college.as('colleague'), { url: receiver.url });
    const other = college.as('administrator');
    const further = { webhookId: id };
    expect(await issueSecret(other, id)).toMatchObject({
      secret: null,
      userErrors: [{ code: 'NOT_THE_OWNER' }],
    });
    for (const [name, input] of [
      ['resumeWebhook', further],
      ['replayWebhook', { ...further, after: '0' }],
      ['changeWebhook', { ...further, url: 'https://receiver.example/' }],
    ] as const)
      expect((await other.do(name, input)).userErrors).toMatchObject([{ code: 'NOT_THE_OWNER' }]);
    for (const name of ['pauseWebhook', 'removeWebhook'])
      expect((await other.do(name, further)).accepted).toBe(true);
    expect((await other.do('pauseWebhook', further)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('is told what is wrong in their own language', async () => {
    const { data } = await college.as('administrator').query(
      `mutation { registerWebhook(commandId: "5b8a7d0e-0000-4000-8000-00000000e0f1", input: { url: "http://receiver.example/" }) {
        userErrors { code message facts { name value } } } }`,
      {},
      'ru',
    );
    expect(data).toMatchObject({
      registerWebhook: {
        userErrors: [
          {
            code: 'ADDRESS_NOT_ALLOWED',
            message: expect.stringContaining('HTTPS') as string,
            facts: [{ name: 'why', value: 'notHttps' }],
          },
        ],
      },
    });
    expect(JSON.stringify(data)).toMatch(/[а-я]/u);
  });
});

describe('a webhook', () => {
  it('tells its secret once, and never again: not in an answer, an event, a log or for the same command', async () => {
    const id = await register(college.as('administrator'), { url: receiver.url });
    const commandId = '5b8a7d0e-0000-4000-8000-00000000e0b1';
    const { secret } = await issueSecret(college.as('administrator'), id, { commandId });
    const bare = (secret ?? '').replace('whsec_', '');
    expect(bare).toMatch(/^[\w+/]{43}=$/u);
    const again = await issueSecret(college.as('administrator'), id, { commandId });
    expect(again).toMatchObject({ secret: null, userErrors: [{ code: 'ALREADY_DONE' }] });
    await receiver.got(isOf(await schedule('2026-12-05')));
    const answer = JSON.stringify(await college.as('administrator').read(WEBHOOKS));
    const bodies = (await served.house.log.read(college.id, 0n, 10_000)).map(({ body }) => body).join();
    const keys = await storedKeys();
    for (const text of [answer, bodies, served.log.join(), keys]) expect(text).not.toContain(bare);
    expect(keys).not.toContain(Buffer.from(bare, 'base64').toString('hex'));
    expect(receiver.received.map(({ body }) => body).join()).not.toContain(bare);
  });

  it('is for who keeps webhooks: others neither open nor stop one, and only who reads the trail sees them', async () => {
    const { id } = await opened(college.as('administrator'), { url: receiver.url });
    const input = `{ url: "https://receiver.example/other" }`;
    const open = `mutation { registerWebhook(commandId: "5b8a7d0e-0000-4000-8000-00000000e0c1", input: ${input}) { accepted } }`;
    const stop = `mutation { pauseWebhook(commandId: "5b8a7d0e-0000-4000-8000-00000000e0c2", input: { webhookId: "${id}" }) { accepted } }`;
    for (const person of [
      'observer',
      'auditor',
      'director',
      'deputy',
      'teacher',
      'curator',
      'mother',
      'ivanova',
    ] as const)
      for (const document of [open, stop]) {
        const { errors } = await college.as(person).query(document);
        expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    expect(await webhooksOf(college.as('auditor'))).toHaveLength(1);
    for (const person of ['director', 'teacher', 'mother'] as const) {
      const { errors } = await college.as(person).query(WEBHOOKS);
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('stands in the trail: who opened which, and who shut it', async () => {
    const { id } = await opened(college.as('administrator'), { url: receiver.url });
    await college.as('administrator').do('pauseWebhook', { webhookId: id });
    const { auditTrail } = await college.as('auditor').read(
      `{ auditTrail(first: 3, filter: { kinds: [WEBHOOK_REGISTERED, WEBHOOK_SECRET_ISSUED, WEBHOOK_PAUSED] }) {
        nodes { kind actor { name } } } }`,
    );
    const { nodes } = auditTrail as { readonly nodes: readonly { readonly kind: string }[] };
    expect(nodes.map(({ kind }) => kind)).toEqual([
      ...['WEBHOOK_PAUSED', 'WEBHOOK_SECRET_ISSUED', 'WEBHOOK_REGISTERED'],
    ]);
  });
});
