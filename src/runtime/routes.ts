import type { Recorded } from '../../events/recorded.ts';
import { definitionOf } from '../../events/register.ts';
import type { Change } from '../../projections/projection.ts';
import { decode } from '../log/body.ts';
import type { OpenedEvent } from '../log/event-log.ts';
import type { Row, TableShape } from './table-shape.ts';

/** A table, by its place in the projection, and what an event does to its rows. */
interface Route {
  readonly table: number;
  readonly handle: (event: Recorded) => readonly Change<Row>[];
}

/** By event type, the handlers of a projection's tables. */
export type Routes = ReadonlyMap<string, readonly Route[]>;

/** Sorts the handlers of some tables by event type. */
export const routesOf = (shapes: readonly Pick<TableShape, 'handlers'>[]): Routes => {
  const routes = shapes.flatMap(({ handlers }, table) =>
    // The handler under a type takes the events of that type.
    Object.entries(handlers).map(([type, handle]) => ({ type, table, handle: handle as Route['handle'] })),
  );
  return Map.groupBy(routes, ({ type }) => type);
};

/**
 * What an event does, change by change. One that concerns no table is not decoded, but has to be known all the same:
 * throws on a type or version this program does not know.
 */
export const follow = (
  routes: Routes,
  stored: OpenedEvent,
  visit: (table: number, change: Change<Row>) => void,
): void => {
  const found = routes.get(stored.type);
  if (!found) {
    if (definitionOf(stored.type).version < stored.version)
      throw new Error(`${stored.type} version ${stored.version} is newer than this program.`);
    return;
  }
  const event = decode(stored);
  for (const { table, handle } of found) for (const change of handle(event)) visit(table, change);
};
