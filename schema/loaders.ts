import DataLoader from 'dataloader';

/** Finds rows by id, within what the viewer may read; a row that is missing or out of reach is left out. */
export type FindByIds<Row> = (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>;

/** A loader of one request, over one query: an edge of thirty rows is one query, and nobody else's rows are in it. */
export const loaderOf = <Row>(find: FindByIds<Row>): DataLoader<string, Row | null> =>
  new DataLoader(async (ids) => {
    const found = await find([...new Set(ids)]);
    return ids.map((id) => found.get(id) ?? null);
  });

/** What an edge is resolved by: nothing for no id. */
export const load = <Row>(loader: DataLoader<string, Row | null>, id: string | null): Promise<Row | null> =>
  id === null ? Promise.resolve(null) : loader.load(id);
