import { median, spread } from './median.ts';

const ROUNDS = 15;
const SLICE_MS = 400;

/** What one of several callers at once does again and again, each waiting for its answer. */
export type Act = (writer: number) => Promise<unknown>;

/** How often per second `writers` callers can do it, measured for a moment; another process may measure its own. */
export type Measured = (writers: number, milliseconds: number) => Promise<number>;

/** How often per second `writers` callers, each waiting for its answer, can do it. */
export const rateOf =
  (act: Act): Measured =>
  async (writers, milliseconds) => {
    const started = performance.now();
    let done = 0;
    const write = async (writer: number): Promise<void> => {
      while (performance.now() - started < milliseconds) {
        await act(writer);
        done += 1;
      }
    };
    await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
    return (done * 1_000) / (performance.now() - started);
  };

/** The rates of each contender, round by round. */
export type Rates = Readonly<Record<string, readonly number[]>>;

/** Rounds in which each contender has its turn, in changing order, so that a noisy moment meets all of them. */
export async function rounds(
  contenders: Readonly<Record<string, Measured>>,
  writers: number,
): Promise<Rates> {
  const rates: Record<string, number[]> = {};
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = Object.entries(contenders);
    for (const [name, measured] of round % 2 ? order : order.reverse()) {
      const rate = await measured(writers, SLICE_MS);
      // The first round warms up connections, plans and caches.
      if (round > 0) (rates[name] ??= []).push(rate);
    }
  }
  return rates;
}

/** What a part of the bench found. */
export interface Found {
  readonly ratios: Record<string, number>;
  readonly spread: Record<string, string>;
  readonly perSecond: Record<string, number>;
}

/** Notes ours over theirs, paired within a round; of several ways of ours, the one that does worst. */
export function compare(
  found: Found,
  name: string,
  ours: Rates,
  theirs: readonly number[],
  writers: number,
): void {
  let hardest = Infinity;
  for (const [way, rates] of Object.entries(ours)) {
    const paired = rates.map((value, round) => value / (theirs[round] ?? NaN));
    const ratio = median(paired);
    found.perSecond[`${way}@${String(writers)}`] = Math.round(median(rates));
    console.log(
      `${way} at ${String(writers)}: ${median(rates).toFixed(0)}/s, ${name} ${median(theirs).toFixed(0)}/s, ratio ${ratio.toFixed(2)} (${spread(paired)})`,
    );
    if (ratio > hardest) continue;
    hardest = ratio;
    found.ratios[`${name}@${String(writers)}`] = Number(ratio.toFixed(3));
    found.spread[`${name}@${String(writers)}`] = spread(paired);
  }
  found.perSecond[`${name === 'insert' ? 'bare' : name}@${String(writers)}`] = Math.round(median(theirs));
}
