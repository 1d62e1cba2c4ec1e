import { keyIdOf } from '../keys/key-name.ts';
import { LogFault, type AppendRequest, type NewEvent, type SealedText } from './event-log.ts';

/** The longest body: a leaf has to stay below 65 536 bytes with room to spare. */
const MAX_BODY_BYTES = 60_000;

/** The longest personal text, sealed: far longer than any field takes. */
const MAX_CIPHERTEXT_BYTES = 1_000_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const FINGERPRINT = /^[0-9a-f]{64}$/;
const STREAM = /^[\w.:~-]{1,200}$/;
const TYPE = /^[A-Za-z]\w{0,99}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;

/** Raw control characters, an escaped NUL, an escaped half of a surrogate pair: canonical JSON of an event has none. */
const NOT_CANONICAL = /[\u0000-\u001f]|(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89a-fA-F])/;

const MAX_REVISION = 2 ** 31 - 1;
const MAX_VERSION = 2 ** 15 - 1;

const demand = (holds: boolean, complaint: string): void => {
  if (!holds) throw new LogFault(`malformed append: ${complaint}`);
};

const isCount = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function demandSealed({ field, key, ciphertext }: SealedText): void {
  demand(TYPE.test(field), 'the name of a sealed field');
  demand(keyIdOf(key) !== null, 'the name of a key');
  demand(isCount(ciphertext.length, 1, MAX_CIPHERTEXT_BYTES), 'the length of a ciphertext');
}

function demandEvent({ id, type, version, body, sealed }: NewEvent): void {
  demand(UUID_V7.test(id), 'an event id that is no UUID version 7');
  demand(TYPE.test(type), 'an event type');
  demand(isCount(version, 1, MAX_VERSION), 'an event version');
  demand(body.startsWith('{') && body.endsWith('}'), 'a body that is no JSON object');
  demand(body.isWellFormed() && !NOT_CANONICAL.test(body), 'a body that is not canonical');
  demand(Buffer.byteLength(body) <= MAX_BODY_BYTES, `a body over ${String(MAX_BODY_BYTES)} bytes`);
  demand(new Set(sealed.map(({ field }) => field)).size === sealed.length, 'a field sealed twice');
  sealed.forEach(demandSealed);
}

/** An instant in UTC, to the microsecond at most; a date that does not exist is none. */
function isInstant(at: string): boolean {
  const instant = new Date(at);
  return (
    INSTANT.test(at) &&
    !Number.isNaN(instant.valueOf()) &&
    instant.toISOString().slice(0, 19) === at.slice(0, 19)
  );
}

/**
 * Holds an append to what every engine can store, before it is queued with others: a malformed one would
 * fail a whole batch. Throws `LogFault`; the message quotes nothing of the content.
 */
export function demandStorable(college: string, request: AppendRequest): void {
  const { commandId, fingerprint, at, writes, checks } = request;
  demand(UUID.test(college), 'a college id that is no UUID');
  demand(UUID.test(commandId), 'a command id that is no UUID');
  demand(FINGERPRINT.test(fingerprint), 'a fingerprint that is no SHA-256 in hex');
  demand(isInstant(at), 'an instant that is not in UTC');
  demand(writes.length > 0, 'nothing to write');
  demand(new Set(writes.map(({ stream }) => stream)).size === writes.length, 'a stream written twice');
  for (const { stream, expected } of [...writes, ...checks]) {
    demand(STREAM.test(stream), 'the name of a stream');
    demand(isCount(expected, -1, MAX_REVISION), 'an expected revision');
  }
  for (const { events } of writes) {
    demand(events.length > 0, 'a write without events');
    events.forEach(demandEvent);
  }
}
