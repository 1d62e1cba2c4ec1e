import { buildSchema, GraphQLEnumType, parse, printSchema, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { withLeafLists } from '../../src/server/leaf-lists.ts';

const schema = (): GraphQLSchema => {
  const built = buildSchema(`
    type Query { texts: [String!]! maybe: [Int] kinds: [Kind!] things: [Thing!] deep: [[ID!]!] }
    type Thing { flags: [Boolean!]! }
    enum Kind { BIG SMALL }
  `);
  const kind = built.getType('Kind') as GraphQLEnumType;
  const values = kind.getValues().map(({ name }) => [name, { value: name.toLowerCase() }] as const);
  Object.assign(kind, new GraphQLEnumType({ name: 'Kind', values: Object.fromEntries(values) }));
  return built;
};

const run = (root: Readonly<Record<string, unknown>>, document: string): unknown => {
  const query = compileQuery(withLeafLists(schema()), parse(document));
  if (!isCompiledQuery(query)) throw new Error('did not compile');
  return query.query(root, {}, {});
};

describe('a list of plain values, taken as one', () => {
  it('is a scalar to the compiler only; lists of objects and of lists stay', () => {
    const printed = printSchema(withLeafLists(schema()));
    expect(printed).toContain('texts: ListOfString!');
    expect(printed).toContain('maybe: ListOfIntOrNull');
    expect(printed).toContain('things: [Thing!]');
    expect(printed).toContain('deep: [[ID!]!]');
  });

  it('reads as its values do, enums by their names', () => {
    const root = {
      texts: ['a', 1],
      maybe: [1, null, undefined],
      kinds: ['big'],
      things: [{ flags: [true] }],
    };
    expect(run(root, '{ texts maybe kinds things { flags } }')).toEqual({
      data: { texts: ['a', '1'], maybe: [1, null, null], kinds: ['BIG'], things: [{ flags: [true] }] },
    });
  });

  it('may be any iterable but text', () => {
    expect(run({ texts: new Set(['a']) }, '{ texts }')).toEqual({ data: { texts: ['a'] } });
    expect(run({ texts: 'abc' }, '{ texts }')).toMatchObject({ errors: [{}] });
  });

  it.each([{ maybe: ['x'] }, { maybe: [2 ** 40] }, { kinds: ['huge'] }, { kinds: [null] }])(
    'with a value that its type can not hold is an error: %j',
    (root) => {
      expect(run(root, `{ ${Object.keys(root).join(' ')} }`)).toMatchObject({ errors: [{}] });
    },
  );
});
