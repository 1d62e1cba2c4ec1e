import type { AnyEvent } from './event.ts';
import type { DomainEvent } from './register.ts';
import type { Role } from './role.ts';

/** How a fact came in: online, from a temporary journal after an outage, or with an import of history. */
export type Source = 'online' | 'temporaryJournal' | 'import';

/** How somebody proved who they are: by a one-time code, by their password, or to the college's identity provider. */
export type Proving = 'code' | 'password' | 'provider';

/** Who acts, and from where. */
export interface Actor {
  readonly account: string;
  /** The session behind the act, for tracing a misused one (T-57). */
  readonly session: string;
  readonly channel: 'graphql' | 'cli' | 'import' | 'demo';
  /** How and when they last proved who they are; absent where nobody is signed in, as at the command line. */
  readonly provedBy?: Proving | undefined;
  readonly provedAt?: string | undefined;
}

/** The rule that allowed an event: parameter, clause, version, and the deadline it gave (T-06, T-48). */
export interface RuleApplied {
  readonly parameter: string;
  readonly clause: string;
  readonly version: number;
  /** The last day, `2026-11-22`; `null` where the rule sets no date. */
  readonly deadline: string | null;
  /** The entry deadline had passed: on time is a matter of reports, not of locks. */
  readonly late: boolean;
  /** The grant that opened a closed window, if one did. */
  readonly grant: string | null;
  /** The entry deadline that `late` was judged by, where it is another rule than the one that allowed the event. */
  readonly due: Due | null;
}

/** A deadline of timeliness: missing it is flagged and counted, never refused (T-06). */
export interface Due {
  readonly parameter: string;
  readonly clause: string;
  /** The last day, `2026-11-22`, or the last minute, `2026-11-22T18:10`, by the college's clock. */
  readonly until: string;
}

/** What was accepted and should yet be looked at: a code, the values behind it, the rule that asks for it. */
export interface Warning {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
  readonly parameter: string;
  readonly clause: string;
  readonly version: number;
}

/** What stands in every event beside its data. */
export interface Meta {
  readonly id: string;
  /** When it was recorded, by the server's clock: `2026-11-22T08:15:30.123Z`. */
  readonly at: string;
  readonly command: string;
  /** Who acted, by which role (`null` where none gave the right: a refused attempt), on whose behalf. */
  readonly actor: Actor & { readonly role: Role | null; readonly onBehalfOf: string | null };
  /** The day it is about, in the college's zone; never the day of entry (T-42). */
  readonly occurredOn: string;
  readonly source: Source;
  /** The import or bulk command this event belongs to. */
  readonly correlation: string | null;
  readonly rule: RuleApplied | null;
  /** The outage whose temporary journal it was brought over from; absent where there was none (T-42). */
  readonly outage?: string | undefined;
  /** The request it came by, a UUID: the one of its log lines and answer; absent where there was none. */
  readonly request?: string | undefined;
  /** What its command was warned of; absent where there was nothing. */
  readonly warnings?: readonly Warning[] | undefined;
}

/** An event that has happened, with its metadata. */
export type Past<E extends AnyEvent = DomainEvent> = E & { readonly meta: Meta };

/** An event read back, with its place in the log. */
export type Recorded<E extends AnyEvent = DomainEvent> = Past<E> & {
  /** Place in the college's log, from 1. */
  readonly position: bigint;
  readonly stream: string;
  /** Place in its stream, from 0. */
  readonly revision: number;
};
