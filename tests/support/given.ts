import type { Actor, Source } from '../../events/recorded.ts';
import type { EventType } from '../../events/register.ts';
import type { Accepted, Circumstances } from '../../src/decisions/decision.ts';
import type { RefusalCode } from '../../src/decisions/refusal.ts';
import type { Command } from '../../src/decisions/register.ts';
import { readable } from './names.ts';
import { PureLedger, type History } from './pure-ledger.ts';
import { college, petrova } from './world.ts';

/** Who asks, on which day, and how; by default Petrova, on the day after the first lesson, online. */
export interface Asking {
  readonly by?: string;
  readonly on?: string;
  readonly source?: Source;
  /** The outage whose temporary journal is brought over. */
  readonly outage?: string;
  /** The time of day in the college's zone. */
  readonly time?: string;
}

/** The circumstances behind an asking. */
export const asking = ({
  by = petrova,
  on = '2024-09-03',
  outage,
  source = outage === undefined ? 'online' : 'temporaryJournal',
  time = '11:00',
}: Asking = {}): Circumstances => {
  const actor: Actor = {
    account: by,
    session: 'session',
    channel: source === 'import' ? 'import' : 'graphql',
  };
  return { actor, source, now: `${on}T06:00:00.000Z`, today: on, time, outage: outage ?? null, college };
};

/** What is expected of an event: its type, and as much of the rest as the test is about. */
export interface Expected {
  readonly type: EventType;
  readonly data?: object;
  readonly sealed?: object;
}

/** What is expected of a refusal. */
export interface Refusing {
  readonly code: RefusalCode;
  readonly facts?: object;
  readonly parameter?: string | null;
  readonly clause?: string | null;
  readonly grantable?: boolean;
}

/** Reads the rules aloud: given this past, when asked this, that is recorded, refused, or nothing changes. */
export const given = (history: History, circumstances: Asking = {}) => ({
  when(command: Command) {
    const decision = new PureLedger(history).decide(asking(circumstances), command);
    const events = decision.accepted ? decision.writes.flatMap((write) => write.events) : [];
    // Not named `then`: an object with that method is taken for a promise.
    return {
      /** Exactly these events, under these grounds: the right, the rule, the day, on whose behalf. */
      thenRecords(expected: Expected | readonly Expected[], grounds: PartialDeep<Accepted> = {}) {
        const records = 'type' in expected ? [expected] : expected;
        expect(readable(decision.accepted ? events : decision)).toMatchObject(readable(records) as object);
        expect(events).toHaveLength(records.length);
        expect(readable(decision)).toMatchObject(readable(grounds) as object);
      },
      thenNothingChanges: () => {
        expect(readable(decision)).toMatchObject({ accepted: true, writes: [] });
      },
      thenRefuses(refusal: Refusing) {
        expect(readable(decision)).toMatchObject({ accepted: false, refusal: readable(refusal) });
      },
    };
  },
});

type PartialDeep<T> = T extends object ? { readonly [K in keyof T]?: PartialDeep<T[K]> | null } : T;
