import { trustIn } from '../../src/observing/proxies.ts';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const HELLO = JSON.stringify({ query: '{ hello }' });

describe('the HTTP side of the API', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(exampleSchema(), byRoleName, {
      health: { database: () => Promise.resolve() },
    });
  });
  afterAll(() => api.close());

  const send = (path: string, init: RequestInit = {}) =>
    fetch(api.origin + path, { redirect: 'manual', ...init });
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    send('/graphql', { method: 'POST', body, headers });

  it('answers a POST of JSON, and lets nobody keep the answer', async () => {
    const response = await post(HELLO);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { hello: 'hello ' } });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each(['{', 'null', '"text"', '{"query":1}', '{"__proto__":{"a":1},"query":"{hello}"}'])(
    'refuses the malformed body %s in the form of its other errors (T34, T35)',
    async (body) => {
      const response = await post(body);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    },
  );

  it('refuses a body above 1 MB', async () => {
    const response = await post(JSON.stringify({ query: '{ hello }', pad: 'x'.repeat(1_100_000) }));
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('serves the schema as text', async () => {
    const response = await send('/schema.graphql');
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('type Query');
  });

  it('tells its health', async () => {
    const response = await send('/healthz');
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: 'ok' } },
    ]);
  });

  it('has nothing else, and no GraphiQL unless it is wanted', async () => {
    for (const path of ['/', '/graphiql', '/graphiql/static/ruru.js', '/.env', '/graphql/'])
      expect((await send(path)).status).toBe(404);
  });

  it('knows no session from a header that is not a bearer token', async () => {
    const headers = { ...JSON_TYPE, authorization: 'Basic teacher' };
    const response = await post(JSON.stringify({ query: '{ students { id } }' }), headers);
    expect(response.status).toBe(401);
  });
});

describe('a server that is unwell', () => {
  it('says which part fails, and not why', async () => {
    const health = { database: () => Promise.reject(new Error('password=1')), disk: () => Promise.resolve() };
    const api = await startApi(exampleSchema(), byRoleName, { health });
    const response = await fetch(`${api.origin}/healthz`);
    const answer = [response.status, await response.json()];
    await api.close();
    expect(answer).toEqual([503, { status: 'failing', checks: { database: 'failing', disk: 'ok' } }]);
  });
});

describe('a server behind a proxy that it trusts', () => {
  const id = '0af76519-16cd-43dd-8448-eb211c80319c';
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

  it('calls a request what the proxy calls it, or its trace', async () => {
    const api = await startApi(exampleSchema(), byRoleName, { trusts: trustIn(['127.0.0.1']) });
    const ids = await Promise.all(
      [{ 'x-request-id': id }, { traceparent }].map(async (headers) => {
        const response = await fetch(`${api.origin}/healthz`, { headers });
        return response.headers.get('x-request-id');
      }),
    );
    await api.close();
    expect(ids).toEqual([id, id]);
  });
});

describe('a server that should get no requests', () => {
  it('says why, in words of a closed list', async () => {
    const readiness = () => Promise.resolve(['PROJECTION_BEHIND']);
    const api = await startApi(exampleSchema(), byRoleName, { readiness });
    const response = await fetch(`${api.origin}/readyz`);
    const answer = [response.status, await response.json()];
    await api.close();
    expect(answer).toEqual([503, { status: 'failing', reasons: ['PROJECTION_BEHIND'] }]);
  });
});
