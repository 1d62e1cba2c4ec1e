import type { SealedLog } from '../../src/log/event-log.ts';
import { markedCollege } from './append-marks.ts';
import { compare, rounds, type Found, type Measured } from './append-rate.ts';

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
  const { colleges: many = [], oneCollege = [] } = await rounds(
    {
      colleges: together(
        colleges.map(({ newStreams }) => newStreams),
        2,
      ),
      oneCollege: big.newStreams,
    },
    2 * COLLEGES,
  );
  compare(found, 'oneCollege', { colleges: many }, oneCollege, 2 * COLLEGES);
  found.perSecond[`colleges@${String(COLLEGES)}`] = found.perSecond[`colleges@${String(2 * COLLEGES)}`] ?? 0;
  const { beside = [], alone = [] } = await rounds({ beside: crowded, alone: small.newStreams }, 1);
  compare(found, 'alone', { beside }, alone, 1);
}
