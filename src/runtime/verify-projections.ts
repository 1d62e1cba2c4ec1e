import type { EventLog } from '../log/event-log.ts';
import { replayBeside, type OnProgress } from './beside.ts';
import { prepareTables } from './prepare-tables.ts';
import type { ReadModels } from './read-models.ts';
import { collegesOf, type ReplayReport } from './rebuild.ts';

/** Replays every projection from the log and holds the live rows against it; changes nothing. */
export const verifyProjections = async (
  log: EventLog,
  readModels: ReadModels,
  onProgress: OnProgress = () => undefined,
): Promise<readonly ReplayReport[]> => {
  await prepareTables(readModels.pool, readModels.models);
  const colleges = await collegesOf(log);
  const reports: ReplayReport[] = [];
  for (const model of readModels.models) {
    const conclude = (): Promise<void> => Promise.resolve();
    const { events, tables } = await replayBeside(
      log,
      readModels,
      model,
      colleges,
      'check',
      onProgress,
      conclude,
    );
    reports.push({ projection: model.name, version: model.version, events, tables });
  }
  return reports;
};

/** Whether every live row is as the log says. */
export const isFaithful = (reports: readonly ReplayReport[]): boolean =>
  reports.every(({ tables }) =>
    tables.every(({ different, missing, extra }) => different + missing + extra === 0),
  );
