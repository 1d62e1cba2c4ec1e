import type { Actor, Source } from '../../events/recorded.ts';

/** Who commands, how, and under which id; the same id never takes effect twice. */
export interface Order {
  readonly commandId: string;
  readonly actor: Actor;
  readonly source?: Source;
  /** The outage whose temporary journal is brought over; `source` is then `temporaryJournal`. */
  readonly outage?: string | null;
  readonly correlation?: string | null;
  /** The request it came by, a UUID; left out where there is none. */
  readonly request?: string;
}
