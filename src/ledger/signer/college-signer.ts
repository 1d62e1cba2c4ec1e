import { mkdir } from 'node:fs/promises';
import { signCheckpoint } from '../checkpoint.ts';
import { syncFolder } from '../durable-file.ts';
import { Frontier } from '../frontier.ts';
import type { PublicKey } from '../key-text.ts';
import { RightEdge } from '../right-edge.ts';
import { noteSigner } from '../signing-key.ts';
import type { Hash } from '../leaf.ts';
import { hashesOf, TILE_WIDTH, tilesSince } from '../tiles.ts';
import { demandConsistent, type Seen } from './college-facts.ts';
import { readEvents } from './event-rows.ts';
import { findingOf } from './finding-of.ts';
import { isSameFinding, refuse, type Finding } from './finding.ts';
import { agreedRoot, grow, type GrowingTree } from './growth.ts';
import { makeKey, readKeys, type KeptKey } from './kept-keys.ts';
import { readState, writeState, type KeptState } from './kept-state.ts';
import { keptTiles, type KeptTiles } from './kept-tiles.ts';
import { checkedLeaf } from './logged-event.ts';
import { publish, writeReport, type LogFacts, type Queryable } from './signer-database.ts';
import { demandPresent, demandSigned, isSwept, sweep, type Subject } from './sweep.ts';
import { readUsualLeaves } from './usual-leaves.ts';

/** Events that are read and signed at once, at most. */
export const BATCH = 5_000;

/** What signing one college's log needs. */
export interface CollegeSignerOptions {
  /** The college's own folder: state, tiles, keys. */
  readonly folder: string;
  /** Whether a key is made for a log that was never signed. */
  readonly makeKeys: boolean;
  /** How long a standing alarm waits before everything is verified again, in milliseconds. */
  readonly recheckMs: number;
  /** Ends long work between two batches. */
  readonly closing: AbortSignal;
  /** Called when something is found, and with `null` when it is no more. */
  readonly found: (facts: LogFacts, finding: Finding | null) => void;
}

interface Held extends GrowingTree {
  readonly state: KeptState | null;
}

/** Signs one college's log. What it remembers is on the disk before anybody can see what it signed. */
export class CollegeSigner {
  readonly #options: CollegeSignerOptions;
  readonly tiles: KeptTiles;
  #held: Held | null = null;
  #keys: readonly KeptKey[] = [];
  #published = 0;
  #standing: Finding | null = null;
  #reported: Finding | null = null;
  #recheckAt = 0;
  #known = false;
  #seen: Seen | null = null;

  constructor(options: CollegeSignerOptions) {
    this.#options = options;
    this.tiles = keptTiles(options.folder);
  }

  /** The alarm that stands, or `null`. */
  get standing(): Finding | null {
    return this.#standing;
  }

  /** The last signed note with its size, or `null` before the first and while the state cannot be used. */
  get signed(): { readonly size: number; readonly note: string } | null {
    const state = this.#held?.state;
    return state ? { size: state.frontier.size, note: state.note } : null;
  }

  get keys(): readonly KeptKey[] {
    return this.#keys;
  }

  /** The public keys of the log that lie in the folder; none where they cannot be read. */
  logKeys(origin: string): readonly PublicKey[] {
    try {
      return readKeys(this.#options.folder, origin).map(({ key }) => key);
    } catch {
      return [];
    }
  }

  /** Tells of a checkpoint that a witness keeps and this log's key signed; the next `advance` holds it against the tree. */
  saw(seen: Seen): void {
    if (this.#seen === null || seen.size >= this.#seen.size) this.#seen = seen;
  }

  /** What a sweep over the signed log needs, or `null` while nothing is signed or an alarm stands. */
  subject({ no, origin }: LogFacts): Subject | null {
    // The tree in memory is ahead of the disk while a batch is written; the state never is.
    const size = this.#held?.state?.frontier.size ?? 0;
    if (size === 0 || this.#standing) return null;
    return { no, origin, tiles: this.tiles, size, published: this.#published };
  }

  /** Signs what is new, unless something is wrong; then an alarm stands until it is right again. */
  async advance(db: Queryable, readings: Queryable, facts: LogFacts): Promise<void> {
    try {
      await this.#advance(db, readings, facts);
    } catch (error) {
      this.#held = null;
      await this.alarm(db, facts, findingOf(error, facts.signed.size));
    }
  }

  /** Lets an alarm stand. It is reported once, however often it is found. */
  async alarm(db: Queryable, facts: LogFacts, finding: Finding): Promise<void> {
    if (!isSameFinding(this.#standing, finding)) {
      this.#standing = finding;
      this.#recheckAt = Date.now() + this.#options.recheckMs;
      this.#options.found(facts, finding);
    }
    if (isSameFinding(this.#reported, finding)) return;
    const { report } = facts;
    if (report?.kind !== 'alarm' || !isSameFinding(report, finding))
      await writeReport(db, { no: facts.no, kind: 'alarm', ...finding });
    this.#reported = finding;
  }

  async #advance(db: Queryable, readings: Queryable, facts: LogFacts): Promise<void> {
    this.#remember(facts);
    const held = (this.#held ??= await this.#load(facts));
    await demandConsistent(facts, held.frontier, this.tiles, this.#seen);
    this.#published = facts.signed.size;
    if (this.#standing && !(await this.#settle(db, readings, facts, held))) return;
    if (held.state && this.#published < held.frontier.size) await this.#publish(db, facts, held.state);
    while (held.frontier.size < facts.head && !this.#options.closing.aborted)
      this.#held = await this.#sign(db, facts, held, this.#held.state === null);
  }

  /** An alarm that stood when the last signer ended still stands. */
  #remember({ report }: LogFacts): void {
    if (this.#known) return;
    this.#known = true;
    if (report?.kind === 'alarm' && report.code !== 'SECOND_SIGNER') this.#standing = report;
  }

  /** Whether all is right again: everything that was signed is read once more. */
  async #settle(db: Queryable, readings: Queryable, facts: LogFacts, held: Held): Promise<boolean> {
    if (Date.now() < this.#recheckAt) return false;
    this.#recheckAt = Date.now() + this.#options.recheckMs;
    const { size } = held.frontier;
    const subject = { ...facts, tiles: this.tiles, size, published: this.#published };
    if (!(await isSwept(sweep(readings, subject, BATCH), this.#options.closing))) return false;
    await this.verified(db, facts, size);
    this.#standing = null;
    this.#reported = null;
    this.#options.found(facts, null);
    return true;
  }

  /** Reports that all signed events were found as they were signed. */
  async verified(db: Queryable, { no, origin }: LogFacts, size: number): Promise<void> {
    const sentence = `All ${size} events of ${origin} that were signed are as they were signed.`;
    await writeReport(db, { no, kind: 'verified', code: 'VERIFIED', size, position: null, sentence });
  }

  async #load({ signed, origin, no, college }: LogFacts): Promise<Held> {
    const state = await readState(this.#options.folder);
    if (state === null && signed.size > 0)
      refuse(
        'STATE_MISSING',
        0,
        `The state of the signer of ${origin} is missing, though it signed ${signed.size} events: put its folder back.`,
      );
    if (state === null) return { state: null, frontier: new Frontier(), edge: new RightEdge() };
    const { size } = state.frontier;
    if (state.origin !== origin || state.college !== college)
      refuse('ORIGIN_DIFFERS', size, `The log of ${state.origin} calls itself ${origin} now.`);
    const tree = { frontier: Frontier.from(state.frontier), edge: this.tiles.edge(size) };
    await agreedRoot(tree, this.tiles);
    this.#keys = readKeys(this.#options.folder, origin);
    return { ...tree, state: { ...state, no } };
  }

  async #keysOf({ origin, signed }: LogFacts, isNew: boolean): Promise<readonly KeptKey[]> {
    const { folder, makeKeys } = this.#options;
    const keys = readKeys(folder, origin);
    if (keys.length > 0) return keys;
    if (makeKeys && isNew && signed.size === 0) return [await makeKey(folder, origin, 'demo')];
    return refuse(
      'KEY_MISSING',
      signed.size,
      `There is no key to sign ${origin} with: put it back, or make the first one with "cli signer-key".`,
    );
  }

  /** Signs the next batch; the tree in memory grows with it. */
  async #sign(db: Queryable, facts: LogFacts, held: Held, isNew: boolean): Promise<Held> {
    const { origin, no, college } = facts;
    const { size } = held.frontier;
    const leaves = await this.#newLeaves(db, facts, size);
    if (isNew) await this.#ensureFolder();
    this.#keys = await this.#keysOf(facts, isNew);
    const root = await grow(held, leaves, this.tiles);
    const checkpoint = { origin, size: size + leaves.length, root };
    const signers = this.#keys.map(({ key }) => noteSigner(key));
    const note = signCheckpoint(checkpoint, signers);
    const state = { college, no, origin, frontier: held.frontier.kept(), note };
    await writeState(this.#options.folder, state);
    await this.#publish(db, facts, state);
    return { ...held, state };
  }

  /** The leaves of the next batch. Refuses what is not as it has to be. */
  async #newLeaves(db: Queryable, { no, origin, head }: LogFacts, size: number): Promise<readonly Hash[]> {
    // The last signed event is read again, so that a log that was rolled back and grew anew is not continued.
    const anchor = Math.min(size, 1);
    const [after, count] = [size - anchor, Math.min(BATCH, head - size) + anchor];
    const signed = this.tiles.leaves(after, anchor);
    const usual = await readUsualLeaves(db, { no, origin }, after, count);
    if (usual?.subarray(0, signed.length).equals(signed)) return hashesOf(usual).slice(anchor);

    const events = await readEvents(db, no, after, count);
    const leaves = Array.from({ length: count }, (_, i) => {
      const event = events[i];
      demandPresent(event, after + i + 1, size);
      return checkedLeaf(event, origin, size);
    });
    if (anchor && events[0]) demandSigned(events[0], origin, signed, size);
    return leaves.slice(anchor);
  }

  async #publish(db: Queryable, { no, origin }: LogFacts, { frontier, note }: KeptState): Promise<void> {
    const { size } = frontier;
    const full = tilesSince(this.#published, size).filter(({ width }) => width === TILE_WIDTH);
    const hashes = await this.tiles.read(full);
    if (this.#keys.length === 0) this.#keys = readKeys(this.#options.folder, origin);
    await publish(db, {
      no,
      size,
      root: Frontier.from(frontier).root(),
      note,
      vkeys: this.#keys.map(({ vkey }) => vkey),
      tiles: full.map((tile, i) => ({ ...tile, hashes: Buffer.from(hashes[i] ?? []) })),
    });
    this.#published = size;
  }

  async #ensureFolder(): Promise<void> {
    if ((await mkdir(this.#options.folder, { recursive: true, mode: 0o700 })) === undefined) return;
    await syncFolder(this.#options.folder);
  }
}
