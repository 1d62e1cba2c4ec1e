import { CompiledQuery, Kysely, type DatabaseConnection, type Dialect } from 'kysely';
import type { Reader, Tables } from '../../projections/reader.ts';
import { EVERY_STUDENT, SETTINGS } from '../database/row-bounds.ts';
import type { Bounds } from '../policies/bounds.ts';

/** Gives what the queries of one request read through; `null` bounds leave no row at all. */
export type Readers = (bounds: Bounds | null) => Reader;

const BIND = `SELECT set_config('${SETTINGS.college}', $1, false), set_config('${SETTINGS.students}', $2, false)`;

const settingsOf = (bounds: Bounds | null): readonly [college: string, students: string] => [
  bounds?.college ?? '',
  bounds?.students === null ? EVERY_STUDENT : `{${[...(bounds?.students ?? [])].sort().join(',')}}`,
];

/**
 * Binds readers to bounds. A connection is told the bounds before a query of theirs runs on it, unless it stands in
 * them already; one that was told nothing gives no row. So a connection belongs to one session of the database.
 */
export const boundedReaders = (unbound: Reader, dialect: Dialect): Readers => {
  const executor = unbound.getExecutor();
  const driver = dialect.createDriver();
  const standing = new WeakMap<DatabaseConnection, string>();

  const bind = async (
    connection: DatabaseConnection,
    settings: readonly [string, string],
    name: string,
  ): Promise<void> => {
    if (standing.get(connection) === name) return;
    standing.delete(connection);
    await connection.executeQuery(CompiledQuery.raw(BIND, [...settings]));
    standing.set(connection, name);
  };

  return (bounds) => {
    const settings = settingsOf(bounds);
    const name = settings.join(' ');
    return new Kysely<Tables>({
      config: { dialect },
      dialect,
      driver,
      executor: executor.withConnectionProvider({
        provideConnection: (consumer, options) =>
          executor.provideConnection(async (connection) => {
            await bind(connection, settings, name);
            return consumer(connection);
          }, options),
      }),
    });
  };
};
