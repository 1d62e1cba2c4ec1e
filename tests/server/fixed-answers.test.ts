import { GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import type { AccessContext } from '../../schema/access.ts';
import { secure } from '../../schema/secure.ts';
import { createApollo } from '../../src/server/apollo.ts';
import { textOf } from '../../src/server/fixed-answers.ts';
import { contextOf } from '../support/example-viewer.ts';

interface Page {
  readonly title: string;
  readonly marks: readonly number[];
}

const extensions = { access: 'public' };
const given = { page: null as Page | null, resolved: 0, read: 0 };
const pageType = new GraphQLObjectType<Page>({
  name: 'Page',
  fields: {
    title: { type: GraphQLString, extensions },
    marks: { type: new GraphQLList(GraphQLInt), extensions },
    visits: { type: GraphQLInt, extensions, resolve: () => given.resolved },
  },
});
const resolve = (): Page | null => {
  given.resolved += 1;
  return given.page;
};
const schema = secure(
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: {
        page: { type: pageType, extensions, args: { of: { type: GraphQLInt } }, resolve },
      },
    }),
  }),
);

/** A page that counts how often it is read. */
const pageOf = (title: string): Page => ({
  get title() {
    given.read += 1;
    return title;
  },
  marks: [5, 4],
});

describe('the answer to an operation that reads one frozen value', () => {
  const report = () => undefined;
  const server = createApollo<AccessContext>({ schema, executor: 'jit', introspection: false, report });
  const ask = async (query: string, variables = {}) => {
    const { body } = await server.executeOperation({ query, variables }, { contextValue: contextOf(null) });
    if (body.kind !== 'single') throw new Error('a single answer was expected');
    return JSON.parse(textOf(body.singleResult)) as unknown;
  };
  const askOften = async (query: string) => [
    await ask(query),
    await ask(query),
    await ask(query),
    await ask(query),
  ];

  beforeAll(() => server.start());
  afterAll(() => server.stop());
  beforeEach(() => {
    Object.assign(given, { page: Object.freeze(pageOf('ИС-11')), resolved: 0, read: 0 });
  });

  it('is put together twice and then given again, while the resolver still runs each time', async () => {
    const query = '{ page { title marks } }';
    await ask(query);
    const once = given.read;
    expect(await askOften(query)).toEqual(
      Array(4).fill({ data: { page: { title: 'ИС-11', marks: [5, 4] } } }),
    );
    expect(given).toMatchObject({ resolved: 5, read: once * 2 });
  });

  it('is another as soon as the resolver gives another value', async () => {
    await askOften('{ page { title } }');
    given.page = Object.freeze(pageOf('ИС-12'));
    expect(await ask('{ page { title } }')).toEqual({ data: { page: { title: 'ИС-12' } } });
    given.page = null;
    expect(await ask('{ page { title } }')).toEqual({ data: { page: null } });
  });

  it('is another for other fields, other names and other variables', async () => {
    await askOften('{ page { title } }');
    expect(await ask('{ page { marks } }')).toEqual({ data: { page: { marks: [5, 4] } } });
    expect(await ask('{ sheet: page { title } }')).toEqual({ data: { sheet: { title: 'ИС-11' } } });
    const query = 'query ($with: Boolean!) { page { title @include(if: $with) marks } }';
    for (let time = 0; time < 3; time += 1) {
      expect(await ask(query, { with: false })).toEqual({ data: { page: { marks: [5, 4] } } });
      expect(await ask(query, { with: true })).toEqual({ data: { page: { title: 'ИС-11', marks: [5, 4] } } });
    }
  });

  it('is put together each time where the value may change, or something beneath it is resolved', async () => {
    expect(await askOften('{ page { visits } }')).toEqual(
      [1, 2, 3, 4].map((visits) => ({ data: { page: { visits } } })),
    );
    given.page = pageOf('ИС-11');
    await ask('{ page { title } }');
    const once = given.read;
    await askOften('{ page { title } }');
    expect(given.read).toBe(once * 5);
  });
});
