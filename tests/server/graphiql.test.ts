import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

describe('GraphiQL', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(exampleSchema(), byRoleName, { introspection: true, graphiql: true });
  });
  afterAll(() => api.close());

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(api.origin + path, { redirect: 'manual', headers });

  it('is what one finds at the address of the server', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/graphiql']);
  });

  it('loads nothing from elsewhere and runs no script that stands in the page', async () => {
    const response = await get('/graphiql');
    const html = await response.text();
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(html).not.toMatch(/https?:|<script>|\son\w+=/u);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/u);
  });

  it('has every file that its page and its script name', async () => {
    const page = await (await get('/graphiql')).text();
    const script = await (await get('/graphiql/start.mjs')).text();
    const named = [...(page + script).matchAll(/["'](\/graphiql\/[\w/]+\.\w+)["']/gu)].map(
      ([, path]) => path ?? '',
    );
    const workers = [...script.matchAll(/'(\w+Worker\.js)'/gu)].map(([, file]) => `/graphiql/static/${file}`);
    expect(named.length + workers.length).toBeGreaterThanOrEqual(6);
    for (const path of [...named, ...workers]) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it('keeps the one-time code out of every address that is requested, and the token out of localStorage', async () => {
    const script = await (await get('/graphiql/start.mjs')).text();
    expect(script).toContain('history.replaceState');
    expect(script).toContain('location.hash');
    expect(script).not.toMatch(/localStorage\.|location\.search|eval\(|innerHTML/u);
  });

  it('serves the bundle compressed, and not again to who has it', async () => {
    const path = '/graphiql/static/ruru.js';
    const response = await get(path, { 'accept-encoding': 'br' });
    expect(response.headers.get('content-encoding')).toBe('br');
    const again = await get(path, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });

  it.each(['../../../package.json', '..%2f..%2fpackage.json', '__proto__', 'constructor', 'none.js', ''])(
    'serves no other file, such as "%s"',
    async (name) => {
      expect((await get(`/graphiql/static/${name}`)).status).toBe(404);
    },
  );
});
