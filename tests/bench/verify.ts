/**
 * What can be proved, and how fast: a bundle checked offline by its own verifier against plain SHA-256 over the same
 * bytes; a proof through GraphQL from a large log; what the signer costs those who append. `verify [part]` runs one part.
 */
import { availableParallelism } from 'node:os';
import { pathToFileURL } from 'node:url';
import type { BenchResult } from './append.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { median, spread } from './median.ts';
import { appendRates } from './verify-append.ts';
import { benchBundle, hashing, verifying } from './verify-bundle.ts';
import { signingLags } from './verify-lag.ts';
import { proofWaits } from './verify-proofs.ts';

/** A year of a college, and two and a half: what a verifier takes to start weighs less, the more there is to verify. */
const BUNDLES = [300_000, 1_000_000] as const;
const BUNDLE_ROUNDS = 5;
const LOG_EVENTS = 1_000_000;

type Found = Pick<BenchResult, 'ratios' | 'spread' | 'perSecond' | 'notes'>;

const rounded = (value: number): number => Number(value.toFixed(3));

interface Verified {
  readonly verified: readonly number[];
  readonly hashed: readonly number[];
  readonly paired: readonly number[];
}

const bundleOf = async (events: number): Promise<Verified> => {
  const made = await benchBundle(events);
  const [verified, hashed]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= BUNDLE_ROUNDS; round += 1) {
      const [verification, digest] = [verifying(made), hashing(made)];
      // The first round brings the file into memory.
      if (round === 0) continue;
      verified.push(made.events / verification);
      hashed.push(made.events / digest);
    }
  } finally {
    await made.remove();
  }
  const paired = verified.map((rate, round) => rate / (hashed[round] ?? NaN));
  console.log(
    `${made.events} events: verified ${median(verified).toFixed(0)}/s, hashed ${median(hashed).toFixed(0)}/s, ratio ${median(paired).toFixed(3)} (${spread(paired)})`,
  );
  return { verified, hashed, paired };
};

const bundle = async (): Promise<Found> => {
  const [small, large] = [await bundleOf(BUNDLES[0]), await bundleOf(BUNDLES[1])];
  const { verified, hashed, paired } = large;
  return {
    ratios: { perSecond: Math.round(median(verified)), sha256: rounded(median(paired)) },
    spread: { sha256: spread(paired) },
    perSecond: { verify: Math.round(median(verified)), sha256: Math.round(median(hashed)) },
    notes: `verify.mjs as a process of its own, its start included, with ${availableParallelism()} processors on a bundle of ${BUNDLES[1]} events that keeps every rule, against SHA-256 of the same file on one; with ${BUNDLES[0]} events ${Math.round(median(small.verified))}/s and ${median(small.paired).toFixed(3)}`,
  };
};

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

const append = async (server: DurableServer): Promise<Found> => {
  const { signed, unsigned, share } = await appendRates(server, server.dataDir);
  const costs = signed.map((rate, round) => 1 - rate / (unsigned[round] ?? NaN));
  console.log(
    `appends: ${median(signed).toFixed(0)}/s signed, ${median(unsigned).toFixed(0)}/s unsigned, cost ${median(costs).toFixed(3)} (${spread(costs)}), ${share.toFixed(3)} of the processor time`,
  );
  return {
    ratios: { appendCost: rounded(median(costs)) },
    spread: { appendCost: spread(costs) },
    perSecond: {
      appendSigned: Math.round(median(signed)),
      appendUnsigned: Math.round(median(unsigned)),
    },
    notes: `appends of 32 writers with a signer's process at work and held, alternating; by processor time, databases included, signing is ${share.toFixed(3)} of both`,
  };
};

const lag = async (server: DurableServer): Promise<Found> => {
  const lags = await signingLags(server, server.dataDir);
  const p99 = percentile(lags, 0.99);
  console.log(
    `1,000 events/s, index to signed checkpoint: p50 ${percentile(lags, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms`,
  );
  return {
    ratios: { signedP99Ms: Math.round(p99) },
    spread: {},
    perSecond: {},
    notes: 'signed at 1,000 events/s',
  };
};

const proofs = async (server: DurableServer): Promise<Found> => {
  const waits = await proofWaits(server, LOG_EVENTS);
  const p95 = percentile(waits, 0.95);
  console.log(
    `a proof of ${LOG_EVENTS} events: p50 ${percentile(waits, 0.5).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
  );
  return {
    ratios: { proofP95Ms: rounded(p95) },
    spread: {},
    perSecond: {},
    notes: `one caller, ${waits.length} proofs over HTTP, each verified`,
  };
};

const served = { append, lag, proofs };

const partsOf = async (part: string | undefined): Promise<readonly Found[]> => {
  const parts = Object.entries(served).filter(([name]) => part === undefined || part === name);
  if (parts.length === 0 && part !== 'bundle')
    throw new Error(`Name a part: bundle, ${Object.keys(served).join(', ')}.`);
  const found = part === undefined || part === 'bundle' ? [await bundle()] : [];
  // Each on a server of its own: the logs of the other parts hold events that no projection can read.
  for (const [, measure] of parts) {
    const server = await durableServer();
    try {
      found.push(await measure(server));
    } finally {
      await server.stop();
    }
  }
  return found;
};

/** Runs the bench, or one part of it, and says what it found. */
export async function run(part?: string): Promise<BenchResult> {
  const found = await partsOf(part);
  return {
    bench: 'verify',
    ratios: Object.assign({}, ...found.map(({ ratios }) => ratios)) as BenchResult['ratios'],
    spread: Object.assign({}, ...found.map(({ spread: own }) => own)) as BenchResult['spread'],
    perSecond: Object.assign({}, ...found.map(({ perSecond }) => perSecond)) as BenchResult['perSecond'],
    notes: found.map(({ notes }) => notes).join('; '),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
