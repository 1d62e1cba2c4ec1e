import { setTimeout as sleep } from 'node:timers/promises';
import { LogFault } from '../event-log.ts';
import type { Located, Numbering } from './numbering.ts';

/** How long an append waits for its events to be numbered, in milliseconds. */
const PATIENCE_MS = 10_000;

/** How long nobody looks whether another process numbered them, in milliseconds. */
const POLL_MS = 250;

/** What one college's appends wait for: that its index has what KurrentDB has. */
export interface IndexWaits {
  /** Whether a command is on its way to KurrentDB, or there, and was not numbered yet as far as is known here. */
  isPending(commandId: string): boolean;
  /** Says that a command is on its way; `forget` says that it was not stored. */
  expect(commandId: string): void;
  forget(commandId: string): void;
  /** Where an expected command was numbered. Throws `LogFault` when that takes too long. */
  located(commandId: string): Promise<Located>;
  /** Resolves when everything that was stored here is numbered. Throws `LogFault` when that takes too long. */
  settled(): Promise<void>;
  /** Resolves when the index has a revision of a stream. Throws `LogFault` when that takes too long. */
  reaches(stream: string, revision: number): Promise<void>;
  /** What a sequencer tells. */
  numbered(commands: ReadonlyMap<string, Located | null>): void;
  broken(fault: LogFault | null): void;
  /** What keeps this college from being numbered; `null` where nothing does. */
  fault(): LogFault | null;
  /** Throws it. */
  demandSound(): void;
}

/** A sequencer tells of every command that it numbers; a look now and then finds those that others numbered. */
export function createIndexWaits(
  college: string,
  numbering: Numbering,
  patienceMs = PATIENCE_MS,
): IndexWaits {
  /** `false` until it is numbered; then its place, or `null` where another process numbered it. */
  const pending = new Map<string, Located | null | false>();
  let moved = Promise.withResolvers<undefined>();
  let fault: LogFault | null = null;
  const rouse = (): void => {
    moved.resolve(undefined);
    moved = Promise.withResolvers();
  };
  const demandSound = (): void => {
    if (fault) throw fault;
  };

  /** Looks when it is due, and now and then. */
  const until = async <Answer>(isDue: () => boolean, look: () => Promise<Answer | null>): Promise<Answer> => {
    const deadline = Date.now() + patienceMs;
    let nextLook = Date.now() + POLL_MS;
    for (;;) {
      const { promise } = moved;
      const now = Date.now();
      if (isDue() || now >= nextLook) {
        nextLook = now + POLL_MS;
        const found = await look().catch((error: unknown) => {
          throw new LogFault('the log could not be read', { cause: error });
        });
        if (found !== null) return found;
      }
      demandSound();
      if (now > deadline)
        throw new LogFault(
          'the append is stored and has no number yet: the same command, sent again, will be told it',
        );
      const over = new AbortController();
      const { signal } = over;
      await Promise.race([promise, sleep(nextLook - now, undefined, { signal }).catch(() => undefined)]);
      over.abort();
    }
  };

  return {
    isPending: (commandId) => pending.has(commandId),
    fault: () => fault,
    demandSound,
    expect: (commandId) => {
      pending.set(commandId, false);
    },
    forget: (commandId) => {
      pending.delete(commandId);
    },
    async located(commandId) {
      try {
        return await until(
          () => pending.get(commandId) !== false,
          async () => {
            const told = pending.get(commandId);
            return told === undefined || told === null || told === false
              ? numbering.locate(college, commandId)
              : told;
          },
        );
      } finally {
        pending.delete(commandId);
      }
    },
    async settled() {
      const isSettled = (): boolean => [...pending.values()].every((told) => told !== false);
      await until(isSettled, () => Promise.resolve(isSettled() ? true : null));
    },
    async reaches(stream, revision) {
      await until(
        () => true,
        async () => ((await numbering.revision(college, stream)) >= revision ? true : null),
      );
    },
    numbered(commands) {
      // Whoever is told of the number may append at once.
      if (commands.size > 0) fault = null;
      for (const [id, found] of commands) if (pending.has(id)) pending.set(id, found);
      rouse();
    },
    broken(found) {
      fault = found;
      if (found) rouse();
    },
  };
}
