import type { Actor, Past, RuleApplied, Source } from '../../events/recorded.ts';
import type { Category, DomainEvent, EventNamed, EventType, TypesIn } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import type { Instant, PlainDate } from '../policies/calendar.ts';
import type { Rule } from '../policies/regulation/regulation.ts';
import type { Warning } from './warning.ts';
import type { Refusal, RefusalCode, Subject } from './refusal.ts';
import type { FactsOf } from './refusal-facts.ts';

/** How the events of one category of streams add up to what a decision needs to know. Pure. */
export interface Fold<State> {
  readonly category: Category;
  readonly initial: State;
  readonly evolve: (state: State, event: Past) => State;
}

type Steps<State, C extends Category> = {
  readonly [Type in TypesIn<C>]: (state: State, event: Past<EventNamed<Type>>) => State;
};

/** Declares a fold: one step for every event of the category, or it does not compile. */
export const defineFold = <State, const C extends Category>(
  category: C,
  initial: State,
  steps: Steps<State, C>,
): Fold<State> => ({
  category,
  initial,
  evolve: (state, event) => {
    const step = (steps as Partial<Record<EventType, (state: State, event: Past) => State>>)[event.type];
    if (!step) throw new Error(`${event.type} does not belong to a ${category} stream.`);
    return step(state, event);
  },
});

/** A stream to be read for a decision. */
export interface Reading {
  readonly fold: Fold<unknown>;
  readonly id: string;
  /** It has most probably no event yet: whoever remembers nothing of it need not look, for the append will tell. */
  readonly isLikelyNew?: boolean;
}

/** The rule and the day of one event, where the events of a decision are about different days. */
export interface Grounds {
  readonly rule: RuleApplied | null;
  readonly occurredOn: PlainDate;
}

/** Events for one stream. */
export interface Write {
  readonly category: Category;
  readonly id: string;
  readonly events: readonly DomainEvent[];
  /** For each event in its turn; left out: the decision's own. */
  readonly grounds?: readonly Grounds[];
}

/** A yes: what is written, under which right and rule, for which day. No writes: nothing was left to do. */
export interface Accepted {
  readonly accepted: true;
  readonly writes: readonly Write[];
  readonly right: Role;
  readonly rule: RuleApplied | null;
  readonly occurredOn: PlainDate | null;
  readonly onBehalfOf: string | null;
  /** What is accepted and should yet be looked at. */
  readonly warnings: readonly Warning[];
}

/** A no, and what it is about. */
export interface Refused {
  readonly accepted: false;
  readonly refusal: Refusal;
  readonly subject: Subject;
}

/** The answer of a decider. */
export type Decision = Accepted | Refused;

/** What a decision knows beside the log: who asks, when, and how. */
export interface Circumstances {
  readonly actor: Actor;
  readonly now: Instant;
  /** The date of `now` in the college's zone. */
  readonly today: PlainDate;
  /** The time of day of `now` in the college's zone, `08:15`. */
  readonly time: string;
  readonly source: Source;
  /** The outage whose temporary journal is brought over; `null` where there is none (T-42). */
  readonly outage: string | null;
  /** Which college, by id. */
  readonly college: string;
}

/**
 * A decision in progress: it yields the streams it must read and is resumed with their states.
 * It is pure; the same answers give the same decision. What it read and does not write becomes
 * a check of the append, so a decision never rests on a state that has moved.
 */
export type Deciding<Result = Decision> = Generator<readonly Reading[], Result, readonly unknown[]>;

/** Reads one stream: `const page = yield* read(journals, journal)`. */
export function* read<State>(fold: Fold<State>, id: string): Deciding<State> {
  const [state] = yield [{ fold: fold as Fold<unknown>, id }];
  return state as State;
}

/** Reads a stream that this decision most probably opens; a decision that took it for new and erred is made again. */
export function* readLikelyNew<State>(fold: Fold<State>, id: string): Deciding<State> {
  const [state] = yield [{ fold: fold as Fold<unknown>, id, isLikelyNew: true }];
  return state as State;
}

/** Reads several streams of one category at once. */
export function* readAll<State>(fold: Fold<State>, ids: readonly string[]): Deciding<readonly State[]> {
  if (ids.length === 0) return [];
  const states = yield ids.map((id) => ({ fold: fold as Fold<unknown>, id }));
  return states as readonly State[];
}

/** Accepts, writing to one stream or several. */
export const accept = (
  right: Role,
  writes: readonly Write[],
  grounds: Partial<Pick<Accepted, 'rule' | 'occurredOn' | 'onBehalfOf' | 'warnings'>> = {},
): Accepted => ({
  accepted: true,
  writes: writes.filter(({ events }) => events.length > 0),
  right,
  rule: grounds.rule ?? null,
  occurredOn: grounds.occurredOn ?? null,
  onBehalfOf: grounds.onBehalfOf ?? null,
  warnings: grounds.warnings ?? [],
});

/** Refuses. Give the rule of the regulation behind it, where there is one. */
export const refuse = <const Code extends RefusalCode>(
  code: Code,
  subject: Subject,
  facts?: FactsOf<Code>,
  rule: Rule | null = null,
  grantable = false,
): Refused => ({
  accepted: false,
  subject,
  refusal: {
    code,
    // None is undefined: names that are left out are not there.
    facts: { ...facts },
    parameter: rule?.parameter ?? null,
    clause: rule?.clause ?? null,
    grantable,
  },
});
