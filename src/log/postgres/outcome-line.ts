import { LogFault, type AppendOutcome } from '../event-log.ts';

/** The port's words for a line about one append; no part of it can hold a space. */
function outcomeOf(line: string | undefined): AppendOutcome {
  const [status, one = '', other = ''] = line?.split(' ') ?? [];
  switch (status) {
    case 'appended':
    case 'duplicate':
      return { status, first: BigInt(one), last: BigInt(other) };
    case 'conflict':
      return { status, actual: Number(one), stream: other };
    case 'reused':
    case 'stale':
      return { status };
    default:
      throw new LogFault('the log gave an answer that cannot be read');
  }
}

/**
 * What became of each append of a call, from the text that an append function answered with: `all` and the head before
 * them, or a line for each. `ends` tells with which event of the call each append ends, from 1.
 * One text is cheaper to return, on both sides, than a table.
 */
export function outcomesOf(answer: string, ends: readonly number[]): AppendOutcome[] {
  if (answer.startsWith('all ')) {
    const head = BigInt(answer.slice(4));
    return ends.map((end, index) => ({
      status: 'appended',
      first: head + BigInt(ends[index - 1] ?? 0) + 1n,
      last: head + BigInt(end),
    }));
  }
  const lines = answer.split('\n');
  return ends.map((_, index) => outcomeOf(lines[index]));
}
