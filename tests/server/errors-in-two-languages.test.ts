import { hash } from 'node:crypto';
import { ERROR_CODES } from '../../schema/errors/error-codes.ts';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';
import { trusting } from '../support/trusted.ts';

const HELLO = 'query Hello($name: String) { hello(name: $name) }';
const SIGN_IN = 'mutation SignIn { signIn(code: "x") { token } }';
const COSTLY = 'query Q($n: Int!) { students(first: $n) { id marks { value student { id } } } }';
const MANY = (count: number, of: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => of(n)).join(' ');

let any: Api;
let only: Api;
beforeAll(async () => {
  any = await startApi(exampleSchema(), byRoleName, { documents: trusting([HELLO, SIGN_IN], false) });
  only = await startApi(exampleSchema(), byRoleName, { documents: trusting([HELLO], true) });
});
afterAll(async () => {
  await any.close();
  await only.close();
});

interface Sent {
  readonly to?: 'only';
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): Sent => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
});
const document = (query: string, variables: object = {}): Sent => post({ query, variables });
const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hash('sha256', text) } });
const get = (text: string, parameters = ''): Sent => ({
  path: `/graphql?extensions=${encodeURIComponent(JSON.stringify(named(text)))}${parameters}`,
  headers: { 'apollo-require-preflight': '1' },
});
const teacher = { authorization: 'Bearer teacher' };

interface Received {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

const answerTo = async ({ to, path = '/graphql', headers = {}, ...rest }: Sent, language: string) => {
  const { origin } = to === 'only' ? only : any;
  const response = await fetch(`${origin}${path}`, {
    ...rest,
    headers: { ...headers, 'accept-language': language },
  });
  const { errors } = (await response.json()) as { readonly errors: readonly Received[] };
  return { status: response.status, error: errors[0] };
};

type Case = readonly [code: string, problem: string, status: number, sent: Sent, common?: string];

/** What a client may do wrong, or meet: code, problem, status, the request, and what stands in both languages. */
const CASES: readonly Case[] = [
  ['UNAUTHENTICATED', 'SIGN_IN_FIRST', 401, document('{ students { id } }')],
  [
    'FORBIDDEN',
    'ACCESS_DENIED',
    403,
    post({ query: '{ students { id } }' }, { authorization: 'Bearer inspector' }),
    'Query.students',
  ],
  [
    'BAD_USER_INPUT',
    'BAD_USER_INPUT',
    400,
    document('query Q($v: String!) { hello(name: $v) }', { v: 1 }),
    '"$v" got invalid value 1',
  ],
  ['BAD_USER_INPUT', 'BODY_MALFORMED', 400, { method: 'POST', headers: JSON_TYPE, body: '{"query"' }],
  ['BAD_USER_INPUT', 'BODY_TOO_LARGE', 413, post({ query: `# ${'x'.repeat(1_100_000)}\n{ hello }` })],
  [
    'BAD_USER_INPUT',
    'CONTENT_TYPE_UNKNOWN',
    415,
    { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
  ],
  ['BAD_USER_INPUT', 'CROSS_SITE_REQUEST', 400, { method: 'POST' }],
  ['BAD_USER_INPUT', 'METHOD_NOT_ALLOWED', 405, { method: 'PUT', headers: JSON_TYPE, body: '{}' }],
  ['BAD_USER_INPUT', 'GET_NEEDS_HEADER', 400, { path: '/graphql' }],
  [
    'BAD_USER_INPUT',
    'GET_NAMES_DOCUMENT',
    400,
    { path: '/graphql', headers: { 'apollo-require-preflight': '1' } },
  ],
  ['BAD_USER_INPUT', 'GET_PARAMETER_MALFORMED', 400, get(HELLO, '&variables=1'), '`variables`'],
  ['BAD_USER_INPUT', 'GET_CHANGES_NOTHING', 405, get(SIGN_IN)],
  ['BAD_USER_INPUT', 'GET_HAS_ONE_OPERATION', 400, get(HELLO, '&operationName=Other')],
  [
    'BAD_USER_INPUT',
    'MEDIA_NOT_ACCEPTED',
    406,
    { ...get(HELLO), headers: { 'apollo-require-preflight': '1', accept: 'text/html' } },
  ],
  ['BAD_USER_INPUT', 'HASH_MALFORMED', 400, post({ extensions: { persistedQuery: { version: 2 } } })],
  ['BAD_USER_INPUT', 'HASH_DIFFERS', 400, post({ query: '{ hello }', extensions: named(HELLO) })],
  ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_PARSE_FAILED', 400, document('{ hello'), 'Syntax Error'],
  [
    'GRAPHQL_PARSE_FAILED',
    'GRAPHQL_PARSE_FAILED',
    400,
    document(`{ ${'hello '.repeat(2_000)}}`),
    '2000 tokens',
  ],
  ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED', 400, document('{ helo }'), 'Cannot query field'],
  ['PERSISTED_QUERY_NOT_FOUND', 'HASH_NOT_IN_MANIFEST', 400, post({ extensions: named('{ other }') })],
  [
    'PERSISTED_QUERY_NOT_FOUND',
    'PERSISTED_QUERY_NOT_FOUND',
    400,
    { to: 'only', ...post({ extensions: named('{ other }') }) },
  ],
  ['PERSISTED_QUERY_REQUIRED', 'PERSISTED_QUERY_REQUIRED', 400, { to: 'only', ...document('{ hello }') }],
  [
    'QUERY_TOO_COMPLEX',
    'TOO_MANY_ALIASES',
    400,
    document(`{ ${MANY(16, (n) => `a${n}: __typename`)} }`),
    '15',
  ],
  ['QUERY_TOO_COMPLEX', 'TOO_MANY_ROOT_FIELDS', 400, document(`{ ${'__typename '.repeat(11)} }`), '10'],
  [
    'QUERY_TOO_COMPLEX',
    'TOO_MANY_DIRECTIVES',
    400,
    document(`{ hello ${'@include(if: true) '.repeat(11)} }`),
    '10',
  ],
  [
    'QUERY_TOO_COMPLEX',
    'TOO_DEEP',
    400,
    document(`{ students { ${'marks { student { '.repeat(6)} id ${'} } '.repeat(6)} } }`),
    '12',
  ],
  ['QUERY_TOO_COMPLEX', 'TOO_COSTLY', 400, post({ query: COSTLY, variables: { n: 5_000 } }, teacher)],
  ['RATE_LIMITED', 'RATE_LIMITED', 200, document('{ limited }'), 'Too many attempts.'],
  ['NOT_FOUND', 'NOTHING_HERE', 404, { path: '/nothing' }],
  ['SERVICE_UNAVAILABLE', 'DATABASE_OUT_OF_REACH', 200, document('{ outage }')],
  ['INTERNAL_SERVER_ERROR', 'INTERNAL_SERVER_ERROR', 200, document('{ boom }')],
];

describe('an error over HTTP', () => {
  it.each(
    CASES.map(([code, problem, status, sent, common = '']) => ({ code, problem, status, sent, common })),
  )(
    '$code $problem is told in Russian and in English, under the same code ($status)',
    async ({ code, problem, status, sent, common }) => {
      const [en, ru] = [
        await answerTo(sent, 'en-GB,en;q=0.9'),
        await answerTo(sent, 'ru-RU,ru;q=0.9,en;q=0.8'),
      ];
      for (const { status: told, error } of [en, ru]) {
        expect([told, error?.extensions['code'], error?.extensions['problem']]).toEqual([
          status,
          code,
          problem,
        ]);
        expect(error?.extensions['help']).toBe(`/docs/errors#${problem}`);
        expect(error?.message).toContain(common);
      }
      expect(en.error?.message).not.toMatch(/[а-яё]/iu);
      expect(ru.error?.message).toMatch(/[а-яё]/iu);
      expect(ru.error?.message).not.toMatch(/([^x]{25,}).*\1/su);
      const { traceId: one, ...own } = en.error?.extensions ?? {};
      const { traceId: other, ...same } = ru.error?.extensions ?? {};
      expect(same).toEqual(own);
      expect(typeof one).toBe(typeof other);
    },
  );

  it('was met here under every code but the one that asks for a proof', () => {
    expect([...new Set(CASES.map(([code]) => code))].sort()).toEqual(
      ERROR_CODES.filter((code) => code !== 'STEP_UP_REQUIRED').sort(),
    );
  });

  it('keeps a fault masked in both languages, with the number under which the log has it', async () => {
    for (const language of ['en', 'ru']) {
      const { error } = await answerTo(document('{ boom }'), language);
      expect(JSON.stringify(error)).not.toMatch(/Иванов|row/u);
      expect(any.log.join('\n')).toContain(String(error?.extensions['traceId']));
    }
  });

  it('beside data leaves the data as they are', async () => {
    const response = await fetch(`${any.origin}/graphql`, {
      method: 'POST',
      headers: { ...JSON_TYPE, 'accept-language': 'ru' },
      body: JSON.stringify({ query: '{ hello(name: "Оля") limited }' }),
    });
    expect(await response.json()).toMatchObject({ data: { hello: 'hello Оля', limited: null } });
  });

  it('leads to the list of errors, in the language of the browser, with nothing from elsewhere', async () => {
    for (const [language, title] of [
      ['ru', 'Ошибки'],
      ['en', 'Errors'],
    ] as const) {
      const page = await fetch(`${any.origin}/docs/errors`, { headers: { 'accept-language': language } });
      const text = await page.text();
      expect(text).toContain(`<h1>${title}</h1>`);
      for (const [, problem] of CASES) expect(text).toContain(`<tr id="${problem}">`);
      expect(text).not.toMatch(/(src|href)="(https?:)?\/\//u);
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});

describe('the language of a request', () => {
  it.each([
    ['ru', 'Здесь ничего нет.'],
    ['RU-ru', 'Здесь ничего нет.'],
    ['de, ru;q=0.5, en;q=0.3', 'Здесь ничего нет.'],
    ['en;q=0.2, ru;q=0.9', 'Здесь ничего нет.'],
    ['en, ru;q=0.9', 'There is nothing here.'],
    ['ru;q=0', 'There is nothing here.'],
    ['de', 'There is nothing here.'],
    ['*', 'There is nothing here.'],
    ['russian;;q', 'There is nothing here.'],
  ])('is what the client prefers of the two: %s', async (language, words) => {
    expect((await answerTo({ path: '/nothing' }, language)).error?.message).toBe(words);
  });
});
