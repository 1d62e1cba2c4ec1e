import { GraphQLError } from 'graphql';

const invalid = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** A number of an input that must lie within bounds, both included. */
export const between = (field: string, value: number, least: number, most: number): number => {
  if (value < least || value > most)
    throw invalid(`\`${field}\` is a number from ${least} to ${most.toLocaleString('en')}.`);
  return value;
};

/** A list of an input that must have so many items. */
export const sized = <Item>(
  field: string,
  list: readonly Item[],
  least: number,
  most: number,
): readonly Item[] => {
  if (list.length < least || list.length > most)
    throw invalid(`\`${field}\` has ${least} to ${most.toLocaleString('en')} items.`);
  return list;
};
