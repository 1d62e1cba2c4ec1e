import { problem } from './errors/problem.ts';

/** A number of an input that must lie within bounds, both included. */
export const between = (field: string, value: number, least: number, most: number): number => {
  if (value < least || value > most) throw problem('OUT_OF_BOUNDS', { field, least, most });
  return value;
};

/** A list of an input that must have so many items. */
export const sized = <Item>(
  field: string,
  list: readonly Item[],
  least: number,
  most: number,
): readonly Item[] => {
  if (list.length < least || list.length > most) throw problem('LIST_OUT_OF_BOUNDS', { field, least, most });
  return list;
};
