import type { Recorded } from '../events/recorded.ts';

/** A row at two moments; `null` where there was none, or it was not among those asked for. */
export interface Pair<Row> {
  readonly before: Row | null;
  readonly after: Row | null;
}

/** A row at two moments, and the events between them that made the difference. */
export interface Difference<Row> extends Pair<Row> {
  /** In the order of the log. */
  readonly events: readonly Recorded[];
}

/** The rows of two moments side by side, by the name of each, in the order of the names. */
export const paired = <Row>(
  before: readonly Row[],
  after: readonly Row[],
  nameOf: (row: Row) => string,
): readonly (Pair<Row> & { readonly row: Row })[] => {
  const earlier = new Map(before.map((row) => [nameOf(row), row]));
  const later = new Map(after.map((row) => [nameOf(row), row]));
  return [...new Map([...earlier, ...later])]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, row]) => ({ row, before: earlier.get(name) ?? null, after: later.get(name) ?? null }));
};

/** Every event of some lists once, in the order of the log. */
export const merged = (...lists: readonly (readonly Recorded[] | undefined)[]): readonly Recorded[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].sort((one, other) =>
    one.position < other.position ? -1 : 1,
  );
