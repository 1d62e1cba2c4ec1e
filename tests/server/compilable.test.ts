import { buildSchema, GraphQLEnumType, parse, printSchema, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { BUILT_IN_AS_IT_IS, compilable } from '../../src/server/compilable.ts';

const schema = (): GraphQLSchema => {
  const built = buildSchema(`
    type Query { texts: [String!]! maybe: [Int] kinds: [Kind!] kind: Kind echo(kind: Kind): Kind things: [Thing!] deep: [[ID!]!] }
    type Thing { flags: [Boolean!]! }
    enum Kind { BIG SMALL }
  `);
  const kind = built.getType('Kind') as GraphQLEnumType;
  const values = kind.getValues().map(({ name }) => [name, { value: name.toLowerCase() }] as const);
  Object.assign(kind, new GraphQLEnumType({ name: 'Kind', values: Object.fromEntries(values) }));
  const echo = built.getQueryType()?.getFields()['echo'];
  if (echo) echo.resolve = (_root, args: { readonly kind: string }) => args.kind;
  return built;
};

const run = (root: Readonly<Record<string, unknown>>, document: string): unknown => {
  const query = compileQuery(compilable(schema()), parse(document), undefined, BUILT_IN_AS_IT_IS);
  if (!isCompiledQuery(query)) throw new Error('did not compile');
  return query.query(root, {}, {});
};

describe('a list of plain values, taken as one by the compiler,', () => {
  it('is a scalar to the compiler only; lists of objects and of lists stay', () => {
    const printed = printSchema(compilable(schema()));
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

  it('leaves a single enum its name, going out and coming in', () => {
    expect(run({}, '{ echo(kind: SMALL) }')).toEqual({ data: { echo: 'SMALL' } });
    expect(run({ kind: 'huge' }, '{ kind }')).toMatchObject({ data: { kind: null }, errors: [{}] });
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
