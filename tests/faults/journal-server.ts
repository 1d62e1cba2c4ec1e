import { openHouse } from '../../src/house.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { isFaithful, verifyProjections } from '../../src/runtime/verify-projections.ts';
import { serve } from '../../src/serve.ts';
import type { ServedHouse } from '../support/served-house.ts';

/** A journal of a test: its database, and the folder of the secrets that lie outside it. */
export interface JournalPlace {
  readonly databaseUrl: string;
  readonly dataDir: string;
}

/** Serves a journal within the test's own process. */
export const serveJournal = async (
  place: JournalPlace,
): Promise<Pick<ServedHouse, 'house' | 'origin' | 'projector' | 'close'>> => {
  const house = await openHouse({ ...place, roleUrls: {}, kekFile: null }, 'server');
  const serving = await serve(house, { host: '127.0.0.1', port: 0 }, { log: { write: () => undefined } });
  const close = async (): Promise<void> => {
    await serving.close();
    await house.close();
  };
  return { ...serving, house, close };
};

/** Whether every read model, once it has caught up, is what a replay of the log gives. */
export const projectionsEqualReplay = async (place: JournalPlace): Promise<boolean> => {
  const served = await serveJournal(place);
  const { house } = served;
  const readModels = openReadModels(house.database);
  for (const { id } of await house.colleges()) {
    const head = await house.log.head(id);
    const reached = readModels.models.map(({ name }) => served.projector.waitFor(name, id, head, 60_000));
    if (!(await Promise.all(reached)).every(Boolean)) throw new Error('A projection did not catch up.');
  }
  const reports = await verifyProjections(house.log, readModels);
  await served.close();
  return isFaithful(reports);
};
