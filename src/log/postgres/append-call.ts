import type { AppendRequest, NewEvent } from '../event-log.ts';
import { batchOf } from './batch-plan.ts';
import { bytes, numbers, words } from './literal.ts';

/** A call of one of the append functions: prepared under its name. */
export interface AppendCall {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | number | boolean | null)[];
  /** With which event of the call each append ends, from 1. */
  readonly ends: readonly number[];
}

const placeholders = (count: number): string =>
  Array.from({ length: count }, (_, i) => `$${String(i + 1)}`).join();

const BATCH = `SELECT log.append(${placeholders(23)}) AS outcomes`;
const ONE = `SELECT log.append_one(${placeholders(14)}) AS outcomes`;

/** Every sealed text, its bytes in hex, with the ordinal of its event, from 1; null when there is none, as most often. */
function sealedTexts(events: readonly NewEvent[]): string | null {
  if (events.every(({ sealed }) => sealed.length === 0)) return null;
  return JSON.stringify(
    events.flatMap(({ sealed }, index) =>
      sealed.map(({ field, key, ciphertext }) => ({
        event: index + 1,
        field,
        key,
        ciphertext: Buffer.from(ciphertext).toString('hex'),
      })),
    ),
  );
}

/** An append of one event to one stream, the shape of most commands; `null` for any other. */
function callOne(college: string, requests: readonly AppendRequest[]): AppendCall | null {
  const [request, nextRequest] = requests;
  const [write, nextWrite] = request?.writes ?? [];
  const [event, nextEvent] = write?.events ?? [];
  if (!request || !write || !event || nextRequest || nextWrite || nextEvent) return null;
  const values = [
    college,
    request.commandId,
    `\\x${request.fingerprint}`,
    request.at,
    write.stream,
    write.expected,
    words(request.checks.map(({ stream }) => stream)),
    numbers(request.checks.map(({ expected }) => expected)),
    event.id,
    event.type,
    event.version,
    event.sealed.length,
    event.body,
    sealedTexts([event]),
  ];
  return { name: 'log.append_one', text: ONE, values, ends: [1] };
}

function callBatch(college: string, requests: readonly AppendRequest[]): AppendCall {
  const { earliest, latest, isEven, opens, moves, streams, appends, events, conditions } = batchOf(requests);
  const values = [
    college,
    earliest,
    latest,
    opens,
    moves,
    words(streams.names),
    numbers(streams.before),
    isEven ? numbers(streams.after) : null,
    words(requests.map(({ commandId }) => commandId)),
    bytes(requests.map(({ fingerprint }) => fingerprint)),
    words(appends.recorded),
    numbers(appends.ends),
    numbers(events.appends),
    numbers(events.streams),
    numbers(events.revisions),
    words(events.all.map(({ id }) => id)),
    words(events.all.map(({ type }) => type)),
    numbers(events.all.map(({ version }) => version)),
    numbers(events.all.map(({ sealed }) => sealed.length)),
    events.all.map(({ body }) => body).join('\n'),
    sealedTexts(events.all),
    words(requests.map(({ at }) => at)),
    numbers(conditions),
  ];
  return { name: 'log.append', text: BATCH, values, ends: appends.ends };
}

/** The cheapest call that stores these appends, in this order. */
export const appendCall = (college: string, requests: readonly AppendRequest[]): AppendCall =>
  callOne(college, requests) ?? callBatch(college, requests);
