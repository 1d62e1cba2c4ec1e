import { setTimeout as sleep } from 'node:timers/promises';
import { isPassing } from '../database/passing-error.ts';
import { inTransaction } from '../database/transaction.ts';
import { CheckpointMoved, PageWriter } from './apply-page.ts';
import { findCheckpoint, startCheckpoint, type Checkpoint } from './checkpoints.ts';
import type { CollegeReader } from './college-reader.ts';
import { Poison } from './fold-steps.ts';
import type { OpenedEvent } from '../log/event-log.ts';
import type { Progress } from './progress.ts';
import type { ProjectorLocks } from './projector-locks.ts';
import type { ProjectionFault, ProjectionState, ProjectionStatus } from './projector-status.ts';
import type { ReadModel, ReadModels } from './read-models.ts';
import { Settling } from './settling.ts';

/** How long a loop on standby waits before it asks for the lock again, in milliseconds. */
const STANDBY_MS = 500;

/** How long a loop waits for a database that is out of reach, in milliseconds. */
const RETRY_MS = 500;

/**
 * How long a projection that is level and that nobody waits for lets events gather, in milliseconds: a page costs much
 * the same whether it holds one event or fifty.
 */
const GATHER_MS = 250;

/** A page of so many events is worth applying at once. */
const FULL = 500;

/** What the loops of a process share. */
export interface LoopSurroundings {
  /** One for each college: its projections share what is read and decoded. */
  readonly reader: (college: string) => CollegeReader;
  readonly models: Pick<ReadModels, 'pool' | 'pages'>;
  readonly locks: ProjectorLocks;
  readonly progress: Progress;
  /** Brings tables of an older version up to the code's, beside the live ones. */
  readonly rebuild: (model: ReadModel) => Promise<void>;
  /** Whether it lacks so much that a replay is the sooner way. */
  readonly isFarBehind: (model: ReadModel) => Promise<boolean>;
}

const faultOf = (error: unknown, position: bigint): ProjectionFault => {
  if (error instanceof Poison)
    return { position: error.event.position, event: error.event.type, message: error.message };
  const message = error instanceof Error ? error.message : 'The projector threw something that is no error.';
  return { position: position + 1n, event: null, message };
};

/** It may have aborted while something was awaited. */
const isAborted = (signal: AbortSignal): boolean => signal.aborted;

const mayPass = (error: unknown): boolean =>
  isPassing(error) || (error instanceof Error && isPassing(error.cause));

/** Keeps one projection of one college level with its log, for as long as this process is the one to do it. */
export class ProjectorLoop {
  /** Names the projection and college in locks and notes. */
  readonly key: string;
  readonly #around: LoopSurroundings;
  readonly #model: ReadModel;
  readonly #college: string;
  #state: ProjectionState = 'starting';
  #fault: ProjectionFault | null = null;
  /** Whether it was asked, once, if a replay is the sooner way. */
  #hasReplayed = false;

  constructor(around: LoopSurroundings, model: ReadModel, college: string) {
    this.#around = around;
    this.#model = model;
    this.#college = college;
    this.key = `${model.name}.${college}`;
  }

  /** What it is doing now. */
  get status(): ProjectionStatus {
    const { name: projection, version } = this.#model;
    const reached = this.#around.progress.reached(this.key);
    const position = reached < 0n ? 0n : reached;
    return {
      projection,
      version,
      college: this.#college,
      state: this.#state,
      position,
      fault: this.#fault,
    };
  }

  /** Runs until the signal aborts, or until a fault stops it; it never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    const { locks } = this.#around;
    while (!signal.aborted && this.#state !== 'stopped') {
      let lost: AbortSignal | null = null;
      try {
        lost = await locks.take(this.key);
        if (lost) await this.#follow(AbortSignal.any([signal, lost]));
        else await this.#pause('standby', STANDBY_MS, signal);
      } catch (error) {
        if (error instanceof CheckpointMoved) continue;
        if (mayPass(error)) await this.#pause('waiting', RETRY_MS, signal);
        else if (!isAborted(signal)) this.#stop(error);
      } finally {
        if (lost !== null) await locks.release(this.key);
      }
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { models, progress } = this.#around;
    const { position } = await this.#checkpoint(signal);
    if (signal.aborted) return;
    progress.raise(this.key, position);
    this.#state = 'following';
    const reader = this.#around.reader(this.#college);
    const writer = new PageWriter(models.pages, this.#model, this.#college, position, reader.decode);
    const settling = new Settling(writer);
    const until = AbortSignal.any([signal, settling.failed]);
    try {
      for await (const page of reader.follow(position, until)) {
        await this.#apply(writer, page);
        settling.soon(GATHER_MS);
        if (page.length < FULL) await progress.wanted(this.key, GATHER_MS, until);
      }
    } finally {
      await settling.end();
    }
  }

  async #apply(writer: PageWriter, page: readonly OpenedEvent[]): Promise<void> {
    const { progress } = this.#around;
    try {
      const position = await writer.apply(page);
      const isChange = page.some(({ type }) => this.#model.routes.has(type));
      progress.raise(this.key, position, isChange);
    } catch (error) {
      if (error instanceof Poison) progress.raise(this.key, error.event.position - 1n);
      throw error;
    }
  }

  /** Where to go on from, once the tables are of this program's version. */
  async #checkpoint(signal: AbortSignal): Promise<Checkpoint> {
    const { models, rebuild } = this.#around;
    const { name, version, shapes } = this.#model;
    for (;;) {
      const found = await findCheckpoint(models.pool, name, this.#college);
      if (found && signal.aborted) return found;
      if (!this.#hasReplayed && (found === null || found.version === version)) {
        this.#hasReplayed = true;
        if (await this.#around.isFarBehind(this.#model)) {
          await this.#replay();
          continue;
        }
      }
      if (found?.version === version) return found;
      if (!found)
        await inTransaction(models.pool, 'BEGIN', (client) =>
          startCheckpoint(client, this.#model, shapes, this.#college),
        );
      else if (found.version < version) {
        this.#state = 'rebuilding';
        await rebuild(this.#model);
      } else await this.#pause('standby', STANDBY_MS, signal);
    }
  }

  /** Where one event cannot be folded, those before it still can: page by page, up to that one. */
  async #replay(): Promise<void> {
    this.#state = 'rebuilding';
    try {
      await this.#around.rebuild(this.#model);
    } catch (error) {
      if (!(error instanceof Poison)) throw error;
    }
  }

  #stop(error: unknown): void {
    this.#fault = faultOf(error, this.status.position);
    this.#state = 'stopped';
    this.#around.progress.wake(this.key);
  }

  async #pause(state: ProjectionState, ms: number, signal: AbortSignal): Promise<void> {
    this.#state = state;
    await sleep(ms, undefined, { signal }).catch(() => undefined);
  }
}
