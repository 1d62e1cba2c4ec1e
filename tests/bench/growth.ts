/**
 * A page of the gradebook, the history of a mark and the audit trail over GraphQL, in a college with 10,000,000 events
 * and in one with 100,000: the middle waiting time of each question, side by side. `growth 1000000` takes a smaller one.
 */
import { pathToFileURL } from 'node:url';
import type { BenchResult } from './append.ts';
import { growServer, READ_FROM, type GrownServer } from './grown-server.ts';
import { questions, wait, type Question } from './growth-questions.ts';
import { median, spread } from './median.ts';

const SMALL = 100_000;
const LARGE = 10_000_000;
const ROUNDS = 8;

/** Waiting times of a question, by round, in milliseconds. */
interface Waits {
  readonly cold: readonly number[];
  readonly rounds: readonly number[];
}

const asked = async (shots: Question['shots']): Promise<number[]> => {
  const waits: number[] = [];
  for (const shot of shots) waits.push(await wait(shot));
  return waits;
};

/** Asks both colleges by turns, in changing order; what is asked in a round is the same in each. */
const compared = async (small: Question, large: Question): Promise<readonly [Waits, Waits]> => {
  const both = [small, large] as const;
  const cold = [await asked(small.shots), await asked(large.shots)] as const;
  const rounds: [number[], number[]] = [[], []];
  const length = Math.floor(small.shots.length / ROUNDS);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const shots = both[side].shots.slice(round * length, (round + 1) * length);
      rounds[side].push(median(await asked(shots)));
    }
  return [
    { cold: cold[0], rounds: rounds[0] },
    { cold: cold[1], rounds: rounds[1] },
  ];
};

interface Found {
  readonly of: Question['ratio'];
  readonly name: string;
  readonly ratios: readonly number[];
}

const compare = async (small: GrownServer, large: GrownServer): Promise<readonly Found[]> => {
  const today = new Date().toISOString().slice(0, 10);
  const [few, many] = [questions(small, today), questions(large, today)];
  const found: Found[] = [];
  for (const [index, question] of few.entries()) {
    const other = many[index];
    if (!other) continue;
    const [less, more] = await compared(question, other);
    const ratios = more.rounds.map((waited, round) => waited / (less.rounds[round] ?? NaN));
    found.push({ of: question.ratio, name: question.name, ratios });
    console.log(
      `${question.name.padEnd(26)} p50 ${median(less.rounds).toFixed(2)} ms → ${median(more.rounds).toFixed(2)} ms, ratio ${median(ratios).toFixed(2)} (${spread(ratios)}); first visit ${median(less.cold).toFixed(2)} → ${median(more.cold).toFixed(2)} ms`,
    );
  }
  return found;
};

/** Of several questions under one name the hardest counts. */
const hardest = (found: readonly Found[], of: Found['of']): Found | undefined =>
  found.filter((one) => one.of === of).sort((one, other) => median(other.ratios) - median(one.ratios))[0];

/** Runs the bench and says what it found; `part`: how many events the larger college has. */
export async function run(part?: string): Promise<BenchResult> {
  const events = part === undefined ? LARGE : Number(part);
  if (!Number.isInteger(events) || events < SMALL)
    throw new Error('Name a number of events, 100,000 at least: growth 1000000.');
  const servers: GrownServer[] = [];
  try {
    servers.push(await growServer(SMALL, READ_FROM), await growServer(events, READ_FROM));
    const [small, large] = servers;
    if (!small || !large) throw new Error('The bench has grown nothing.');
    const found = await compare(small, large);
    const named = (['page', 'history', 'audit'] as const).map((of) => [of, hardest(found, of)] as const);
    const gigabytes = (large.bytes.log + large.bytes.read) / 1e9;
    return {
      bench: 'growth',
      ratios: Object.fromEntries(
        named.map(([of, one]) => [of, Number(median(one?.ratios ?? []).toFixed(3))]),
      ),
      spread: Object.fromEntries(named.map(([of, one]) => [of, spread(one?.ratios ?? [])])),
      perSecond: {},
      notes: `p50 over GraphQL, ${small.events} events against ${large.events}, ${large.pages.length} pages in the running semester, ${gigabytes.toFixed(1)} GB; hardest: ${named.map(([of, one]) => `${of} “${one?.name ?? ''}”`).join(', ')}`,
    };
  } finally {
    for (const server of servers) await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(process.argv[2])));
