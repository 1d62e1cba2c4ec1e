import { setTimeout as sleep } from 'node:timers/promises';
import { heldSessions } from '../../identity/held-sessions.ts';
import { ANY } from '../../runtime/live/channel.ts';
import type { CollegeFeed } from '../../runtime/live/college-feed.ts';
import { recordOf } from '../fault.ts';
import { problem } from '../../../schema/errors/problem.ts';
import { sessionEnded, type Closing } from './closing.ts';
import type { LiveOperation } from './live-operation.ts';
import type { LiveParts } from './live-parts.ts';
import type { Session } from '../../identity/session.ts';

/** How often sessions are looked up, in milliseconds: one that ended is closed within a second (T05). */
const LOOK_MS = 400;

/** Subscriptions that are verified at once. */
const ABREAST = 16;

/** A connection of somebody who is signed in. */
export interface Seat {
  readonly session: Session;
  readonly operations: Set<LiveOperation>;
  close(closing: Closing): void;
}

type RoomParts = Pick<LiveParts, 'clock' | 'limits' | 'pool' | 'report'>;

interface Table {
  readonly feed: CollegeFeed;
  readonly stopping: AbortController;
  readonly operations: Set<LiveOperation>;
}

/**
 * Everybody who is connected. It keeps to the limits, ends the connections of sessions that have ended, and has every
 * subscription of a college look at its rights again when some have changed or a day begins.
 */
export class LiveRoom {
  readonly #parts: RoomParts;
  readonly #seats = new Set<Seat>();
  readonly #byAccount = new Map<string, Set<Seat>>();
  readonly #tables = new Map<string, Table>();
  readonly #stopping = new AbortController();
  readonly #looking: Promise<void>;
  #operations = 0;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.#looking = this.#look();
  }

  /** How many subscriptions are open. */
  get operations(): number {
    return this.#operations;
  }

  /** How many connections are signed in. */
  get seats(): number {
    return this.#seats.size;
  }

  /** Takes a connection in; false where its account has too many. */
  sit(seat: Seat): boolean {
    const own = this.#byAccount.getOrInsertComputed(accountOf(seat), () => new Set());
    if (own.size >= this.#parts.limits.connectionsOfAccount) return false;
    own.add(seat);
    this.#seats.add(seat);
    return true;
  }

  /** Lets a connection go, with everything on it. */
  leave(seat: Seat): void {
    for (const operation of seat.operations) this.remove(seat, operation);
    this.#seats.delete(seat);
    const own = this.#byAccount.get(accountOf(seat));
    own?.delete(seat);
    if (own?.size === 0) this.#byAccount.delete(accountOf(seat));
  }

  /** Throws RATE_LIMITED where one more subscription would be too many. */
  demandRoom(seat: Seat): void {
    const { subscriptions, subscriptionsOfAccount, subscriptionsOfSocket } = this.#parts.limits;
    const seats = [...(this.#byAccount.get(accountOf(seat)) ?? [])];
    const ofAccount = seats.reduce((sum, { operations }) => sum + operations.size, 0);
    if (seat.operations.size >= subscriptionsOfSocket)
      throw problem('TOO_MANY_SUBSCRIPTIONS_OF_CONNECTION', { limit: subscriptionsOfSocket });
    if (ofAccount >= subscriptionsOfAccount)
      throw problem('TOO_MANY_SUBSCRIPTIONS_OF_ACCOUNT', { limit: subscriptionsOfAccount });
    if (this.#operations >= subscriptions)
      throw problem('TOO_MANY_SUBSCRIPTIONS_OF_SERVER', { limit: subscriptions });
  }

  /** Takes a subscription in. */
  add(seat: Seat, operation: LiveOperation, feed: CollegeFeed): void {
    seat.operations.add(operation);
    this.#operations += 1;
    const { college } = seat.session;
    const known = this.#tables.get(college);
    if (known?.feed === feed) {
      known.operations.add(operation);
      return;
    }
    const table = { feed, stopping: new AbortController(), operations: new Set([operation]) };
    this.#tables.set(college, table);
    void this.#keepRights(table);
  }

  /** Lets a subscription go. */
  remove(seat: Seat, operation: LiveOperation): void {
    operation.stop();
    if (!seat.operations.delete(operation)) return;
    this.#operations -= 1;
    const { college } = seat.session;
    const table = this.#tables.get(college);
    table?.operations.delete(operation);
    if (table?.operations.size === 0) {
      table.stopping.abort();
      this.#tables.delete(college);
    }
  }

  /** Closes every connection. */
  async close(): Promise<void> {
    this.#stopping.abort();
    for (const seat of this.#seats) seat.close('goingAway');
    for (const { stopping } of this.#tables.values()) stopping.abort();
    await this.#looking;
  }

  /** Looks again at every subscription of a college whenever a right of anybody in it has changed. */
  async #keepRights({ feed, stopping: { signal }, operations }: Table): Promise<void> {
    const rights = feed.channel('rights');
    while (!signal.aborted && !feed.signal.aborted) {
      const position = rights.reached(ANY);
      await rights.next(ANY, position, signal);
      if (!isOver(signal)) await this.#verify(operations);
    }
  }

  async #verify(operations: ReadonlySet<LiveOperation>): Promise<void> {
    const all = [...operations];
    for (let from = 0; from < all.length; from += ABREAST)
      await Promise.all(
        all.slice(from, from + ABREAST).map(async (operation) => {
          try {
            await operation.verify();
          } catch (error) {
            this.#report(error);
            // What cannot be asked now may not be told either.
            operation.stop(sessionEnded());
          }
        }),
      );
    for (const seat of this.#seats)
      if (seat.operations.size > 0 && [...seat.operations].every(({ isBarred }) => isBarred))
        seat.close('forbidden');
  }

  async #look(): Promise<void> {
    const { signal } = this.#stopping;
    const days = new Map<string, string>();
    while (!signal.aborted) {
      await sleep(LOOK_MS, undefined, { signal, ref: false }).catch(() => undefined);
      if (isOver(signal) || this.#seats.size === 0) continue;
      await this.#endSessions().catch((error: unknown) => {
        this.#report(error);
      });
      for (const [college, table] of this.#tables) {
        const [operation] = table.operations;
        const day = await operation?.today().catch(() => undefined);
        if (day === undefined || day === days.get(college)) continue;
        const isFirst = !days.has(college);
        days.set(college, day);
        if (isFirst) continue;
        await this.#verify(table.operations);
        table.feed.channel('edit-windows').wake();
      }
    }
  }

  async #endSessions(): Promise<void> {
    const { pool, clock } = this.#parts;
    // Whoever sits down while it is asked was not asked about.
    const seats = [...this.#seats];
    const ids = [...new Set(seats.map(({ session }) => session.id))];
    const held = await heldSessions(pool, ids, clock());
    for (const seat of seats) if (!held.has(seat.session.id)) seat.close('unauthenticated');
  }

  #report(error: unknown): void {
    this.#parts.report({ ...recordOf(error), traceId: 'live' });
  }
}

const isOver = (signal: AbortSignal): boolean => signal.aborted;

const accountOf = ({ session }: Seat): string => `${session.college} ${session.account}`;
