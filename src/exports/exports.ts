import { exportsToMake } from '../../projections/exports/queries.ts';
import { exports, type ExportState } from '../decisions/folds/export.ts';
import { isKept } from '../policies/export-term.ts';
import type { RunningCollege } from '../runtime/college.ts';
import type { ExportFile } from './export-files.ts';
import { giveUp, makeExport, type Workshop } from './make-export.ts';

/** What the maker of exports goes round. */
export interface Rounds extends Workshop {
  readonly colleges: () => Promise<readonly { readonly id: string }[]>;
  readonly college: (id: string) => Promise<RunningCollege>;
  /** Told of what went wrong. */
  readonly report: (fault: unknown) => void;
}

/** The maker of exports, at work. */
export interface Exports {
  /** Takes away what has expired, with its key, and what nobody will finish; once a minute it is done anyway. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

const ROUND_MS = 500;
const SWEEP_MS = 60_000;
const TRIES = 3;

/** What another process may still be writing or telling of is left alone for so long, in milliseconds. */
const UNTOLD_MS = 60 * 60 * 1_000;

const isOver = (state: ExportState, now: string): boolean => {
  if (!state || state.failed) return true;
  return state.made ? !isKept(state.made.expires, now) : false;
};

const isWanted = (state: ExportState, { sha256, touched }: ExportFile, now: string): boolean => {
  if (isOver(state, now)) return false;
  if (state?.made) return state.made.sha256 === sha256;
  return Date.now() - touched < UNTOLD_MS;
};

/** Makes the exports that were asked for, one after the other: those too whose maker died; and sweeps after them. */
export const startExports = (rounds: Rounds): Exports => {
  const { files, readers, report } = rounds;
  const failures = new Map<string, number>();

  const makeAll = async (): Promise<void> => {
    for (const { id } of await rounds.colleges()) {
      for (const job of await exportsToMake(readers({ college: id, students: null }), id)) {
        const college = await rounds.college(id);
        // The read model may lag behind: what the log tells decides.
        const state = await college.stateOf(exports, job.export);
        if (!state || state.made || state.failed) continue;
        try {
          await makeExport(rounds, college, job);
        } catch (fault) {
          report(fault);
          const tries = (failures.get(job.export) ?? 0) + 1;
          failures.set(job.export, tries);
          if (tries >= TRIES) await giveUp(rounds, college, job);
        }
      }
    }
  };

  const sweep = async (): Promise<void> => {
    const known = new Set((await rounds.colleges()).map(({ id }) => id));
    for (const file of await files.all()) {
      if (!known.has(file.college)) continue;
      const college = await rounds.college(file.college);
      const state = await college.stateOf(exports, file.export);
      const now = college.now();
      if (isWanted(state, file, now)) continue;
      if (isOver(state, now)) await files.forget(file.college, file.export);
      await files.remove(file);
    }
  };

  let working: Promise<void> = Promise.resolve();
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    working = working.then(act).catch(report);
    return working;
  };
  let isBusy = false;
  const timers = [
    setInterval(() => {
      if (isBusy) return;
      isBusy = true;
      void inTurn(makeAll).then(() => {
        isBusy = false;
      });
    }, ROUND_MS).unref(),
    setInterval(() => void inTurn(sweep), SWEEP_MS).unref(),
  ];
  return {
    sweep: () => inTurn(sweep),
    stop: async () => {
      timers.forEach(clearInterval);
      await working;
    },
  };
};
