import { randomBytes, randomUUID } from 'node:crypto';
import { v7, validate } from 'uuid';
import type { Category } from '../../events/register.ts';
import type { Write } from '../../src/decisions/decision.ts';
import { encode } from '../../src/log/body.ts';
import { LogFault, NO_STREAM, type AppendRequest, type EventLog } from '../../src/log/event-log.ts';
import { sealingKeys } from '../../src/runtime/sealing-keys.ts';
import { States } from '../../src/runtime/states.ts';
import { told, type History } from './pure-ledger.ts';

/** Where a history is told. */
export interface HistoryPlace {
  readonly id: string;
  readonly origin: string;
  readonly at: string;
  /** By stream, the last revision; it is moved on by what is told. */
  readonly revisions: Map<string, number>;
}

const random = (): string => randomBytes(16).toString('base64url');

const writeOf = ([stream, events]: History extends Readonly<Record<string, infer Events>>
  ? [string, Events]
  : never): Write => {
  const dash = stream.indexOf('-');
  return { category: stream.slice(0, dash) as Category, id: stream.slice(dash + 1), events };
};

/** A history as one command appends it, stream after stream, without a decider; keys are made for what it seals. */
export const historyAppend = async (
  log: EventLog,
  { id, origin, at, revisions }: HistoryPlace,
  history: History,
): Promise<AppendRequest> => {
  const writes = Object.entries(history).map(writeOf);
  const keys = await sealingKeys(log, id, new States(log, id), writes);
  if (!keys) throw new LogFault('A key of the test was destroyed meanwhile.');
  // What a test tells of a stream may follow on what a command wrote there.
  const standing = await log.readStreams(
    id,
    Object.keys(history).filter((stream) => !revisions.has(stream)),
  );
  for (const [stream, events] of standing) revisions.set(stream, events.length + NO_STREAM);
  let seq = 0;
  const all = [...keys.created, ...writes].map((write) => {
    const stream = `${write.category}-${write.id}`;
    const expected = revisions.get(stream) ?? keys.rested.get(stream)?.folded.revision ?? NO_STREAM;
    revisions.set(stream, expected + write.events.length);
    return {
      stream,
      expected,
      events: write.events.map((event, index) => {
        const past = 'meta' in event ? (event as ReturnType<typeof told>) : told(event, {});
        const place = { log: origin, stream, revision: expected + 1 + index, seq: seq++ };
        const { id: named } = past.meta;
        return encode(past, { ...past.meta, id: validate(named) ? named : v7() }, place, random, keys.keyOf);
      }),
    };
  });
  const fingerprint = randomBytes(32).toString('hex');
  return { commandId: randomUUID(), fingerprint, at, writes: all, checks: [] };
};
