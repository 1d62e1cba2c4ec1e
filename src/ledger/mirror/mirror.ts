import { setTimeout as sleep } from 'node:timers/promises';
import type { Checkpoint } from '../checkpoint.ts';
import { cosignatureVerifier } from '../cosignature.ts';
import { LedgerFault } from '../fault.ts';
import { Frontier } from '../frontier.ts';
import { leafHash } from '../leaf.ts';
import { TILE_WIDTH } from '../tiles.ts';
import { keptLogs, logFolder, nameOf, readCosigned } from '../witness/cosigned.ts';
import { startWitness, type RunningWitness, type WitnessOptions } from '../witness/witness.ts';
import { witnessKey } from '../witness/witness-key.ts';
import { demandMirrored } from './check.ts';
import { appendLeaves, cutLeaves } from './kept-leaves.ts';
import { leafSource, type LeafSource } from './leaf-source.ts';

/** What a mirror works with: every log needs an address to fetch its events from. */
export interface MirrorOptions extends Omit<WitnessOptions, 'before'> {
  /** An auditor's token for logs that are fetched over HTTP. */
  readonly token: string | null;
  /** How long a request waits for events before it is told to come again, in milliseconds. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 8_000;

/** Bundles that are written at once. */
const BUNDLES = 16;

/** The mirrored events of one log. */
class MirroredLog {
  readonly #folder: string;
  readonly #source: LeafSource;
  #frontier: Frontier;
  /** The tree as it was last found to be that of a signed checkpoint. */
  #proven: Frontier;
  #filling: Promise<boolean> | null = null;

  constructor(folder: string, source: LeafSource, frontier: Frontier) {
    this.#folder = folder;
    this.#source = source;
    this.#frontier = frontier;
    this.#proven = frontier.copy();
  }

  /** Fetches what a checkpoint has more. While that goes on it is not begun again: the answer is `later`. */
  async fill(checkpoint: Checkpoint, patienceMs: number): Promise<'done' | 'later' | 'differs'> {
    if (this.#filling) return 'later';
    const filling = this.#fill(checkpoint).finally(() => {
      this.#filling = null;
    });
    this.#filling = filling;
    const enough = new AbortController();
    const late = sleep(patienceMs, null, { signal: enough.signal }).catch(() => null);
    const isSame = await Promise.race([filling, late]).finally(() => {
      enough.abort();
      filling.catch(() => undefined);
    });
    if (isSame === null) return 'later';
    return isSame ? 'done' : 'differs';
  }

  /** Ends once nothing is written any more. */
  async close(): Promise<void> {
    await this.#filling?.catch(() => undefined);
    await this.#source.close();
  }

  async #fill({ size, root }: Checkpoint): Promise<boolean> {
    try {
      while (this.#frontier.size < size) await this.#fetch(size);
      if (!this.#frontier.root().equals(root)) throw new LedgerFault('The events are of another tree.');
    } catch (error) {
      // Nothing is kept that no signed checkpoint stands for.
      this.#frontier = this.#proven.copy();
      await cutLeaves(this.#folder, this.#proven.size);
      if (error instanceof LedgerFault) return false;
      throw error;
    }
    this.#proven = this.#frontier.copy();
    return true;
  }

  /** Fetches the next bundles, and writes of them what is not there yet. */
  async #fetch(size: number): Promise<void> {
    const from = this.#frontier.size;
    const first = Math.floor(from / TILE_WIDTH);
    const last = Math.min(first + BUNDLES, Math.ceil(size / TILE_WIDTH));
    const leaves: Buffer[] = [];
    for (let n = first; n < last; n += 1) {
      const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
      const bundle = await this.#source.bundle(n, width);
      if (bundle.length !== width) throw new LedgerFault('The log has fewer events than it signed.');
      leaves.push(...bundle);
    }
    const fresh = leaves.slice(from - first * TILE_WIDTH);
    await appendLeaves(this.#folder, from, fresh);
    for (const leaf of fresh) this.#frontier.append(leafHash(leaf));
  }
}

/**
 * Starts a mirror: a witness that cosigns only what it holds, every event byte by byte, on its own disk. Throws
 * `LedgerFault` when its folder is not what it cosigned, or a log has no address.
 */
export const startMirror = async (options: MirrorOptions): Promise<RunningWitness> => {
  const { folder, logs, token, patienceMs = PATIENCE_MS } = options;
  const urls = new Map(logs.flatMap(({ key, url }) => (url === null ? [] : [[key.name, url] as const])));
  const mirrored = new Map<string, MirroredLog>();

  const open = async (origin: string): Promise<MirroredLog> => {
    const url = urls.get(origin);
    if (url === undefined) throw new LedgerFault(`The mirror has no address of ${origin}.`);
    const own = await logFolder(folder, origin);
    const key = await witnessKey(folder, null, false);
    const kept = await readCosigned(folder, nameOf(origin), cosignatureVerifier(key));
    const frontier = kept ? await demandMirrored(own, kept.checkpoint) : new Frontier();
    await cutLeaves(own, frontier.size);
    const log = new MirroredLog(own, leafSource(url, origin, token), frontier);
    mirrored.set(origin, log);
    return log;
  };

  const witness = await startWitness({
    ...options,
    before: async (checkpoint) => {
      const log = mirrored.get(checkpoint.origin) ?? (await open(checkpoint.origin));
      return log.fill(checkpoint, patienceMs);
    },
  });
  try {
    const kept = new Set(await keptLogs(folder));
    for (const origin of new Set(logs.map(({ key }) => key.name)))
      if (kept.has(nameOf(origin)) || !urls.has(origin)) await open(origin);
  } catch (error) {
    await witness.close();
    throw error;
  }
  return {
    ...witness,
    close: async () => {
      await witness.close();
      await Promise.all([...mirrored.values()].map((log) => log.close()));
    },
  };
};
