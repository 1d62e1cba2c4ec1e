import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { lookup } from 'node:dns';
import { addressFault } from '../../src/policies/webhook-address.ts';
import { guardedLookup, isAllowedAddress } from '../../src/webhooks/guarded-lookup.ts';
import { openLine } from '../../src/webhooks/sending.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { receive, type Receiver } from '../support/webhook-receiver.ts';
import { opened, webhookWhen } from '../support/webhooks.ts';

/*
 * Attack: server-side request forgery. An administrator, or who stole such a session, gives a webhook an address within the
 * network of the server: its own ports, the metadata of the cloud, the database. The server sends nothing there, whatever
 * way the address is written, and whatever the name leads to at the moment of the connection.
 */
const INTO_THE_NETWORK = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[64:ff9b::a00:1]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'https://192.168.0.1/',
  'https://１２７.0.0.1/',
  'https://①②⑦.0.0.1/',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://db.localhost/',
  'https://postgres/',
  'https://metadata.google.internal/',
  'https://printer.local/',
  'https://1.0.0.127.in-addr.arpa/',
  'https://receiver.example:5432/',
  'https://receiver.example:22/',
  'https://receiver.example:80/',
  'http://receiver.example/',
  'ftp://receiver.example/',
  'file:///etc/passwd',
  'gopher://receiver.example/',
  'javascript:alert(1)',
  'https://receiver.example@127.0.0.1/',
  'https://127.0.0.1@receiver.example/',
  'https://user:password@receiver.example/',
  'https://receiver.example/?token=secret',
  'https://receiver.example/#part',
  'https://receiver.example\\@127.0.0.1/',
  'https://receiver.example/\r\nHost: internal',
  `https://receiver.example/${'a'.repeat(300)}`,
  'https://',
  '',
] as const;

const CLOSED = [
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...[
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.254',
    '192.0.0.8',
    '192.0.2.1',
    '198.18.0.1',
    '198.51.100.1',
  ],
  ...['203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['::', '::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '::ffff:169.254.169.254', '::7f00:1', '::a00:1'],
  ...[
    'fe80::1',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '100::1',
  ],
  ...['2001::1', '2001:db8::1', '2002:7f00:1::', '4000::1', 'no address', ''],
] as const;

/** Resolves any name to these addresses. */
const leadingTo = (...addresses: readonly string[]): typeof lookup =>
  ((_host: string, _options: object, callback: (error: null, found: readonly object[]) => void) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as typeof lookup;

const looked = (resolve: typeof lookup, loopback = false): Promise<unknown> =>
  new Promise((answer) => {
    guardedLookup(loopback, resolve)('receiver.example', {}, (error, address) => {
      answer(error ? error.name : address);
    });
  });

let served: ServedHouse;
let college: College;
let receiver: Receiver;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  receiver = await receive();
});
afterAll(async () => {
  await served.close();
  await receiver.close();
});

describe('an attack by webhooks on the network of the server', () => {
  it.each(INTO_THE_NETWORK)('registers nothing for %j', async (url) => {
    expect(addressFault(url, false)).not.toBeNull();
    const attempt = college.as('administrator').do('registerWebhook', { url });
    const outcome = await attempt.then(
      ({ userErrors }) => userErrors[0]?.code,
      (error: unknown) => (String(error).includes('BAD_USER_INPUT') ? 'BAD_USER_INPUT' : String(error)),
    );
    expect(['ADDRESS_NOT_ALLOWED', 'BAD_USER_INPUT']).toContain(outcome);
  });

  it('takes a name of the open network over HTTPS, in any script', () => {
    for (const url of [
      'https://receiver.example/hook',
      'https://receiver.example:8443/',
      'https://приёмник.рф/',
    ])
      expect(addressFault(url, false)).toBeNull();
  });

  it('takes the machine itself only where the settings say so', () => {
    expect(addressFault('http://127.0.0.1:3000/hook', true)).toBeNull();
    expect(addressFault('http://192.168.0.1/hook', true)).toBe('notHttps');
    expect(addressFault('https://192.168.0.1/hook', true)).toBe('notPublic');
  });

  it.each(CLOSED)('connects to no name that leads to %j', async (address) => {
    expect(isAllowedAddress(address, false)).toBe(false);
    expect(await looked(leadingTo(address))).toBe('RefusedAddress');
  });

  it('refuses a name of which one address is within, so that no second look finds another (DNS rebinding)', async () => {
    expect(await looked(leadingTo('93.184.215.14', '10.0.0.1'))).toBe('RefusedAddress');
    expect(await looked(leadingTo())).toBe('RefusedAddress');
    expect(await looked(leadingTo('93.184.215.14', '2606:2800:21f::1'))).toBe('93.184.215.14');
    expect(await looked(leadingTo('127.0.0.1'), true)).toBe('127.0.0.1');
    expect(await looked(leadingTo('10.0.0.1'), true)).toBe('RefusedAddress');
  });

  it('sends nothing to an address that was registered under other settings, and pauses the webhook', async () => {
    const { projector, house } = served;
    // As a laptop's settings took it, before the log was moved to this server.
    const account = college.accounts.administrator;
    const administrator = Buffer.from(account, 'base64url').toString('latin1').replace('Account:', '');
    const running = await house.college(college.id);
    const webhook = '5b8a7d0e-0000-4000-8000-00000000e0d1';
    const order = (commandId: string) => ({
      commandId,
      actor: { account: administrator, session: 'session', channel: 'graphql' as const },
    });
    const taken = await running.execute(
      {
        type: 'RegisterWebhook',
        data: { webhook, url: receiver.url, kinds: [], after: null, loopback: true },
      },
      order('5b8a7d0e-0000-4000-8000-00000000e0d2'),
    );
    expect(taken.accepted).toBe(true);
    const issued = await running.execute(
      { type: 'IssueWebhookSecret', data: { webhook, overlap: true } },
      order('5b8a7d0e-0000-4000-8000-00000000e0d3'),
    );
    expect(await projector.waitFor('webhooks', college.id, issued.position ?? 0n, 60_000)).toBe(true);
    const id = Buffer.from(`Webhook:${webhook}`, 'latin1').toString('base64url');
    const shown = await webhookWhen(college.as('administrator'), id, ({ state }) => state === 'PAUSED');
    expect(shown).toMatchObject({ pauseCause: 'ADDRESS_REFUSED' });
    expect(receiver.received).toEqual([]);
  });
});

describe('a receiver that means harm', () => {
  let hostile: ServedHouse;
  let elsewhere: Receiver;

  beforeAll(async () => {
    const webhookPace = { firstWaitMs: 20, longestWaitMs: 100, timeoutMs: 170_000, giveUpMs: 200 };
    hostile = await serveHouse({ webhookPace }, { webhooks: 'loopback' });
    elsewhere = await receive();
  });
  afterAll(async () => {
    await hostile.close();
    await elsewhere.close();
  });

  it('sends nobody on: a redirect is not followed, and one that never ends pauses the webhook', async () => {
    const college2 = await foundCollege(hostile);
    const first = await receive();
    first.answer(() => ({ status: 307, headers: { location: elsewhere.url } }));
    const { id } = await opened(college2.as('administrator'), { url: first.url });
    const shown = await webhookWhen(college2.as('administrator'), id, ({ state }) => state === 'PAUSED');
    expect(shown).toMatchObject({ pauseCause: 'RECEIVER_FAILING' });
    expect(shown.deliveries.map(({ result, status }) => `${result} ${String(status)}`)).toContain(
      'REDIRECTED 307',
    );
    expect(elsewhere.received).toEqual([]);
    await first.close();
  });

  it('does not hold the server up with an answer that has no end, and its text is kept nowhere', async () => {
    let written = 0;
    const endless = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (!response.destroyed && response.write('MARK-OF-THE-RECEIVER'.repeat(1_000))) written += 20_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    await new Promise<void>((resolve) => {
      endless.listen(0, '127.0.0.1', () => {
        resolve();
      });
    });
    const { port } = endless.address() as AddressInfo;
    const line = openLine(true, 170_000);
    const attempted = await line.send(`http://127.0.0.1:${String(port)}/`, {}, '{}');
    line.close();
    expect(attempted).toEqual({ result: 'delivered', status: 200, retryAfterMs: null });
    expect(written).toBeLessThan(50_000_000);
    endless.closeAllConnections();
    endless.close();
  });

  it('nor with one that never comes', async () => {
    const silent = await receive();
    silent.answer(() => 'never');
    const line = openLine(true, 200);
    expect(await line.send(silent.url, {}, '{}')).toMatchObject({ result: 'timedOut', status: null });
    line.close();
    await silent.close();
    expect(await openLine(true, 170_000).send(silent.url, {}, '{}')).toMatchObject({ result: 'unreachable' });
  });
});
