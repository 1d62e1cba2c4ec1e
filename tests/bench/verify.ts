/**
 * What can be proved, and how fast: a bundle checked offline by its own verifier against plain SHA-256 over the same
 * bytes; a proof through GraphQL from a large log; what the signer costs those who append.
 */
import { pathToFileURL } from 'node:url';
import type { BenchResult } from './append.ts';
import { durableServer } from './durable-server.ts';
import { median, spread } from './median.ts';
import { appendRates } from './verify-append.ts';
import { benchBundle, hashing, verifying } from './verify-bundle.ts';
import { signingLags } from './verify-lag.ts';
import { proofWaits } from './verify-proofs.ts';

const BUNDLE_EVENTS = 300_000;
const BUNDLE_ROUNDS = 7;
const LOG_EVENTS = 1_000_000;

const rounded = (value: number): number => Number(value.toFixed(3));

const bundleRates = async () => {
  const bundle = await benchBundle(BUNDLE_EVENTS);
  const [verified, hashed]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round <= BUNDLE_ROUNDS; round += 1) {
      const [verification, digest] = [verifying(bundle), hashing(bundle)];
      // The first round brings the file into memory.
      if (round === 0) continue;
      verified.push(bundle.events / verification);
      hashed.push(bundle.events / digest);
    }
  } finally {
    await bundle.remove();
  }
  const paired = verified.map((rate, round) => rate / (hashed[round] ?? NaN));
  console.log(
    `${bundle.events} events: verified ${median(verified).toFixed(0)}/s, hashed ${median(hashed).toFixed(0)}/s, ratio ${median(paired).toFixed(2)} (${spread(paired)})`,
  );
  return { verified, hashed, paired };
};

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN;

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const { verified, hashed, paired } = await bundleRates();
  const server = await durableServer();
  try {
    const { signed, unsigned } = await appendRates(server, server.dataDir);
    const costs = signed.map((rate, round) => 1 - rate / (unsigned[round] ?? NaN));
    console.log(
      `appends: ${median(signed).toFixed(0)}/s signed, ${median(unsigned).toFixed(0)}/s unsigned, cost ${median(costs).toFixed(3)} (${spread(costs)})`,
    );
    const lags = await signingLags(server, server.dataDir);
    const lagP99 = percentile(lags, 0.99);
    console.log(
      `1,000 events/s, index to signed checkpoint: p50 ${percentile(lags, 0.5).toFixed(0)} ms, p99 ${lagP99.toFixed(0)} ms`,
    );
    const waits = await proofWaits(server, LOG_EVENTS);
    const p95 = percentile(waits, 0.95);
    console.log(
      `a proof of ${LOG_EVENTS} events: p50 ${percentile(waits, 0.5).toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`,
    );
    return {
      bench: 'verify',
      ratios: {
        perSecond: Math.round(median(verified)),
        sha256: rounded(median(paired)),
        proofP95Ms: rounded(p95),
        appendCost: rounded(median(costs)),
        signedP99Ms: Math.round(lagP99),
      },
      spread: { sha256: spread(paired), appendCost: spread(costs) },
      perSecond: {
        verify: Math.round(median(verified)),
        sha256: Math.round(median(hashed)),
        appendSigned: Math.round(median(signed)),
        appendUnsigned: Math.round(median(unsigned)),
      },
      notes: `verify.mjs as a process of its own on a bundle that keeps every rule, against SHA-256 of the same file; one caller, ${waits.length} proofs over HTTP, each verified; appends of 32 writers with a signer's process at work and held, alternating`,
    };
  } finally {
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
