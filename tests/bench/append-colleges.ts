import type { SealedLog } from '../../src/log/event-log.ts';
import { markedCollege } from './append-marks.ts';
import { rounds, type Found, type Measured } from './append-rate.ts';
import { median, spread } from './median.ts';

const COLLEGES = 16;
const CROWD = 128;

/** The rates of several at once, added up. */
const together =
  (all: readonly Measured[], each: number): Measured =>
  async (_, milliseconds) => {
    const rates = await Promise.all(all.map((measured) => measured(each, milliseconds)));
    return rates.reduce((sum, rate) => sum + rate, 0);
  };

/**
 * What many colleges carry side by side, two writers in each; and what is left to a lone writer of a small college
 * while 128 write in a big one, over what it has alone.
 */
export async function manyColleges(found: Found, log: SealedLog): Promise<void> {
  const colleges = await Promise.all(Array.from({ length: COLLEGES }, () => markedCollege(log, 2)));
  const [big, small] = [await markedCollege(log, CROWD), await markedCollege(log, 1)];
  const crowded: Measured = async (_, milliseconds) => {
    const [rate] = await Promise.all([
      small.newStreams(1, milliseconds),
      big.newStreams(CROWD, milliseconds),
    ]);
    return rate;
  };
  const rates = {
    ...(await rounds(
      {
        colleges: together(
          colleges.map(({ newStreams }) => newStreams),
          2,
        ),
        oneCollege: big.newStreams,
      },
      2 * COLLEGES,
    )),
    ...(await rounds({ beside: crowded, alone: small.newStreams }, 1)),
  };
  const names = { colleges: COLLEGES, oneCollege: 2 * COLLEGES, beside: 1, alone: 1 };
  for (const [name, count] of Object.entries(names)) {
    const rate = Math.round(median(rates[name] ?? []));
    found.perSecond[`${name}@${String(count)}`] = rate;
    console.log(`${name} at ${String(count)}: ${String(rate)}/s (${spread(rates[name] ?? [])})`);
  }
}
