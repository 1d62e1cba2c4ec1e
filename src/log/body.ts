import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Purpose, Upcaster } from '../../events/event.ts';
import { definitionOf, type DomainEvent } from '../../events/register.ts';
import type { Meta, Recorded } from '../../events/recorded.ts';
import type { DataKey } from '../keys/data-key.ts';
import { open, seal, SealBroken } from '../keys/seal.ts';
import { LogFault, type NewEvent, type OpenedEvent, type SealedText } from './event-log.ts';

/** The commitment of a body to a personal text that lies outside it. */
interface Commitment {
  /** The field. */
  readonly f: string;
  /** SHA-256 of the ciphertext, hex: it binds to the text and says nothing of it. */
  readonly h: string;
  /** The key under which the text is sealed: subject, purpose, generation. */
  readonly k: string;
}

/** The canonical body of an event: exactly this text is kept for ever and is the leaf of the tree. */
interface Body {
  readonly actor: {
    readonly channel: Meta['actor']['channel'];
    readonly id: string;
    readonly onBehalfOf: string | null;
    readonly provedAt?: string | undefined;
    readonly provedBy?: Meta['actor']['provedBy'];
    readonly role: Meta['actor']['role'];
    readonly session: string;
  };
  readonly at: string;
  readonly command: string;
  readonly correlation: string | null;
  readonly data: unknown;
  readonly id: string;
  /** The origin of the college's log: an event cannot be moved to another college. */
  readonly log: string;
  readonly occurredOn: string;
  readonly revision: number;
  readonly rule: Meta['rule'];
  /** 16 random bytes, base64url: makes the hash of the body hide its content. */
  readonly salt: string;
  readonly sealed: readonly Commitment[];
  /** Which event of its command, from 0. */
  readonly seq: number;
  readonly source: Meta['source'];
  readonly stream: string;
  readonly type: string;
  readonly v: number;
  readonly outage?: Meta['outage'];
  readonly request?: Meta['request'];
  readonly warnings?: Meta['warnings'];
}

/** Where an event is about to be stored. */
export interface Place {
  readonly log: string;
  readonly stream: string;
  readonly revision: number;
  readonly seq: number;
}

/** A personal text as it can be kept: composed (NFC); NULs and halves of characters, which no store takes, marked. */
const storable = (text: string): string =>
  text.toWellFormed().replaceAll('\u0000', '\uFFFD').normalize('NFC');

/** The key under which texts about a subject are sealed now. */
export type KeyOf = (subject: string, purpose: Purpose) => { readonly name: string; readonly key: DataKey };

/** Texts about one subject, kept for one purpose: they have a key of their own. */
export interface Sealings {
  readonly subject: string;
  readonly purpose: Purpose;
}

const textsOf = ({ sealed = {} }: DomainEvent): readonly (readonly [field: string, text: string])[] =>
  Object.entries(sealed).flatMap(([field, text]) => (text ? [[field, text] as const] : []));

/** Whose texts an event seals, and why they are kept; most events seal none. */
export const sealingsOf = (event: DomainEvent): readonly Sealings[] => {
  if (!event.sealed) return [];
  const { sealed: sealings } = definitionOf(event.type);
  return textsOf(event).flatMap(([field]) => {
    const sealing = sealings[field];
    return sealing ? [{ subject: sealing.subject(event.data), purpose: sealing.purpose }] : [];
  });
};

const noKey: KeyOf = () => {
  throw new Error('An event with personal texts cannot be written down without their keys.');
};

/**
 * Writes an event down: validates its data, seals personal texts and commits to them, and puts the rest into
 * canonical JSON (RFC 8785). `random` gives 16 fresh bytes in base64url at each call.
 * Throws when the data does not fit the event's schema: a decider's mistake, never a user's.
 */
export const encode = (
  event: DomainEvent,
  meta: Meta,
  place: Place,
  random: () => string,
  keyOf: KeyOf = noKey,
): NewEvent => {
  const { type, version, data: schema, sealed: sealings } = definitionOf(event.type);
  const data = schema.parse(event.data);
  const sealed = textsOf(event).map(([field, text]): SealedText => {
    const sealing = sealings[field];
    if (!sealing) throw new Error(`${type} has no sealed field ${field}.`);
    const { name, key } = keyOf(sealing.subject(data), sealing.purpose);
    const at = { log: place.log, event: meta.id, field, key: name };
    return { field, key: name, ciphertext: seal(key, at, storable(text)) };
  });
  const commitments = sealed.map(({ field, key, ciphertext }): Commitment => ({
    f: field,
    h: hash('sha256', ciphertext),
    k: key,
  }));
  const { account: id, ...actor } = meta.actor;
  const body: Body = {
    actor: { id, ...actor },
    at: meta.at,
    command: meta.command,
    correlation: meta.correlation,
    data,
    id: meta.id,
    occurredOn: meta.occurredOn,
    rule: meta.rule,
    salt: random(),
    sealed: commitments,
    source: meta.source,
    type,
    v: version,
    ...(meta.outage && { outage: meta.outage }),
    ...(meta.request && { request: meta.request }),
    ...(meta.warnings && { warnings: meta.warnings }),
    ...place,
  };
  return { id: meta.id, type, version, body: canonicalize(body) ?? '', sealed };
};

/**
 * Lifts the data of version `from` step by step to the latest; `upcasters[i]` takes version i + 1 to i + 2. Pure.
 */
export const lift = (data: unknown, from: number, upcasters: readonly Upcaster[]): unknown =>
  upcasters.slice(from - 1).reduce((older, upcast) => (upcast as (data: unknown) => unknown)(older), data);

/**
 * Reads an event back, lifted to its latest version; a text that was erased reads as `null`. Throws `LogFault` where a
 * text is not the one the body commits to, or its key is lost.
 */
export const decode = (stored: OpenedEvent): Recorded => {
  const body = JSON.parse(stored.body) as Body;
  const { version, upcasters } = definitionOf(body.type);
  if (body.v > version) throw new Error(`${body.type} version ${body.v} is newer than this program.`);
  const { id, at, command, occurredOn, source, correlation, rule, outage, request, warnings, actor } = body;
  const { id: account, role, onBehalfOf, session, channel, provedBy, provedAt } = actor;
  // Every event of the log passes here at each rebuild: objects of one shape, and no copies.
  const recorded = {
    type: body.type,
    data: body.v === version ? body.data : lift(body.data, body.v, upcasters),
    sealed: body.sealed.length > 0 ? openedTexts(body, stored) : undefined,
    meta: {
      id,
      at,
      command,
      actor: { account, role, onBehalfOf, session, channel, provedBy, provedAt },
      occurredOn,
      source,
      correlation,
      rule,
      outage,
      request,
      warnings,
    },
    position: stored.position,
    stream: body.stream,
    revision: stored.revision,
  };
  return recorded as unknown as Recorded;
};

const openedTexts = (body: Body, stored: OpenedEvent): Readonly<Record<string, string | null>> =>
  Object.fromEntries(body.sealed.map((commitment) => [commitment.f, openedText(body, commitment, stored)]));

const openedText = ({ id, log }: Body, { f, h, k }: Commitment, { sealed, keys }: OpenedEvent) => {
  const found = sealed.find(({ field }) => field === f);
  if (!found) return null;
  const fault = (what: string, cause?: unknown): LogFault =>
    new LogFault(`the text ${f} of event ${id} ${what}`, { cause });
  if (found.key !== k || hash('sha256', found.ciphertext) !== h)
    throw fault('is not the one its body commits to');
  const key = keys.get(k);
  if (!key) throw fault('cannot be read: its key is lost');
  if (key === 'destroyed') return null;
  try {
    return open(key, { log, event: id, field: f, key: k }, found.ciphertext);
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    throw fault('does not open with its key', error);
  }
};
