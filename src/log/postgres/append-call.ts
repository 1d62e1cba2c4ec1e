import type { AppendRequest, NewEvent } from '../event-log.ts';
import { bytes, numbers, words } from './literal.ts';

/** A call of one of the append functions: prepared under its name. */
export interface AppendCall {
  readonly name: string;
  readonly text: string;
  readonly values: readonly (string | number | null)[];
}

const placeholders = (count: number): string =>
  Array.from({ length: count }, (_, i) => `$${String(i + 1)}`).join();

const BATCH = `SELECT log.append(${placeholders(17)}) AS outcomes`;
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
  return { name: 'log.append_one', text: ONE, values };
}

function callBatch(college: string, requests: readonly AppendRequest[]): AppendCall {
  const streams = new Map<string, number>();
  const ordinal = (stream: string): number => streams.getOrInsertComputed(stream, () => streams.size + 1);

  const events: NewEvent[] = [];
  const [owner, place]: [number[], number[]] = [[], []];
  const conditions: [append: number, stream: number, expected: number, count: number][] = [];
  for (const [index, { writes, checks }] of requests.entries()) {
    for (const { stream, expected, events: written } of writes) {
      conditions.push([index + 1, ordinal(stream), expected, written.length]);
      for (const [offset, event] of written.entries()) {
        events.push(event);
        owner.push(conditions.length);
        place.push(offset);
      }
    }
    for (const { stream, expected } of checks) conditions.push([index + 1, ordinal(stream), expected, 0]);
  }

  const values = [
    college,
    words([...streams.keys()]),
    words(requests.map(({ commandId }) => commandId)),
    bytes(requests.map(({ fingerprint }) => fingerprint)),
    words(requests.map(({ at }) => at)),
    numbers(conditions.map(([append]) => append)),
    numbers(conditions.map(([, stream]) => stream)),
    numbers(conditions.map(([, , expected]) => expected)),
    numbers(conditions.map(([, , , count]) => count)),
    numbers(owner),
    numbers(place),
    words(events.map(({ id }) => id)),
    words(events.map(({ type }) => type)),
    numbers(events.map(({ version }) => version)),
    numbers(events.map(({ sealed }) => sealed.length)),
    events.map(({ body }) => body).join('\n'),
    sealedTexts(events),
  ];
  return { name: 'log.append', text: BATCH, values };
}

/** The cheapest call that stores these appends, in this order. */
export const appendCall = (college: string, requests: readonly AppendRequest[]): AppendCall =>
  callOne(college, requests) ?? callBatch(college, requests);
