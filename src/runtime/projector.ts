import { isPassing } from '../database/passing-error.ts';
import type { EventLog } from '../log/event-log.ts';
import { findCheckpoint } from './checkpoints.ts';
import { CollegeReader } from './college-reader.ts';
import { farBehind } from './far-behind.ts';
import { prepareTables } from './prepare-tables.ts';
import { Progress } from './progress.ts';
import { ProjectorLocks } from './projector-locks.ts';
import { ProjectorLoop, type LoopSurroundings } from './projector-loop.ts';
import type { ProjectionStatus } from './projector-status.ts';
import type { ReadModel, ReadModels } from './read-models.ts';
import { raiseVersion } from './rebuild.ts';

/** How long a wait sleeps before it looks at the checkpoint that another process moves, in milliseconds. */
const LOOK_MS = 25;

/** The same where this process moves it and tells of each move: only a change of hands is not told. */
const CHANGE_MS = 250;

/** A database out of reach for now has not reached anything yet: whoever waits, waits on. */
const unlessPassing = (error: unknown): null => {
  if (isPassing(error)) return null;
  throw error;
};

/** Keeps the read models of some colleges level with their logs. */
export interface Projector {
  /** Starts to project a college; again, it changes nothing. */
  follow(college: string): void;
  /**
   * Whether a projection reached a position within `timeoutMs`. False at once where it has stopped before it.
   */
  waitFor(projection: string, college: string, position: bigint, timeoutMs: number): Promise<boolean>;
  /** The position at which a projection last wrote rows, as far as this process knows; it costs nothing to ask. */
  changed(projection: string, college: string): bigint;
  /** What the projections of a college read through; whoever else follows its log in this process takes this too. */
  reader(college: string): CollegeReader;
  /** What every projection of every college is doing in this process. */
  projectorStatus(): readonly ProjectionStatus[];
  /** The same of one college, as far as it is kept: what another process projects, that process knows. */
  standing(college: string): Promise<readonly ProjectionStatus[]>;
  /** Ends every loop, after the page it is writing. */
  stop(): Promise<void>;
}

/** Makes the tables that are missing and gives the projector; it projects the colleges it is told to follow. */
export const startProjector = async (log: EventLog, readModels: ReadModels): Promise<Projector> => {
  const { pool, models } = readModels;
  await prepareTables(pool, models);

  const stopping = new AbortController();
  const progress = new Progress();
  const locks = new ProjectorLocks(pool);
  const loops = new Map<string, { readonly loop: ProjectorLoop; readonly running: Promise<void> }>();
  const rebuilding = new Map<string, Promise<void>>();
  const readers = new Map<string, CollegeReader>();

  const turns = [Promise.resolve(), Promise.resolve()];
  const rebuild = (model: ReadModel): Promise<void> =>
    rebuilding.getOrInsertComputed(model.name, () => {
      const turn = rebuilding.size % turns.length;
      const mine = (turns[turn] ?? Promise.resolve()).then(() => raiseVersion(log, readModels, model));
      turns[turn] = mine.catch(() => undefined);
      return mine.finally(() => rebuilding.delete(model.name));
    });
  const lags = new Map<string, Promise<boolean>>();
  const isFarBehind = (model: ReadModel): Promise<boolean> =>
    lags.getOrInsertComputed(model.name, () =>
      farBehind(log, pool, model).finally(() => lags.delete(model.name)),
    );
  const versionOf = (name: string): number => models.find((model) => model.name === name)?.version ?? 0;
  const reader = (college: string): CollegeReader =>
    readers.getOrInsertComputed(college, () => new CollegeReader(log, college));
  const around: LoopSurroundings = { reader, models: readModels, locks, progress, rebuild, isFarBehind };

  return {
    follow(college) {
      for (const model of models) {
        const loop = new ProjectorLoop(around, model, college);
        if (!loops.has(loop.key)) loops.set(loop.key, { loop, running: loop.run(stopping.signal) });
      }
    },

    async waitFor(projection, college, position, timeoutMs) {
      const key = `${projection}.${college}`;
      const until = performance.now() + timeoutMs;
      for (;;) {
        if (progress.reached(key) >= position) return true;
        const state = loops.get(key)?.loop.status.state;
        if (state === 'stopped') return false;
        if (state !== 'following') {
          const found = await findCheckpoint(pool, projection, college).catch(unlessPassing);
          // Rows of an older version are about to be replaced.
          if (found && found.version >= versionOf(projection) && found.position > progress.reached(key))
            progress.raise(key, found.position);
          if (progress.reached(key) >= position) return true;
        }
        const left = until - performance.now();
        if (left <= 0) return false;
        await progress.next(key, Math.ceil(Math.min(left, state === 'following' ? CHANGE_MS : LOOK_MS)));
      }
    },

    changed: (projection, college) => progress.changed(`${projection}.${college}`),

    reader,

    projectorStatus: () => [...loops.values()].map(({ loop }) => loop.status),

    async standing(college) {
      const here = [...loops.values()]
        .map(({ loop }) => loop.status)
        .filter((one) => one.college === college);
      return await Promise.all(
        here.map(async (status) => {
          if (status.state === 'following' || status.state === 'stopped') return status;
          const found = await findCheckpoint(pool, status.projection, college);
          const kept = found?.position ?? 0n;
          return { ...status, position: kept > status.position ? kept : status.position };
        }),
      );
    },

    async stop() {
      stopping.abort();
      await Promise.all([...loops.values()].map(({ running }) => running));
      await locks.close();
    },
  };
};
