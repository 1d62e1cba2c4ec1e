/**
 * Does something with every item, at most `limit` at a time, in the order of their coming. Fails with the first
 * failure, once what was begun has ended.
 */
export async function eachInFlight<Item>(
  items: Iterable<Item> | AsyncIterable<Item>,
  limit: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const flying = new Set<Promise<void>>();
  const failures: unknown[] = [];
  let landed = (): void => undefined;
  for await (const item of items) {
    const flight = act(item)
      .catch((error: unknown) => void failures.push(error))
      .then(() => {
        flying.delete(flight);
        landed();
      });
    flying.add(flight);
    if (flying.size >= limit) await new Promise<void>((resolve) => (landed = resolve));
    if (failures.length > 0) break;
  }
  await Promise.all(flying);
  if (failures.length > 0) throw failures[0];
}
