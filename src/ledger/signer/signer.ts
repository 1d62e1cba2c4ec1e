import { setTimeout as sleep } from 'node:timers/promises';
import { connections } from '../../database/pools.ts';
import { lockFolder, type FolderLock } from '../folder-lock.ts';
import type { Finding } from './finding.ts';
import { PACE, type SignerPace } from './pace.ts';
import { Rounds } from './rounds.ts';
import { openSession, type Session } from './session.ts';
import { asking, DatabaseAway, readFacts, writeReport } from './signer-database.ts';
import type { WitnessAddress } from './witness-client.ts';

const RETRY_MS = 500;

/** How often a signer looks whether there is something to be cosigned, in milliseconds. */
const LOOK_MS = 1_000;

/** What a signer says to whoever runs it. */
export interface SignerLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly log?: string;
  readonly finding?: Finding;
}

/** Where a signer stands with one log. */
export interface SignedLog {
  readonly college: string;
  readonly origin: string;
  readonly vkeys: readonly string[];
  readonly size: number;
  readonly alarm: Finding | null;
}

/** What a signer works with. */
export interface SignerOptions {
  /** Connects as gradeledger_signer. */
  readonly databaseUrl: string;
  /** Its own folder, outside PostgreSQL: state, tiles and keys of every college. */
  readonly folder: string;
  /** Whether a log that was never signed gets a key by itself. */
  readonly makeKeys: boolean;
  readonly witnesses?: readonly WitnessAddress[];
  readonly pace?: Partial<SignerPace>;
  readonly say?: (line: SignerLine) => void;
}

/** A signer at work. */
export interface RunningSigner {
  /** Where it stands with every log. */
  readonly logs: () => readonly SignedLog[];
  /** Whether it signs: it has both locks, and the database. */
  readonly isActive: () => boolean;
  /** Submits to the witnesses at once. */
  witnessNow(): Promise<void>;
  /** Resolves when it was closed; rejects when it cannot go on. */
  readonly ended: Promise<void>;
  /** Finishes what is under way, and stops. */
  close(): Promise<void>;
}

/**
 * Starts to sign every log of a database. While another signer works, or the database is out of reach, it waits; whatever
 * it refuses, it goes on by itself once the facts are right again.
 */
export const startSigner = (options: SignerOptions): RunningSigner => {
  const { databaseUrl, folder, makeKeys, witnesses = [], say = () => undefined } = options;
  const pace: SignerPace = { ...PACE, ...options.pace };
  const closing = new AbortController();
  const { signal } = closing;
  const pool = connections(databaseUrl).pool(3);
  const readings = asking(pool);
  let isActive = false;

  const rounds = new Rounds({
    folder,
    makeKeys,
    witnesses,
    pace,
    readings,
    closing: signal,
    found: (log, finding) => {
      if (finding) say({ level: 'error', message: finding.sentence, log, finding });
      else say({ level: 'info', message: `Everything that was signed of ${log} is right again.`, log });
    },
  });

  const pause = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal }).catch(() => undefined);

  /** Repeats something until the signer is closed; a database that is out of reach is waited out. */
  const repeatedly = async (ms: () => number, act: () => Promise<void>): Promise<void> => {
    while (!signal.aborted) {
      await act().catch((error: unknown) => {
        if (!(error instanceof DatabaseAway)) throw error;
      });
      await pause(ms());
    }
  };

  /** Tells, once, that another signer is at work; in the reports too, for auditors. */
  const patience = (what: string) => {
    const since = Date.now();
    let isTold = false;
    return async (): Promise<void> => {
      if (isTold || Date.now() - since < pace.secondMs) return;
      isTold = true;
      const message = `Another signer ${what}: this one does not sign, and waits.`;
      say({ level: 'error', message });
      for (const { no, signed } of await readFacts(readings))
        await writeReport(readings, {
          no,
          kind: 'alarm',
          code: 'SECOND_SIGNER',
          size: signed.size,
          position: null,
          sentence: message,
        });
    };
  };

  const lockedFolder = async (): Promise<FolderLock | null> => {
    const tell = patience('works in this folder');
    while (!signal.aborted) {
      const lock = await lockFolder(folder);
      if (lock) return lock;
      await tell().catch(unlessAway);
      await pause(RETRY_MS);
    }
    return null;
  };

  const work = async (session: Session): Promise<void> => {
    const tell = patience('signs this database');
    while (!session.signal.aborted && !(await session.lock())) {
      await tell();
      await session.wait(RETRY_MS, RETRY_MS);
    }
    while (!session.signal.aborted) {
      isActive = true;
      const isBusy = await rounds.sign(session.db, (error) => {
        if (!(error instanceof DatabaseAway)) fail(error);
      });
      await session.hear(!isBusy);
      await (isBusy ? session.wait(pace.busyMs, pace.busyMs) : session.wait(pace.leastMs, pace.mostMs));
    }
  };

  const signing = async (): Promise<void> => {
    let isAwayTold = false;
    await repeatedly(
      () => RETRY_MS,
      async () => {
        try {
          const session = await openSession(databaseUrl, signal);
          isAwayTold = false;
          try {
            await work(session);
          } finally {
            isActive = false;
            await rounds.idle();
            await session.end();
          }
        } catch (error) {
          if (!(error instanceof DatabaseAway)) throw error;
          if (!isAwayTold && !signal.aborted)
            say({ level: 'warn', message: `The signer waits for the database: ${error.message}` });
          isAwayTold = true;
        }
      },
    );
  };

  /** What is new is submitted at once, and then no more often than the pace says. */
  const witnessing = async (): Promise<void> => {
    let isAsked = false;
    await repeatedly(
      () => (isAsked ? pace.witnessMs : Math.min(pace.witnessMs, LOOK_MS)),
      async () => {
        isAsked = await rounds.witness();
      },
    );
  };

  let failure: { readonly error: unknown } | null = null;
  const fail = (error: unknown): void => {
    failure ??= { error };
    closing.abort();
  };

  const run = async (): Promise<void> => {
    const lock = await lockedFolder();
    const parts = [
      signing,
      () =>
        repeatedly(
          () => pace.passMs,
          () => rounds.sweep(),
        ),
      witnessing,
    ];
    if (lock) await Promise.all(parts.map((part) => part().catch(fail)));
    lock?.release();
    await pool.end();
  };

  const ended = run().then(() => {
    if (failure) throw failure.error;
  });
  ended.catch(() => undefined);

  return {
    logs: () =>
      [...rounds.entries.values()].map(({ signer, facts }) => ({
        college: facts.college,
        origin: facts.origin,
        vkeys: signer.keys.map(({ vkey }) => vkey),
        size: signer.signed?.size ?? 0,
        alarm: signer.standing,
      })),
    isActive: () => isActive,
    witnessNow: async () => {
      await rounds.witness();
    },
    ended,
    close: async () => {
      closing.abort();
      await ended;
    },
  };
};

const unlessAway = (error: unknown): void => {
  if (!(error instanceof DatabaseAway)) throw error;
};
