import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BATCH, CollegeSigner } from './college-signer.ts';
import { readHead } from './event-rows.ts';
import { findingOf } from './finding-of.ts';
import { isSameFinding, type Finding } from './finding.ts';
import { readState } from './kept-state.ts';
import type { SignerPace } from './pace.ts';
import { DatabaseAway, readFacts, writeReport, type LogFacts, type Queryable } from './signer-database.ts';
import { sweep, type Subject } from './sweep.ts';
import type { WitnessAddress } from './witness-client.ts';
import { Witnessing } from './witnessing.ts';

/** What the rounds of a signer work with. */
export interface RoundsOptions {
  readonly folder: string;
  readonly makeKeys: boolean;
  readonly witnesses: readonly WitnessAddress[];
  readonly pace: SignerPace;
  /** For everything that is not published: verification, reports, cosignatures. */
  readonly readings: Queryable;
  readonly closing: AbortSignal;
  readonly found: (origin: string, finding: Finding | null) => void;
}

/** A log that is signed here. */
export interface SignedEntry {
  readonly signer: CollegeSigner;
  readonly witnessing: Witnessing;
  facts: LogFacts;
  busy: Promise<void> | null;
  isRecalled: boolean;
  isSwept: boolean;
}

/** Events of a batch of the continuous verification: little enough to be no load. */
const SWEEP_BATCH = 1_000;

/** A log grows quickly by so many events in a round or in a pause of the continuous verification. */
const QUICK_GROWTH = 100;

/** The continuous verification steps aside for those who append: while the log grows quickly, for so many pauses. */
const MOST_PAUSES = 10;

/** Logs whose last event is looked for in one round. */
const LOOKED_AT = 16;

/** Every log of the database, each signed, verified and witnessed by itself. */
export class Rounds {
  readonly #options: RoundsOptions;
  readonly entries = new Map<string, SignedEntry>();
  readonly #vanished = new Map<string, Finding>();
  /** Logs that have fewer events than their commands tell of. */
  readonly #short = new Set<number>();
  #looked = 0;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  /** Signs what is new in every log whose last round is over; whether one grew quickly. Rejects with `DatabaseAway`. */
  async sign(db: Queryable, wake: (error: unknown) => void): Promise<boolean> {
    const all = await this.#withHeads(db, await readFacts(db));
    await this.#demandAll(all);
    for (const facts of all) {
      const entry = this.#entry(facts);
      if (entry.busy) continue;
      entry.facts = facts;
      entry.busy = this.#advance(entry, db, facts).then(
        () => {
          entry.busy = null;
        },
        (error: unknown) => {
          entry.busy = null;
          wake(error);
        },
      );
    }
    return all.some(({ head, signed }) => head - signed.size >= QUICK_GROWTH);
  }

  /**
   * Who deletes the tail of a log may leave the commands that tell of it: a few logs are looked at in each round, and those
   * that were short every time.
   */
  async #withHeads(db: Queryable, all: readonly LogFacts[]): Promise<readonly LogFacts[]> {
    const from = this.#looked;
    this.#looked = from + LOOKED_AT < all.length ? from + LOOKED_AT : 0;
    return Promise.all(
      all.map(async (facts, i) => {
        const { no, head } = facts;
        if (!this.#short.has(no) && (i < from || i >= from + LOOKED_AT)) return facts;
        const last = Math.min(await readHead(db, no), head);
        if (last < head) this.#short.add(no);
        else this.#short.delete(no);
        return { ...facts, head: last };
      }),
    );
  }

  /** Resolves when no round is under way. */
  async idle(): Promise<void> {
    for (const { busy } of this.entries.values()) await busy;
  }

  /** Has the last checkpoint of every log cosigned; whether there was one to submit. */
  async witness(): Promise<boolean> {
    const { readings } = this.#options;
    const asked = await Promise.all(
      [...this.entries.values()].map(({ witnessing, signer, facts }) =>
        witnessing.submit(readings, signer, facts).catch(unlessAway),
      ),
    );
    return asked.includes(true);
  }

  /** Verifies every signed log once: at full speed the first time, and then as slowly as the pace says. */
  async sweep(): Promise<void> {
    const { closing } = this.#options;
    for (const entry of this.entries.values()) {
      const subject = entry.signer.subject(entry.facts);
      if (!subject || closing.aborted) continue;
      try {
        const isWhole = await this.#pass(entry, subject);
        if (isWhole) await this.#verified(entry, subject);
      } catch (error) {
        const { readings } = this.#options;
        // The round that signs has found something already, and knows more of it.
        if (entry.signer.standing) continue;
        await entry.signer.alarm(readings, entry.facts, findingOf(error, subject.size)).catch(unlessAway);
      }
    }
  }

  async #pass(entry: SignedEntry, subject: Subject): Promise<boolean> {
    const { readings, closing } = this.#options;
    const isFirst = !entry.isSwept;
    for await (const _ of sweep(readings, subject, isFirst ? BATCH : SWEEP_BATCH)) {
      if (entry.signer.standing) return false;
      if (!isFirst) await this.#rest(entry);
      if (closing.aborted) return false;
    }
    entry.isSwept = true;
    return true;
  }

  /** The pause between two batches: up to ten times as long while the log grows quickly. */
  async #rest({ signer }: SignedEntry): Promise<void> {
    const { pace, closing } = this.#options;
    for (let pauses = 0; pauses < MOST_PAUSES; pauses += 1) {
      const before = signer.signed?.size ?? 0;
      await sleep(pace.sweepMs, undefined, { signal: closing }).catch(() => undefined);
      if ((signer.signed?.size ?? 0) - before < QUICK_GROWTH) return;
    }
  }

  async #verified({ signer, facts }: SignedEntry, { size }: Subject): Promise<void> {
    const { report } = facts;
    const age = report ? Date.now() - report.at.getTime() : Infinity;
    if (report?.kind === 'verified' && age < this.#options.pace.verifiedMs) return;
    await signer.verified(this.#options.readings, facts, size);
  }

  async #advance(entry: SignedEntry, db: Queryable, facts: LogFacts): Promise<void> {
    if (!entry.isRecalled) {
      await entry.witnessing.recall(entry.signer, facts);
      entry.isRecalled = true;
    }
    await entry.signer.advance(db, this.#options.readings, facts);
  }

  #entry(facts: LogFacts): SignedEntry {
    const { folder, makeKeys, pace, witnesses, found, closing } = this.#options;
    return this.entries.getOrInsertComputed(facts.college, () => ({
      signer: new CollegeSigner({
        folder: join(folder, facts.college),
        makeKeys,
        recheckMs: pace.recheckMs,
        closing,
        found: ({ origin }, finding) => {
          found(origin, finding);
        },
      }),
      witnessing: new Witnessing(witnesses, () =>
        AbortSignal.any([closing, AbortSignal.timeout(pace.witnessTimeoutMs)]),
      ),
      facts,
      busy: null,
      isRecalled: false,
      isSwept: false,
    }));
  }

  /** Finds logs that were signed and that the database knows nothing of any more. */
  async #demandAll(all: readonly LogFacts[]): Promise<void> {
    const { folder, found, readings } = this.#options;
    const known = new Set(all.map(({ college }) => college));
    for (const college of await readdir(folder).catch(() => [])) {
      if (known.has(college)) this.#vanished.delete(college);
      else {
        const state = await readState(join(folder, college)).catch(() => null);
        if (!state) continue;
        const { origin, no } = state;
        const { size } = state.frontier;
        const sentence = `The database has no log of ${origin}, of which ${size} events were signed.`;
        const finding: Finding = { code: 'LOG_MISSING', size, position: null, sentence };
        if (isSameFinding(this.#vanished.get(college) ?? null, finding)) continue;
        this.#vanished.set(college, finding);
        found(origin, finding);
        await writeReport(readings, { no, kind: 'alarm', ...finding });
      }
    }
  }
}

const unlessAway = (error: unknown): void => {
  if (!(error instanceof DatabaseAway)) throw error;
};
