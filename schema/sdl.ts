import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  lexicographicSortSchema,
  printSchema,
  type GraphQLSchema,
} from 'graphql';

/** The schema in its definition language, sorted, with descriptions: the contract as one file. */
export const sdlOf = (schema: GraphQLSchema): string => `${printSchema(lexicographicSortSchema(schema))}\n`;

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

const missing = (prefix: string, all: readonly Described[]): readonly string[] =>
  all.filter(({ description }) => !description?.trim()).map(({ name }) => `${prefix}${name}`);

/**
 * Every type, field, argument, input field and enum value that a client would have to guess.
 * The root types themselves are excepted: type-graphql makes them and describes them no further.
 */
export const undescribed = (schema: GraphQLSchema): readonly string[] => {
  const roots: readonly unknown[] = [
    schema.getQueryType(),
    schema.getMutationType(),
    schema.getSubscriptionType(),
  ];
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => [
      ...(roots.includes(type) ? [] : missing('', [type])),
      ...(isEnumType(type) ? missing(`${type.name}.`, type.getValues()) : []),
      ...(isInputObjectType(type) ? missing(`${type.name}.`, Object.values(type.getFields())) : []),
      ...(isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).flatMap((field) => [
            ...missing(`${type.name}.`, [field]),
            ...missing(`${type.name}.${field.name}.`, field.args),
          ])
        : []),
    ])
    .sort();
};
