import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Projection } from '../../projections/definition.ts';
import type { Reader, Tables } from '../../projections/reader.ts';
import { projections as register } from '../../projections/register.ts';
import type { Connections } from '../database/pools.ts';
import { boundedReaders, type Readers } from './bounded-readers.ts';
import { namedRows } from './named-rows.ts';
import { routesOf, type Routes } from './routes.ts';
import { shapeOf, type TableShape } from './table-shape.ts';

/** A projection with the shapes of its tables. */
export interface ReadModel extends Projection {
  readonly shapes: readonly TableShape[];
  readonly routes: Routes;
}

/** The read models: what queries read through, and what the projector writes. */
export interface ReadModels {
  readonly readers: Readers;
  readonly models: readonly ReadModel[];
  /** For the projector and for rebuilds. */
  readonly pool: Pool;
  /** For pages of events as they come: statements go out together, and commits do not wait for the disk. */
  readonly pages: Pool;
}

const READERS = 8;

const WRITERS = 6;

const PAGE_WRITERS = 6;

/** Who writes the read models, and who reads them under row-level security. */
export interface ReadModelConnections {
  readonly projector: Connections;
  readonly reader: Connections;
}

/** Queries and rows by the names of properties. */
const byProperty = ({ em }: MikroORM): Reader => {
  const kysely = em.getKysely<Tables>({ columnNamingStrategy: 'property' });
  const { plugins } = kysely.getExecutor();
  return plugins.reduce((named, plugin) => named.withPlugin(namedRows(plugin)), kysely.withoutPlugins());
};

/**
 * Opens the read models on connections of the two roles, which also close them. MikroORM gives metadata and
 * Kysely; it hydrates no entity, and its connections are ours, so that values come out by our row types.
 */
export const openReadModels = (
  { projector, reader }: ReadModelConnections,
  projections: readonly Projection[] = register,
): ReadModels => {
  const entities = projections.flatMap(({ tables }) => tables.map(({ entity }) => entity));
  const dialect = new PostgresDialect({ pool: reader.pool(READERS) });
  const orm = new MikroORM({
    dbName: 'read',
    driverOptions: dialect,
    entities: entities as never[],
    discovery: { warnWhenNoEntities: false },
  });
  const metadata = orm.getMetadata();
  return {
    readers: boundedReaders(byProperty(orm).withSchema('read'), dialect),
    models: projections.map((projection) => {
      const shapes = projection.tables.map((table) => shapeOf(metadata, table));
      return { ...projection, shapes, routes: routesOf(shapes) };
    }),
    pool: projector.pool(WRITERS),
    pages: projector.pool(PAGE_WRITERS, { isPipelined: true, isLax: true }),
  };
};
