import { coerceInputValue, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';

/* Attack T17: fields that no screen shows are added to an input, in the hope that somebody takes them over. */
const schema = buildGradeLedgerSchema();
const inputs: readonly GraphQLInputObjectType[] = Object.values(schema.getTypeMap()).filter(
  isInputObjectType,
);

const EXTRA = [
  'actor',
  'role',
  'roles',
  'college',
  'account',
  'recordedAt',
  'position',
  'constructor',
  '__proto__',
];

const refusedOf = (type: GraphQLInputObjectType, name: string): readonly string[] => {
  const refused: string[] = [];
  // Only an own key is one that JSON can send.
  const value = JSON.parse(`{ ${JSON.stringify(name)}: 1 }`) as unknown;
  coerceInputValue(value, type, (_path, _value, error) => refused.push(error.message));
  return refused.filter((message) => message.includes(`Field "${name}" is not defined`));
};

describe('attack T17: an input', () => {
  it('takes no field that it does not declare', () => {
    expect(inputs.length).toBeGreaterThan(150);
    const taken = inputs.flatMap((type) =>
      EXTRA.filter((name) => !Object.hasOwn(type.getFields(), name))
        .filter((name) => refusedOf(type, name).length === 0)
        .map((name) => `${type.name}.${name}`),
    );
    expect(taken).toEqual([]);
  });

  it('never says who acts, in which session or college, or when it was recorded', () => {
    const forbidden =
      /^(?:actor|actorId|session|sessionId|college|collegeId|recordedAt|position|rule|right)$/u;
    const asks = /(?:Filter|FilterInput|Moment)$/u;
    const said = inputs
      .filter(({ name }) => !asks.test(name))
      .flatMap((type) =>
        Object.keys(type.getFields())
          .filter((field) => forbidden.test(field))
          .map((field) => `${type.name}.${field}`),
      );
    expect(said).toEqual([]);
  });
});
