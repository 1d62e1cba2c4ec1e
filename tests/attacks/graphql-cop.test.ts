import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';
import { trusting } from '../support/trusted.ts';

/*
 * The twelve questions that a scanner of GraphQL servers asks first. Each tells whether the weakness is there; a server is
 * asked as an operator would run it in production, as one that takes any document, and both with the header that opens
 * doors closed to other sites.
 */
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

interface Reply {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

type Ask = (init: RequestInit, path?: string) => Promise<Reply>;

const posted = (ask: Ask, body: unknown): Promise<Reply> =>
  ask({ method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) });

/** Whether an answer holds data: a refusal may repeat a word of the question. */
const hasData = ({ text }: Reply): boolean => {
  try {
    const answers = [JSON.parse(text) as { data?: unknown } | { data?: unknown }[]].flat();
    return answers.some(({ data }) => data !== undefined && data !== null);
  } catch {
    return false;
  }
};

const QUERY = '{ __typename }';
const asForm = (query: string): string => new URLSearchParams({ query }).toString();

const CHECKS: Readonly<Record<string, (ask: Ask) => Promise<boolean>>> = {
  'many aliases in one request': async (ask) =>
    hasData(
      await posted(ask, {
        query: `{ ${Array.from({ length: 101 }, (_, n) => `alias${n}: __typename`).join(' ')} }`,
      }),
    ),
  'a batch of requests': async (ask) =>
    hasData(
      await posted(
        ask,
        Array.from({ length: 10 }, () => ({ query: QUERY })),
      ),
    ),
  'one directive many times over': async (ask) => {
    const answer = await posted(ask, { query: `{ __typename ${'@aa'.repeat(10)} }` });
    // A server that complains of each directive by itself has walked over all of them.
    return (answer.text.match(/Unknown directive/gu)?.length ?? 0) >= 10;
  },
  'introspection that goes round in circles': async (ask) =>
    hasData(
      await posted(ask, {
        query: `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`,
      }),
    ),
  introspection: async (ask) => hasData(await posted(ask, { query: '{ __schema { types { name } } }' })),
  'the same field many times over': async (ask) =>
    hasData(await posted(ask, { query: `{ ${'__typename '.repeat(500)} }` })),
  'hints at names that were not guessed': async (ask) =>
    (await posted(ask, { query: '{ helo }' })).text.includes('Did you mean'),
  'a page of GraphiQL or the Playground': async (ask) => {
    const replies = await Promise.all(
      ['/graphql', '/graphiql', '/playground', '/console'].map((path) =>
        ask({ headers: { accept: 'text/html' } }, path),
      ),
    );
    return replies.some(({ text }) => /graphiql|playground/iu.test(text) && text.includes('<html'));
  },
  'a query by GET': async (ask) => hasData(await ask({}, `/graphql?${asForm(QUERY)}`)),
  'a mutation by GET': async (ask) => hasData(await ask({}, `/graphql?${asForm('mutation { __typename }')}`)),
  'a query as a form': async (ask) =>
    hasData(await ask({ method: 'POST', headers: FORM, body: asForm(QUERY) })),
  'errors that show how the server is made': async (ask) => {
    const replies = await Promise.all([
      posted(ask, { query: '{ boom' }),
      posted(ask, { query: '{ boom }' }),
      posted(ask, { query: 7 }),
    ]);
    return replies.some(({ text }) => /stacktrace|tracing|node_modules|\bat \w+ \(|\.ts:\d/iu.test(text));
  },
};

let apis: Readonly<Record<string, Api>>;
beforeAll(async () => {
  const start = (only: boolean) =>
    startApi(exampleSchema(), byRoleName, { documents: trusting(['{ hello }'], only) });
  apis = { trusted: await start(true), any: await start(false) };
});
afterAll(() => Promise.all(Object.values(apis).map((api) => api.close())));

describe.each([{}, { 'apollo-require-preflight': '1' }])(
  'a scanner of GraphQL servers, with the headers %j (T01, T02, T06, T36, T37),',
  (extra: Record<string, string>) => {
    it.each(Object.entries(CHECKS))('finds no %s', async (_name, isWeak) => {
      for (const { origin } of Object.values(apis)) {
        const ask: Ask = async (init, path = '/graphql') => {
          const headers = { ...extra, ...(init.headers as Record<string, string> | undefined) };
          const response = await fetch(origin + path, { ...init, headers });
          return { status: response.status, text: await response.text(), headers: response.headers };
        };
        expect(await isWeak(ask)).toBe(false);
      }
    });
  },
);
