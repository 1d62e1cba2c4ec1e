import { MikroORM } from '@mikro-orm/postgresql';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Projection } from '../../projections/definition.ts';
import type { Reader, Tables } from '../../projections/reader.ts';
import { projections as register } from '../../projections/register.ts';
import type { Connections } from '../database/pools.ts';
import { routesOf, type Routes } from './routes.ts';
import { shapeOf, type TableShape } from './table-shape.ts';

/** A projection with the shapes of its tables. */
export interface ReadModel extends Projection {
  readonly shapes: readonly TableShape[];
  readonly routes: Routes;
}

/** The read models: what queries read through, and what the projector writes. */
export interface ReadModels {
  readonly reader: Reader;
  readonly models: readonly ReadModel[];
  /** For the projector and for rebuilds. */
  readonly pool: Pool;
}

const READERS = 8;

const WRITERS = 6;

/**
 * Opens the read models on the application's connections, which also close them. MikroORM gives metadata and
 * Kysely; it hydrates no entity, and its connections are ours, so that values come out by our row types.
 */
export const openReadModels = (
  app: Connections,
  projections: readonly Projection[] = register,
): ReadModels => {
  const entities = projections.flatMap(({ tables }) => tables.map(({ entity }) => entity));
  const orm = new MikroORM({
    dbName: 'read',
    driverOptions: new PostgresDialect({ pool: app.pool(READERS) }),
    entities: entities as never[],
    discovery: { warnWhenNoEntities: false },
  });
  const metadata = orm.getMetadata();
  return {
    reader: orm.em.getKysely<Tables>({ columnNamingStrategy: 'property' }).withSchema('read'),
    models: projections.map((projection) => {
      const shapes = projection.tables.map((table) => shapeOf(metadata, table));
      return { ...projection, shapes, routes: routesOf(shapes) };
    }),
    pool: app.pool(WRITERS),
  };
};
