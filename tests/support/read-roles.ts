import { connections } from '../../src/database/pools.ts';
import type { ReadModelConnections } from '../../src/runtime/read-models.ts';
import type { TestDatabase } from './postgres.ts';

/** The connections of the two roles that know the read models, as the server has them. */
export const readRoles = (
  database: Pick<TestDatabase, 'projectorUrl' | 'readerUrl'>,
): ReadModelConnections & { end(): Promise<void> } => {
  const projector = connections(database.projectorUrl);
  const reader = connections(database.readerUrl);
  return {
    projector,
    reader,
    async end() {
      await Promise.all([projector.end(), reader.end()]);
    },
  };
};
