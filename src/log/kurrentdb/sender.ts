import { setTimeout as sleep } from 'node:timers/promises';
import { LogFault, type AppendRequest } from '../event-log.ts';
import { isPassingCall } from './client-faults.ts';
import type { Asides } from './asides.ts';
import type { Cluster, Violation } from './cluster.ts';
import { commandStreamOf, prefixOf, streamOf } from './naming.ts';
import { transactionOf } from './records.ts';

/** Pauses before a call whose outcome is unknown is made again, in milliseconds: the command's own stream makes that harmless. */
const RETRY_AFTER_MS = [20, 100, 400, 1_000];

/** What KurrentDB made of an append. */
export type Sent =
  | { readonly status: 'stored' }
  /** The command was stored before: by an earlier try, or by somebody else. */
  | { readonly status: 'known' }
  | { readonly status: 'conflict'; readonly stream: string; readonly actual: number };

/** The violation that the order of the request names first. */
const firstOf = (
  college: string,
  { writes, checks }: AppendRequest,
  violations: readonly Violation[],
  asides: Asides,
) => {
  const actual = new Map(
    violations.map((violation) => [violation.streamName.slice(prefixOf(college).length), violation.actual]),
  );
  const moved = [...writes, ...checks].find(({ stream }) => actual.has(stream));
  if (!moved) throw new LogFault('KurrentDB refused an append for a stream that is not in it');
  const { stream } = moved;
  return { stream, actual: asides.ours(streamOf(college, stream), actual.get(stream) ?? -1) };
};

/** Sends an append until its outcome is known. Throws `LogFault` when KurrentDB is out of reach or does not take it. */
export async function sendAppend(
  cluster: Cluster,
  college: string,
  request: AppendRequest,
  asides: Asides,
): Promise<Sent> {
  const transaction = transactionOf(college, request, asides);
  const own = commandStreamOf(college, request.commandId);

  const attempt = async (): Promise<Sent> => {
    const violations = await cluster.send(transaction);
    if (violations.length === 0) return { status: 'stored' };
    if (violations.some(({ streamName }) => streamName === own)) return { status: 'known' };
    // Without checks the server names one stream only, and the command's own may be another.
    if (transaction.checked.length === 0 && (await cluster.exists(own))) return { status: 'known' };
    return { status: 'conflict', ...firstOf(college, request, violations, asides) };
  };

  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof LogFault) throw error;
      const pause = RETRY_AFTER_MS[tries];
      if (pause === undefined || !isPassingCall(error))
        throw new LogFault('the log could not store an append', { cause: error });
      await sleep(pause);
    }
  }
}
