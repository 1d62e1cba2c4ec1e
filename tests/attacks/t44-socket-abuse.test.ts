import { once } from 'node:events';
import { WebSocket } from 'ws';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T44: WebSockets by the thousand, that never say who they are, come from another site, shout, or never read.
 */
const LIMITS = {
  strangers: 5,
  connectionsOfAccount: 3,
  subscriptionsOfSocket: 4,
  initMs: 1_500,
  messages: 30,
};

let served: ServedHouse;
let college: College;
const open: WebSocket[] = [];

const socket = (headers: Record<string, string> = {}, protocol = 'graphql-transport-ws'): WebSocket => {
  const made = new WebSocket(`${served.origin.replace('http', 'ws')}/graphql`, protocol, { headers });
  made.on('error', () => undefined);
  open.push(made);
  return made;
};
/** With which code it was closed; 1006 where it never opened. */
const closeOf = (made: WebSocket): Promise<number> =>
  new Promise((resolve) => {
    made.once('close', resolve);
  });
const say = (made: WebSocket, message: object): void => {
  made.send(JSON.stringify(message));
};
const messageOf = async (made: WebSocket): Promise<Record<string, unknown>> => {
  const [data] = (await once(made, 'message')) as [Buffer];
  return JSON.parse(data.toString('utf8')) as Record<string, unknown>;
};
const connected = async (person: 'teacher' | 'curator' | 'auditor'): Promise<WebSocket> => {
  const made = socket();
  await once(made, 'open');
  say(made, {
    type: 'connection_init',
    payload: { Authorization: `Bearer ${college.as(person).token ?? ''}` },
  });
  expect(await messageOf(made)).toEqual({ type: 'connection_ack' });
  return made;
};
const trail = (id: string): object => ({
  id,
  type: 'subscribe',
  payload: { query: 'subscription { auditTrailChanged { position } }' },
});

beforeAll(async () => {
  served = await serveHouse({ liveLimits: LIMITS });
  college = await foundCollege(served);
});
afterEach(async () => {
  const closing = open.splice(0).filter(({ readyState }) => readyState !== WebSocket.CLOSED);
  const closed = closing.map(closeOf);
  for (const made of closing) made.terminate();
  await Promise.all(closed);
});
afterAll(() => served.close());

describe('attack T44: a WebSocket', () => {
  it('from another site is refused before it opens, from the own site not', async () => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1'])
      expect(await closeOf(socket({ origin }))).toBe(1006);
    const own = socket({ origin: served.origin });
    await once(own, 'open');
    expect(own.readyState).toBe(WebSocket.OPEN);
  });

  it('that never says who it is is closed with 4408, and more than a few such are not let in', async () => {
    const waiting = Array.from({ length: LIMITS.strangers }, () => socket());
    await Promise.all(waiting.map((made) => once(made, 'open')));
    expect(await closeOf(socket())).toBe(1006);
    expect(await Promise.all(waiting.map(closeOf))).toEqual(waiting.map(() => 4408));
  });

  it('without a session is closed with 4401, whether it names none, a wrong one, or subscribes at once', async () => {
    for (const payload of [{}, { authorization: 'Bearer gl_nobody' }, { authorization: 7 }, null]) {
      const made = socket();
      await once(made, 'open');
      say(made, { type: 'connection_init', ...(payload && { payload }) });
      expect(await closeOf(made)).toBe(4401);
    }
    const hasty = socket();
    await once(hasty, 'open');
    say(hasty, trail('1'));
    expect(await closeOf(hasty)).toBe(4401);
  });

  it('of another protocol, or that sends what is none, is closed', async () => {
    const made = socket();
    await once(made, 'open');
    made.send('hello');
    expect(await closeOf(made)).toBe(4400);
    const large = socket();
    await once(large, 'open');
    large.send('x'.repeat(200_000));
    expect(await closeOf(large)).toBe(1009);
  });

  it('has a limited number of subscriptions, and an account a limited number of sockets', async () => {
    const made = await connected('auditor');
    for (let n = 0; n < LIMITS.subscriptionsOfSocket; n += 1) say(made, trail(String(n)));
    say(made, trail('more'));
    expect(await messageOf(made)).toMatchObject({
      id: 'more',
      type: 'error',
      payload: [{ extensions: { code: 'RATE_LIMITED', limit: LIMITS.subscriptionsOfSocket } }],
    });
    await connected('auditor');
    await connected('auditor');
    const fourth = socket();
    await once(fourth, 'open');
    const payload = { authorization: `Bearer ${college.as('auditor').token ?? ''}` };
    say(fourth, { type: 'connection_init', payload });
    expect(await closeOf(fourth)).toBe(4429);
  });

  it('that shouts is closed with 4429', async () => {
    const made = await connected('teacher');
    for (let n = 0; n <= LIMITS.messages; n += 1) say(made, { type: 'ping' });
    expect(await closeOf(made)).toBe(4429);
  });
});
