import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Upcaster } from '../../events/event.ts';
import { definitionOf, type DomainEvent } from '../../events/register.ts';
import type { Meta, Recorded } from '../../events/recorded.ts';
import type { NewEvent, SealedText, StoredEvent } from './event-log.ts';

/** The commitment of a body to a personal text that lies outside it. */
interface Commitment {
  /** The field. */
  readonly f: string;
  /** SHA-256 of nonce ‖ text, hex: it hides the text and binds to it. */
  readonly h: string;
  /** The key under which the text is kept: subject, purpose, generation; generation 0 is kept in the clear. */
  readonly k: string;
}

/** The canonical body of an event: exactly this text is kept for ever and is the leaf of the tree. */
interface Body {
  readonly actor: {
    readonly channel: Meta['actor']['channel'];
    readonly id: string;
    readonly onBehalfOf: string | null;
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

const commit = (nonce: string, text: string): string =>
  createHash('sha256').update(Buffer.from(nonce, 'base64url')).update(text, 'utf8').digest('hex');

/** Whether a text is the one a commitment was made for. */
export const isCommittedText = (commitment: string, { nonce, text }: SealedText): boolean =>
  commit(nonce, text) === commitment;

/**
 * Writes an event down: validates its data, moves personal texts out and commits to them, and puts the rest into
 * canonical JSON (RFC 8785). `random` gives 16 fresh bytes in base64url at each call.
 * Throws when the data does not fit the event's schema: a decider's mistake, never a user's.
 */
export const encode = (event: DomainEvent, meta: Meta, place: Place, random: () => string): NewEvent => {
  const { type, version, data: schema, sealed: sealings } = definitionOf(event.type);
  const data = schema.parse(event.data);
  const texts: Readonly<Record<string, string | null>> = event.sealed ?? {};
  const sealed = Object.entries(texts).flatMap(([field, text]): SealedText[] =>
    text ? [{ field, nonce: random(), text: storable(text) }] : [],
  );
  const commitments = sealed.map(({ field, nonce, text }): Commitment => {
    const sealing = sealings[field];
    if (!sealing) throw new Error(`${type} has no sealed field ${field}.`);
    return { f: field, h: commit(nonce, text), k: `${sealing.subject(data)}/${sealing.purpose}/0` };
  });
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

/** Reads an event back, lifted to its latest version; a text that was erased reads as `null`. */
export const decode = (stored: StoredEvent): Recorded => {
  const body = JSON.parse(stored.body) as Body;
  const { version, upcasters } = definitionOf(body.type);
  if (body.v > version) throw new Error(`${body.type} version ${body.v} is newer than this program.`);
  const { id, at, command, occurredOn, source, correlation, rule, outage, warnings, actor } = body;
  const { id: account, role, onBehalfOf, session, channel } = actor;
  // Every event of the log passes here at each rebuild: objects of one shape, and no copies.
  const recorded = {
    type: body.type,
    data: body.v === version ? body.data : lift(body.data, body.v, upcasters),
    sealed: body.sealed.length > 0 ? opened(body.sealed, stored.sealed) : undefined,
    meta: {
      id,
      at,
      command,
      actor: { account, role, onBehalfOf, session, channel },
      occurredOn,
      source,
      correlation,
      rule,
      outage,
      warnings,
    },
    position: stored.position,
    stream: stored.stream,
    revision: stored.revision,
  };
  return recorded as unknown as Recorded;
};

const opened = (commitments: readonly Commitment[], texts: readonly SealedText[]) =>
  Object.fromEntries(commitments.map(({ f }) => [f, texts.find(({ field }) => field === f)?.text ?? null]));
