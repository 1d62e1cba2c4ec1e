import type { Recorded } from '../../events/recorded.ts';
import { definitionOf, type EventNamed } from '../../events/register.ts';
import type { Change } from '../../projections/projection.ts';
import { decode } from '../log/body.ts';
import type { OpenedEvent } from '../log/event-log.ts';
import { KEY_DESTROYED, sweepsOf, type Sweep } from './sweep.ts';
import type { Row, TableShape } from './table-shape.ts';

type KeyDestroyed = EventNamed<typeof KEY_DESTROYED>['data'];

/** What an event does to a table: to the row of one key, or to every row with texts of a key that has ended. */
export type Effect = Change<Row> | Sweep;

/** A table, by its place in the projection, and what an event does to its rows. */
interface Route {
  readonly table: number;
  readonly handle: (event: Recorded) => readonly Effect[];
}

/** By event type, the handlers of a projection's tables. */
export type Routes = ReadonlyMap<string, readonly Route[]>;

/** The tables with personal texts, by what is left of them when a key ends. */
const sweepRoutes = (shapes: readonly Pick<TableShape, 'personal'>[]) =>
  shapes.flatMap((shape, table) => {
    const handle = ({ data }: Recorded): readonly Effect[] => sweepsOf(shape, data as KeyDestroyed);
    return shape.personal.length > 0 ? [{ type: KEY_DESTROYED, table, handle }] : [];
  });

/** Gives the facts of a stored event. */
export type Decode = (event: OpenedEvent) => Recorded;

/** Sorts the handlers of some tables by event type. */
export const routesOf = (shapes: readonly Pick<TableShape, 'handlers' | 'personal'>[]): Routes => {
  const routes = shapes.flatMap(({ handlers }, table) =>
    // The handler under a type takes the events of that type.
    Object.entries(handlers).map(([type, handle]) => ({ type, table, handle: handle as Route['handle'] })),
  );
  return Map.groupBy([...routes, ...sweepRoutes(shapes)], ({ type }) => type);
};

/**
 * What an event does, effect by effect. One that concerns no table is not decoded, but has to be known all the same:
 * throws on a type or version this program does not know.
 */
export const follow = (
  routes: Routes,
  stored: OpenedEvent,
  visit: (table: number, effect: Effect) => void,
  decoded: Decode = decode,
): void => {
  const found = routes.get(stored.type);
  if (!found) {
    if (definitionOf(stored.type).version < stored.version)
      throw new Error(`${stored.type} version ${stored.version} is newer than this program.`);
    return;
  }
  const event = decoded(stored);
  for (const { table, handle } of found) for (const effect of handle(event)) visit(table, effect);
};
