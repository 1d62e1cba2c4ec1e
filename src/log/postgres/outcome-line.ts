import { LogFault, type AppendOutcome } from '../event-log.ts';

/**
 * The port's words for a line that an append function answered with. One text is cheaper to return, on both
 * sides, than a table; no part of it can hold a space.
 */
export function outcomeOf(line: string | undefined): AppendOutcome {
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
