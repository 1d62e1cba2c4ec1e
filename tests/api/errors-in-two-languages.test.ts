import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Answer } from '../support/api.ts';
import { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { signedInAgo } from '../support/signing-in.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* What the real server says no with, in the language of who asked: over HTTP, in streams, and as it closes a socket. */
const TRAIL = 'subscription { auditTrailChanged { position } }';
const LIMITS = { subscriptionsOfSocket: 1, connectionsOfAccount: 2 };

let served: ServedHouse;
let college: College;
const open: WebSocket[] = [];
beforeAll(async () => {
  served = await serveHouse({ liveLimits: LIMITS });
  college = await foundCollege(served);
});
afterEach(() => {
  for (const made of open.splice(0)) made.terminate();
});
afterAll(() => served.close());

const toldBy = ({ errors }: Answer) => {
  const { message = '', extensions = {} } = errors?.[0] ?? {};
  return { message, ...extensions };
};

/** The same question in both languages. */
const both = async (
  client: ApiClient,
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
) => ({
  en: toldBy(await client.query(document, variables, 'en')),
  ru: toldBy(await client.query(document, variables, 'ru')),
});

const socket = async (language: string): Promise<WebSocket> => {
  const made = new WebSocket(`${served.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { 'accept-language': language },
  });
  open.push(made);
  await once(made, 'open');
  return made;
};
const say = (made: WebSocket, message: object): void => {
  made.send(JSON.stringify(message));
};
const closeOf = async (made: WebSocket): Promise<readonly [number, string]> => {
  const [code, reason] = (await once(made, 'close')) as [number, Buffer];
  return [code, reason.toString('utf8')];
};

describe('a malformed value', () => {
  it('is named with its variable in English, behind a sentence in Russian', async () => {
    const document = 'query ($date: LocalDate!) { regulation(at: $date) { __typename } }';
    const { en, ru } = await both(college.as('teacher'), document, { date: '2026-13-01' });
    const told = { code: 'BAD_USER_INPUT', problem: 'NO_SUCH_DAY', given: '2026-13-01' };
    expect(en).toMatchObject({
      ...told,
      message: expect.stringMatching(/"\$date".*There is no day 2026-13-01/u) as string,
    });
    expect(ru).toMatchObject({
      ...told,
      message: expect.stringMatching(/^Дня 2026-13-01 не существует\. \(Variable "\$date"/u) as string,
    });
  });

  it('is told with the bounds that it lies beyond', async () => {
    const { en, ru } = await both(college.as('auditor'), '{ auditTrail(first: 101) { nodes { position } } }');
    const told = { problem: 'OUT_OF_BOUNDS', field: 'first', least: 1, most: 100 };
    expect(en).toMatchObject({ ...told, message: '`first` is a number from 1 to 100.' });
    expect(ru).toMatchObject({ ...told, message: '`first` — число от 1 до 100.' });
  });
});

describe('a grave command', () => {
  it('asks for a proof in the language of the request, with the ways there are', async () => {
    const auditor = await signedInAgo(served, college, 'auditor', 60);
    const document =
      'mutation ($id: UUID!) { exportAuditTrail(commandId: $id, input: { format: CSV }) { accepted } }';
    const { en, ru } = await both(auditor, document, { id: randomUUID() });
    const told = {
      code: 'STEP_UP_REQUIRED',
      problem: 'STEP_UP_REQUIRED',
      maxAgeSeconds: 900,
      ways: ['CODE'],
    };
    expect(en).toMatchObject({ ...told, message: expect.stringMatching(/^Prove first/u) as string });
    expect(ru).toMatchObject({ ...told, message: expect.stringMatching(/^Сначала подтвердите/u) as string });
  });
});

describe('who comes in', () => {
  const signIn = 'mutation ($code: String!) { signIn(code: $code) { token } }';

  it('is told the same of a code that is none in either language, and how long to wait after too many', async () => {
    const { en, ru } = await both(new ApiClient(served.origin), signIn, { code: 'none' });
    expect([en, ru]).toMatchObject([
      { code: 'UNAUTHENTICATED', problem: 'CODE_REFUSED', message: 'The code is unknown, used or expired.' },
      {
        code: 'UNAUTHENTICATED',
        problem: 'CODE_REFUSED',
        message: 'Код неизвестен, уже использован или просрочен.',
      },
    ]);
    let last = ru;
    while (last.message.startsWith('Код'))
      last = toldBy(await new ApiClient(served.origin).query(signIn, { code: 'none' }, 'ru'));
    expect(last).toMatchObject({
      code: 'RATE_LIMITED',
      problem: 'TOO_MANY_ATTEMPTS',
      retryAfter: expect.any(Number) as number,
      message: expect.stringMatching(/^Слишком много попыток: подождите \d+ с\.$/u) as string,
    });
  });
});

describe('a subscription', () => {
  it('beyond the limit of its connection is refused in the language of the connection', async () => {
    for (const [language, words] of [
      ['ru', 'В соединении открыто слишком много подписок: допустимо не больше 1.'],
      ['en', 'Too many subscriptions of the connection are open: at most 1.'],
    ] as const) {
      const made = await socket(language);
      const token = college.as('auditor').token ?? '';
      say(made, { type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      await once(made, 'message');
      for (const id of ['1', '2']) say(made, { id, type: 'subscribe', payload: { query: TRAIL } });
      const [data] = (await once(made, 'message')) as [Buffer];
      expect(JSON.parse(data.toString('utf8'))).toMatchObject({
        id: '2',
        payload: [
          {
            message: words,
            extensions: { code: 'RATE_LIMITED', problem: 'TOO_MANY_SUBSCRIPTIONS_OF_CONNECTION', limit: 1 },
          },
        ],
      });
      const closed = once(made, 'close');
      made.close();
      await closed;
    }
  });

  it('without a session closes the socket with a reason in the language of the browser', async () => {
    for (const [language, words] of [
      ['ru-RU,ru;q=0.9', 'Войдите: сеанса нет, или он завершён.'],
      ['en-GB', 'Sign in: there is no session, or it has ended.'],
    ] as const) {
      const made = await socket(language);
      const closed = closeOf(made);
      say(made, { type: 'connection_init' });
      expect(await closed).toEqual([4401, words]);
    }
  });

  it.each([
    ['ru', 'Сначала войдите в систему.'],
    ['en', 'Sign in first.'],
  ])('as a stream is refused in the language of the request: %s', async (language, message) => {
    const response = await fetch(`${served.origin}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        'accept-language': language,
      },
      body: JSON.stringify({ query: TRAIL }),
    });
    expect([response.status, await response.json()]).toMatchObject([
      401,
      { errors: [{ message, extensions: { code: 'UNAUTHENTICATED', problem: 'SIGN_IN_FIRST' } }] },
    ]);
  });
});

describe('files beside the API', () => {
  it.each([
    ['/exports/none', 401, 'EXPORT_NEEDS_TOKEN', 'Выгрузки получают с токеном доступа (Bearer).'],
    ['/log/none/checkpoint', 404, 'NOTHING_HERE', 'Здесь ничего нет.'],
  ])('are refused in the same form and language: %s', async (path, status, problem, message) => {
    const response = await fetch(`${served.origin}${path}`, { headers: { 'accept-language': 'ru' } });
    expect([response.status, await response.json()]).toMatchObject([
      status,
      { errors: [{ message, extensions: { problem, help: `/docs/errors#${problem}` } }] },
    ]);
  });
});
