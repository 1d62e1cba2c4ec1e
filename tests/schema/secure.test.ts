import { buildSchema, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { requiredBy, policyOf, type AccessPolicy } from '../../schema/access.ts';
import { objectTypes, secure } from '../../schema/secure.ts';
import { exampleSchema, unsecuredExample } from '../support/example-schema.ts';

const withPolicy = (access: unknown): GraphQLSchema =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { hello: { type: GraphQLString, extensions: { access } } },
    }),
  });

describe('the build of the schema', () => {
  it('is refused while any field of any type has no policy, and all of them are named', () => {
    const leaky = buildSchema(`
      type Query { open: Leaky }
      type Mutation { write: Int }
      interface Named { name: String }
      type Leaky implements Named { name: String secret: Int }
    `);
    expect(() => secure(leaky)).toThrow(
      [
        'The schema is not secure:',
        'Leaky.name has no access policy',
        'Leaky.secret has no access policy',
        'Mutation.write has no access policy',
        'Query.open has no access policy',
      ].join('\n  '),
    );
  });

  it('is refused when a field that can not be null is to be withheld as null', () => {
    const schema = unsecuredExample();
    const field = schema.getType('Student') as GraphQLObjectType;
    const name = field.getFields()['name'];
    if (name) name.extensions = { access: { capability: 'directory.read', deny: 'null' } };
    expect(() => secure(schema)).toThrow('Student.name is withheld as null but can not be null');
  });

  it('is refused when a policy asks for a capability that does not exist, or for none', () => {
    expect(() => secure(withPolicy({ capability: 'mark.forge' }))).toThrow('unknown capability mark.forge');
    expect(() => secure(withPolicy({ capability: [] }))).toThrow('Query.hello names no capability');
  });

  it('keeps the policy of a field that a type inherits from an interface', () => {
    const policies = Object.fromEntries(
      objectTypes(exampleSchema()).map((type) => {
        const id = type.getFields()['id'];
        return [type.name, id && policyOf(id)];
      }),
    );
    expect(policies).toMatchObject({ Student: 'signedIn', Entry: 'signedIn' });
  });

  it('reads one capability and several alike', () => {
    const policies: readonly AccessPolicy[] = [
      'public',
      { capability: 'diary.read' },
      { capability: ['diary.read'] },
    ];
    expect(policies.map(requiredBy)).toEqual([[], ['diary.read'], ['diary.read']]);
  });
});
