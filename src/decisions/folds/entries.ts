/** A copy of a map with one entry more, or replaced. */
export const withEntry = <Key, Value>(
  map: ReadonlyMap<Key, Value>,
  key: Key,
  value: Value,
): ReadonlyMap<Key, Value> => new Map(map).set(key, value);

/** A copy of a map with one entry less. */
export const withoutEntry = <Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> => {
  const copy = new Map(map);
  copy.delete(key);
  return copy;
};
