import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

/* Attacks T02 and T06: many operations in one request, and requests that another site makes a browser send. */
const JSON_TYPE = { 'content-type': 'application/json' };
const HELLO = JSON.stringify({ query: '{ hello }' });

describe('the API', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(exampleSchema(), byRoleName);
  });
  afterAll(() => api.close());

  const send = (path: string, init: RequestInit = {}) =>
    fetch(api.origin + path, { redirect: 'manual', ...init });
  const post = (body: string, headers: Record<string, string> = JSON_TYPE) =>
    send('/graphql', { method: 'POST', body, headers });

  describe.each([{}, { 'apollo-require-preflight': '1', 'x-apollo-operation-name': 'x' }])(
    'takes no request that another site could make (T06, T36), with the headers %j:',
    (extra: Record<string, string>) => {
      it('a GET of a text, query or mutation', async () => {
        for (const query of ['{ hello }', 'mutation { signIn(code: "x") }']) {
          const response = await send(`/graphql?query=${encodeURIComponent(query)}`, { headers: extra });
          expect(response.status).toBe(400);
          expect(await response.text()).not.toContain('hello ');
        }
      });

      it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', ''])(
        'a POST of "%s"',
        async (type) => {
          const body = type.includes('urlencoded') ? `query=${encodeURIComponent('{ hello }')}` : HELLO;
          const response = await post(body, { ...extra, 'content-type': type });
          expect(response.status).toBe(415);
          expect(await response.json()).toMatchObject({
            errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
          });
        },
      );
    },
  );

  it('takes no batch (T02)', async () => {
    const response = await post(`[${HELLO},${HELLO}]`);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('hello ');
  });
});
