import { registerEnumType } from 'type-graphql';

const screaming = (value: string): string =>
  value
    .replaceAll(/([a-z\d])([A-Z])/gu, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase();

/**
 * Makes a GraphQL enum of a closed list: `practicalTrainingInstructor` reads `PRACTICAL_TRAINING_INSTRUCTOR`.
 * Every value has a description, or it does not compile.
 */
export const graphqlEnum = <Value extends string>(
  name: string,
  description: string,
  values: Readonly<Record<Value, string>>,
): Readonly<Record<string, Value>> => {
  const entries = Object.entries(values) as [Value, string][];
  const members = Object.fromEntries(entries.map(([value]) => [screaming(value), value]));
  registerEnumType(members, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      entries.map(([value, text]) => [screaming(value), { description: text }]),
    ),
  });
  return members;
};
