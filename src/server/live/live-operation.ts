import { createSourceEventStream, execute, type FormattedExecutionResult, type GraphQLError } from 'graphql';
import { isAsyncIterable } from '@graphql-tools/utils';
import { accessDenied } from '../../../schema/access-denied.ts';
import type { Context, Live } from '../../../schema/context.ts';
import { touchedAfter } from '../../../projections/audit-trail/touched.ts';
import { ANY } from '../../runtime/live/channel.ts';
import type { CollegeFeed } from '../../runtime/live/college-feed.ts';
import type { Touch } from '../../runtime/live/touch.ts';
import type { RequestFacts } from '../context.ts';
import type { Entered } from '../request-context.ts';
import { feedEnded } from './closing.ts';
import type { LiveParts } from './live-parts.ts';
import { RefusedOperation, type Prepared } from './prepared.ts';

/** How many touches are read at once by who comes back after long. */
const AT_ONCE = 1_000;

type May = Parameters<Live['watch']>[0];

/**
 * One subscription. Whose it is and what they may see is known anew for every answer; where a right has ended, it ends
 * with an error, whether or not anything happens.
 */
export class LiveOperation {
  readonly #parts: LiveParts;
  readonly #prepared: Prepared;
  readonly #facts: RequestFacts;
  readonly #feed: CollegeFeed;
  readonly #stopping = new AbortController();
  #entered: Entered;
  /** Up to which change of rights, and on which day, the viewer is known. */
  #knownAt: string;
  #current: Context;
  #may: May | null = null;
  #end: GraphQLError | null = null;

  constructor(
    parts: LiveParts,
    prepared: Prepared,
    facts: RequestFacts,
    entered: Entered,
    feed: CollegeFeed,
  ) {
    this.#parts = parts;
    this.#prepared = prepared;
    this.#facts = facts;
    this.#entered = entered;
    this.#feed = feed;
    // Nobody knows what happened between signing in and now: the first answer finds out.
    this.#knownAt = '';
    this.#current = this.#context();
    feed.signal.addEventListener('abort', this.#feedEnded, { once: true });
  }

  /** The answers, one for each change. Throws a `GraphQLError` where it was ended. */
  async *results(): AsyncGenerator<FormattedExecutionResult, void> {
    const { schema } = this.#parts;
    const { document, operationName, variables: variableValues } = this.#prepared;
    const operation = { schema, document, operationName, variableValues };
    const source = await createSourceEventStream({ ...operation, contextValue: this.#current });
    if (!isAsyncIterable(source)) throw new RefusedOperation(source.errors ?? []);
    for await (const rootValue of source) {
      const contextValue = this.#current;
      const result = await execute({ ...operation, rootValue, contextValue });
      if (this.#stopping.signal.aborted) break;
      yield await this.#parts.finish(contextValue, document, operationName, result);
    }
    if (this.#end) throw this.#end;
  }

  /** Ends it; with an error, where the client did not ask for it. */
  stop(error: GraphQLError | null = null): void {
    this.#end ??= error;
    this.#stopping.abort();
    this.#feed.signal.removeEventListener('abort', this.#feedEnded);
  }

  /** The account has no right at all any more. */
  get isBarred(): boolean {
    return this.#entered.viewer.capabilities.size === 0;
  }

  /** Today in the college. */
  today(): Promise<string> {
    return this.#entered.running.today();
  }

  /** Looks again at what the viewer may do, and ends it where that is too little. */
  async verify(): Promise<void> {
    const at = await this.#rightsNow();
    this.#entered = await this.#parts.contexts.enter(this.#entered.session);
    this.#knownAt = at;
    const context = this.#context();
    const { viewer } = this.#entered;
    const { document, operation } = this.#prepared;
    const { forbidden } = this.#parts.judged(document, operation, viewer);
    if (forbidden.length > 0) this.stop(accessDenied(viewer, forbidden));
    else if (this.#may && !(await this.#may(context))) this.stop(accessDenied(viewer, []));
  }

  readonly #feedEnded = (): void => {
    this.stop(feedEnded());
  };

  async #rightsNow(): Promise<string> {
    const rights = this.#feed.channel('rights');
    await rights.level(this.#stopping.signal);
    return `${String(rights.reached(ANY))} ${await this.#entered.running.today()}`;
  }

  async #now(): Promise<Context> {
    if ((await this.#rightsNow()) !== this.#knownAt) await this.verify();
    this.#current = this.#context();
    return this.#current;
  }

  async #holds(position: bigint): Promise<boolean> {
    await this.#feed.read(position, this.#stopping.signal);
    return (await this.#rightsNow()) === this.#knownAt && !this.#stopping.signal.aborted;
  }

  #context(): Context {
    const { signal } = this.#stopping;
    const live: Live = {
      feed: this.#feed,
      signal,
      now: () => this.#now(),
      holds: (position) => this.#holds(position),
      touched: (...asked) => this.#touched(...asked),
      watch: (may) => {
        this.#may = may;
        // A right may have ended since it was asked for the first time.
        this.#knownAt = '';
      },
    };
    return { ...this.#parts.contexts.contextOf(this.#facts, this.#entered), live };
  }

  async #touched(...[page, after, until]: Parameters<Live['touched']>): Promise<readonly Touch[]> {
    await this.#feed.read(until, this.#stopping.signal);
    const held = this.#feed.touches(after, until);
    if (held) return held.filter(({ journal, period }) => journal === page.journal || period === page.period);
    if (!(await this.#current.settled(until))) throw feedEnded();
    const { college } = this.#entered.viewer;
    // Places of lessons that a learner's own reader does not show; what stands there is read through that one.
    const reader = this.#parts.readers({ college, students: null });
    const touches: Touch[] = [];
    for (let from = after; ;) {
      const rows = await touchedAfter(reader, { college }, page, { after: from, until, first: AT_ONCE });
      touches.push(...rows);
      from = rows.at(-1)?.position ?? until;
      if (rows.length < AT_ONCE || this.#stopping.signal.aborted) return touches;
    }
  }
}
