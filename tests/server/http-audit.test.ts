import { serverAudits } from 'graphql-http';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi(exampleSchema(), byRoleName, { introspection: true });
});
afterAll(() => api.close());

/** Declined on purpose: a GET names a trusted document, and carries no text (T06, T36). */
const WITHOUT_TEXT_BY_GET = ['5A70', 'D6D5', '6A70'];

/** A document that can not run is answered with 400, whichever media type the client accepts. */
const ALWAYS_400 = ['572B', 'FDE2', '7B9B'];

it('GraphQL over HTTP keeps every MUST, and leaves undone only what is declined on purpose', async () => {
  const left: string[] = [];
  for (const { fn, id } of serverAudits({ url: () => `${api.origin}/graphql`, fetchFn: fetch }))
    if ((await fn()).status !== 'ok') left.push(id);
  expect(left.sort()).toEqual([...WITHOUT_TEXT_BY_GET, ...ALWAYS_400].sort());
});
