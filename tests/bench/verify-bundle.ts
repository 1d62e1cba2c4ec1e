import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeBundle } from '../../src/ledger/bundle/bundle.ts';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { Frontier } from '../../src/ledger/frontier.ts';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { manyPages } from './verify-history.ts';

const CHUNK = 1 << 20;

/** A bundle on the disk, and the key it must be signed by. */
export interface BenchBundle {
  readonly folder: string;
  readonly events: number;
  readonly vkey: string;
  remove(): Promise<void>;
}

async function* pagesOf(bodies: readonly string[]): AsyncIterable<readonly string[]> {
  for (let first = 0; first < bodies.length; first += 5_000) {
    yield bodies.slice(first, first + 5_000);
    await Promise.resolve();
  }
}

/** Writes a bundle of at least so many events. */
export const benchBundle = async (least: number): Promise<BenchBundle> => {
  const { origin, bodies } = await manyPages(least);
  const key = parseSigningKey(makeSigningKey(origin, 'note'));
  const frontier = new Frontier();
  for (const body of bodies) frontier.append(leafHash(body));
  const size = bodies.length;
  const parent = await mkdtemp(join(tmpdir(), 'gradeledger-bundle-'));
  const folder = join(parent, 'bundle');
  await writeBundle(folder, {
    origin,
    clock: 'virtual',
    size,
    madeAt: new Date().toISOString(),
    checkpoint: signCheckpoint({ origin, size, root: frontier.root() }, [noteSigner(key)]),
    policy: `log ${vkeyOf(key)}\nquorum none\n`,
    bodies: pagesOf(bodies),
    sealed: null,
    keys: new Map(),
    proofs: new Map(),
    pages: [],
  });
  const remove = (): Promise<void> => rm(parent, { recursive: true, force: true });
  return { folder, events: size, vkey: vkeyOf(key), remove };
};

const seconds = (act: () => void): number => {
  const started = performance.now();
  act();
  return (performance.now() - started) / 1_000;
};

/** How long the bundle's own verifier takes, the start of its process included. Throws where it finds anything. */
export const verifying = ({ folder, vkey }: BenchBundle): number =>
  seconds(() => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(folder, 'verify.mjs'), folder, '--vkey', vkey],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    );
    if (status !== 0)
      throw new Error(`The verifier ended with ${String(status)}:\n${stdout.slice(0, 2_000)}${stderr}`);
  });

/** How long plain SHA-256 over the same events takes, read from the same file. */
export const hashing = ({ folder }: BenchBundle): number =>
  seconds(() => {
    const file = openSync(join(folder, 'events.ndjson'), 'r');
    const digest = createHash('sha256');
    const chunk = Buffer.allocUnsafe(CHUNK);
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk))
      digest.update(chunk.subarray(0, read));
    closeSync(file);
    digest.digest();
  });
