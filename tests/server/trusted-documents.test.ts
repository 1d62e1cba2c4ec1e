import { hash } from 'node:crypto';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';
import { trusting } from '../support/trusted.ts';

const HELLO = 'query Hello($name: String) { hello(name: $name) }';
const STUDENTS = 'query Students { students { id name } }';
const SIGN_IN = 'mutation SignIn { signIn(code: "x") { token } }';
const OTHER = 'query Other { hello }';
const COSTLY = `query Costly { students(first: 5000) { ${'marks { student { '.repeat(2)} id ${'} } '.repeat(2)} } }`;
const TRUSTED = [HELLO, STUDENTS, SIGN_IN, COSTLY];

const JSON_TYPE = 'application/json';
const PREFLIGHT = { 'apollo-require-preflight': '1' };
const named = (text: string) => ({ persistedQuery: { version: 1, sha256Hash: hash('sha256', text) } });

let apis: Readonly<Record<'only' | 'any', Api>>;
beforeAll(async () => {
  const start = (only: boolean) =>
    startApi(exampleSchema(), byRoleName, { documents: trusting(TRUSTED, only) });
  apis = { only: await start(true), any: await start(false) };
});
afterAll(async () => {
  await apis.only.close();
  await apis.any.close();
});

const answerOf = async (response: Response) => {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: (): unknown => JSON.parse(text) };
};

const post = async (mode: keyof typeof apis, body: unknown, headers: Record<string, string> = {}) =>
  answerOf(
    await fetch(`${apis[mode].origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': JSON_TYPE, ...headers },
      body: JSON.stringify(body),
    }),
  );

const get = async (
  mode: keyof typeof apis,
  parameters: Readonly<Record<string, unknown>>,
  headers: Record<string, string> = PREFLIGHT,
) => {
  const search = Object.entries(parameters).map(
    ([name, value]) =>
      `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return answerOf(await fetch(`${apis[mode].origin}/graphql?${search.join('&')}`, { headers }));
};

const refusedWith = (code: string) => ({ errors: [{ extensions: { code } }] });

describe('a server that takes trusted documents alone', () => {
  it('runs one by its hash, with variables, by POST and by GET', async () => {
    const asked = { extensions: named(HELLO), variables: { name: 'Оля' }, operationName: 'Hello' };
    expect((await post('only', asked)).json()).toEqual({ data: { hello: 'hello Оля' } });
    expect((await get('only', asked)).json()).toEqual({ data: { hello: 'hello Оля' } });
  });

  it.each([{}, PREFLIGHT])(
    'runs no text, and says what to send instead, with the headers %j',
    async (headers) => {
      for (const text of [OTHER, HELLO, '{ not graphql', '{ nothingOfTheKind }']) {
        const { status, json } = await post('only', { query: text }, headers);
        expect([status, json()]).toMatchObject([400, refusedWith('PERSISTED_QUERY_REQUIRED')]);
      }
    },
  );

  it('lets nobody register a text, even with its right hash', async () => {
    const { status, json } = await post('only', { query: OTHER, extensions: named(OTHER) });
    expect([status, json()]).toMatchObject([400, refusedWith('PERSISTED_QUERY_REQUIRED')]);
    const again = await post('only', { extensions: named(OTHER) });
    expect([again.status, again.json()]).toMatchObject([400, refusedWith('PERSISTED_QUERY_NOT_FOUND')]);
  });

  it.each([
    { persistedQuery: { version: 2, sha256Hash: hash('sha256', HELLO) } },
    { persistedQuery: { version: 1, sha256Hash: 'abc' } },
    { persistedQuery: { version: 1, sha256Hash: ['x'] } },
    { persistedQuery: 'x' },
    { persistedQuery: { version: 1, sha256Hash: '__proto__' } },
  ])('says how a hash is named instead of %j', async (extensions) => {
    for (const { status, json } of [await post('only', { extensions }), await get('only', { extensions })])
      expect([status, json()]).toMatchObject([400, refusedWith('BAD_USER_INPUT')]);
  });

  it('asks who it is as of any other request, and refuses as it does there', async () => {
    expect((await get('only', { extensions: named(STUDENTS) })).status).toBe(401);
    const asTeacher = { ...PREFLIGHT, authorization: 'Bearer teacher' };
    const { status, json } = await get('only', { extensions: named(STUDENTS) }, asTeacher);
    expect([status, json()]).toMatchObject([200, { data: { students: [{ id: 's0' }, { id: 's1' }] } }]);
  });
});

describe('a server that takes any document', () => {
  it('takes a text with its hash, and remembers it for nobody', async () => {
    expect((await post('any', { query: OTHER, extensions: named(OTHER) })).status).toBe(200);
    const { status, json } = await post('any', { extensions: named(OTHER) });
    expect([status, json()]).toMatchObject([400, refusedWith('PERSISTED_QUERY_NOT_FOUND')]);
  });

  it('takes no text under the hash of another', async () => {
    const { status, json } = await post('any', { query: OTHER, extensions: named(HELLO) });
    expect([status, json()]).toMatchObject([400, refusedWith('BAD_USER_INPUT')]);
  });

  it('takes no text by GET', async () => {
    const { status, json } = await get('any', { query: HELLO });
    expect([status, json()]).toMatchObject([400, refusedWith('PERSISTED_QUERY_REQUIRED')]);
  });
});

describe('a GET of a trusted document', () => {
  const asked = { extensions: named(HELLO), variables: { name: 'Оля' } };

  it('is not what another site can make a browser send (T06, T36)', async () => {
    for (const headers of [{}, { 'content-type': 'text/plain' }, { 'apollo-require-preflight': '' }]) {
      const { status, json, text } = await get('only', asked, headers);
      expect([status, json()]).toMatchObject([400, refusedWith('BAD_USER_INPUT')]);
      expect(text).not.toContain('Оля"');
    }
  });

  it('changes nothing: a mutation is refused with 405', async () => {
    const { status, headers } = await get('only', { extensions: named(SIGN_IN) });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('carries a mark, and whoever has the answer is not sent it again', async () => {
    const first = await get('only', asked);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{20,}"$/u);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('authorization');
    for (const known of [etag, `W/${etag}`, `"old", ${etag}`]) {
      const again = await get('only', asked, { ...PREFLIGHT, 'if-none-match': known });
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const other = { ...asked, variables: { name: 'Вера' } };
    const changed = await get('only', other, { ...PREFLIGHT, 'if-none-match': etag });
    expect([changed.status, changed.json()]).toEqual([200, { data: { hello: 'hello Вера' } }]);
  });

  it('has no mark where it was refused, and stays nowhere', async () => {
    const { status, headers } = await get('only', { extensions: named(STUDENTS) });
    expect([status, headers.get('etag'), headers.get('cache-control')]).toEqual([
      401,
      null,
      'private, no-store',
    ]);
  });

  it('may not cost more than any other', async () => {
    const asTeacher = { ...PREFLIGHT, authorization: 'Bearer teacher' };
    for (const { status, json } of [
      await get('only', { extensions: named(COSTLY) }, asTeacher),
      await post('only', { extensions: named(COSTLY) }, asTeacher),
    ])
      expect([status, json()]).toMatchObject([400, refusedWith('QUERY_TOO_COMPLEX')]);
  });

  it.each([
    [{ variables: '[1]' }, 400],
    [{ variables: '{' }, 400],
    [{ variables: 'null' }, 400],
    [{ variables: { name: 7 } }, 400],
    [{ operationName: 'Other' }, 400],
    [{ extensions: '[]' }, 400],
    [{ extensions: '' }, 400],
  ])('says what is wrong with %j', async (more, expected) => {
    const { status, json } = await get('only', { ...asked, ...more });
    expect([status, json()]).toMatchObject([expected, refusedWith('BAD_USER_INPUT')]);
  });

  it('answers in a form that is accepted, or says which there are', async () => {
    const accept = async (type: string) => get('only', asked, { ...PREFLIGHT, accept: type });
    expect((await accept('application/graphql-response+json')).headers.get('content-type')).toBe(
      'application/graphql-response+json; charset=utf-8',
    );
    expect((await accept('application/json')).headers.get('content-type')).toBe(
      'application/json; charset=utf-8',
    );
    const { status, json } = await accept('text/html');
    expect([status, json()]).toMatchObject([406, refusedWith('BAD_USER_INPUT')]);
  });
});
