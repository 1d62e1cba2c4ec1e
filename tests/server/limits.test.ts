import { getIntrospectionQuery } from 'graphql';
import { startApi, type Api } from '../support/api.ts';
import { exampleSchema } from '../support/example-schema.ts';
import { byRoleName } from '../support/example-viewer.ts';

const times = (n: number, write: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => write(i)).join(' ');

/** Fragments of which each spreads the next one twice: `steps` of them select 2^steps fields in a short text. */
const bomb = (steps: number, field: string): string =>
  `{ ...F0 } ${times(steps, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${steps} on Query { ${field} }`;

const nested = (levels: number): string =>
  `{ students(first: 1) { ${'best { student { '.repeat(levels)} id ${'} } '.repeat(levels)} } }`;

const attacks: Readonly<Record<string, readonly [document: string, says: string]>> = {
  'a hundred aliases of a field (T01)': [
    `{ ${times(100, (i) => `a${i}: hello`)} }`,
    '100 aliases, at most 15',
  ],
  'a hundred aliases of __typename (T36)': [`{ ${times(100, (i) => `a${i}: __typename`)} }`, '100 aliases'],
  'aliases multiplied by fragments': [
    `{ students { ...A ...A ...A ...A } } fragment A on Student { ${times(4, (i) => `a${i}: id`)} }`,
    '16 aliases, at most 15',
  ],
  'thirteen levels of fields': [nested(6), '14 levels of fields, at most 12'],
  'directives no one knows, over and over': [
    `{ __typename ${times(20, () => '@aa')} }`,
    '20 directives, at most 10',
  ],
  'one field five hundred times': [`{ ${times(500, () => '__typename')} }`, '500 root fields, at most 10'],
  'eleven mutations': [
    `mutation { ${times(11, (i) => `m${i}: recordMark(value: "5")`)} }`,
    '11 mutations, at most 10',
  ],
  'two guesses at a code in one request (T01)': [
    'mutation { a: signIn(code: "a") { token } b: signIn(code: "b") { token } }',
    '2 sign-ins, at most 1',
  ],
  'a fragment bomb of 2^100 fields': [bomb(100, 'hello'), 'selections, at most 2,000'],
};

describe('a document that asks too much is refused before it runs:', () => {
  let api: Api;
  beforeAll(async () => {
    api = await startApi(exampleSchema(), byRoleName);
  });
  afterAll(() => api.close());

  it.each(Object.entries(attacks))('%s', async (_, [document, says]) => {
    const { errors, data, status } = await api.query(document, {}, 'teacher');
    expect(status).toBe(400);
    expect(data).toBeUndefined();
    const refusals = errors?.filter(({ extensions }) => extensions?.['code'] === 'QUERY_TOO_COMPLEX');
    expect(refusals?.map(({ message }) => message).join('\n')).toContain(says);
    expect(refusals?.[0]?.extensions?.['limit']).toBeGreaterThan(0);
  });

  it('more than 2,000 tokens', async () => {
    const { errors, status } = await api.query(`{ ${times(2_000, () => 'hello')} }`);
    expect(status).toBe(400);
    expect(errors?.[0]?.message).toContain('2000 tokens');
  });

  it('a fragment inside itself', async () => {
    const { errors } = await api.query('{ ...A } fragment A on Query { hello ...A }');
    expect(errors?.[0]?.extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it('a page whose length is a variable, so that only its value tells the cost', async () => {
    const document = `query Q($first: Int!) { students(first: $first) { id marks { value student { id } } } }`;
    const small = await api.query(document, { first: 5 }, 'teacher');
    const large = await api.query(document, { first: 5_000 }, 'teacher');
    expect(small.errors).toBeUndefined();
    expect(large.status).toBe(400);
    expect(large.errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      problem: 'TOO_COSTLY',
      limit: 10_000,
    });
  });
});

describe('what a client honestly asks for passes:', () => {
  it('twelve levels, fifteen aliases, ten root fields', async () => {
    const api = await startApi(exampleSchema(), byRoleName);
    const deep = await api.query(nested(5), {}, 'teacher');
    const wide = await api.query(`{ ${times(9, () => 'hello')} ...A } fragment A on Query { hello }`);
    const named = await api.query(`{ students { ${times(15, (i) => `a${i}: id`)} } }`, {}, 'teacher');
    await api.close();
    expect([deep, wide, named].map(({ errors }) => errors)).toEqual([undefined, undefined, undefined]);
  });

  it('the whole schema, as GraphiQL asks for it, where introspection is on; and not a tree of it without end', async () => {
    const api = await startApi(exampleSchema(), byRoleName, { introspection: true });
    const whole = await api.query(
      getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true }),
    );
    const endless = await api.query(
      `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} } '.repeat(6)} } } }`,
    );
    await api.close();
    expect(whole.errors).toBeUndefined();
    expect(endless.errors?.[0]?.message).toContain('Maximum introspection depth exceeded');
  });
});
