import { randomUUID } from 'node:crypto';
import { auditTrailFrom } from '../../projections/audit-trail/queries.ts';
import type { AuditEntry } from '../../projections/audit-trail/table.ts';
import type { EventType } from '../../events/register.ts';
import type { Webhook } from '../../projections/webhooks/table.ts';
import type { SuspendWebhook } from '../decisions/webhook.ts';
import { isPassing } from '../database/passing-error.ts';
import { boundsOf } from '../policies/bounds.ts';
import { scopeOf } from '../policies/scope.ts';
import type { Desk, Served } from './desk.ts';
import { rightsOf, type Rights } from './owner-rights.ts';
import { waitAfter } from './pace.ts';
import type { Progress } from './progress.ts';
import { openLine, type Attempted, type Line } from './sending.ts';
import { signedHeaders } from './signature.ts';

/** Events that are read at once; each is a message of its own. */
const AT_ONCE = 50;

/** How often a webhook that waits after a failure looks whether it still may, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * Delivers one webhook: in the order of the log, one message at a time, and the mark moves when the receiver has said
 * yes. Killed in between, it sends the same message again under the same id. Ends when told to, or by pausing itself.
 */
export class Courier {
  readonly #desk: Desk;
  readonly #served: Served;
  readonly #signal: AbortSignal;
  readonly #line: Line;
  readonly #running: Promise<void>;
  #webhook: Webhook;
  #until = 0n;
  #isNews = false;
  #wake: () => void = () => undefined;
  /** Where it stands, as far as nobody else has moved the mark; `null`: to be asked. */
  #at: Progress | null = null;
  #heeded = 0n;
  #rights: Rights | null = null;

  constructor(desk: Desk, served: Served, webhook: Webhook, signal: AbortSignal) {
    this.#desk = desk;
    this.#served = served;
    this.#webhook = webhook;
    this.#signal = signal;
    this.#line = openLine(desk.loopback, desk.pace.timeoutMs);
    this.#running = this.#run();
  }

  /** Tells it how its webhook stands as of a position: nothing after that is sent before it is told again. */
  tell(webhook: Webhook, until: bigint): void {
    if (webhook.changedBy > this.#webhook.changedBy) this.#webhook = webhook;
    this.#until = until;
    this.#isNews = true;
    this.#wake();
  }

  /** Resolves when it has ended. */
  get ended(): Promise<void> {
    return this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (!this.#signal.aborted) if (!(await this.#step())) return;
    } catch (fault) {
      if (!this.#signal.aborted && !isPassing(fault)) this.#desk.report(fault);
    } finally {
      this.#line.close();
    }
  }

  /** One look at what is to be sent; false where the webhook was paused. */
  async #step(): Promise<boolean> {
    const { college } = this.#served;
    const { progress } = this.#desk;
    const { webhook } = this.#webhook;
    const until = this.#until;
    this.#isNews = false;
    const at = await this.#stands();
    if (!(await this.#may())) return await this.#suspend('rightEnded');
    const wait = at.nextAt === null ? 0 : at.nextAt.getTime() - Date.now();
    if (wait > 0) {
      await this.#pause(Math.min(wait, LOOK_MS));
      return true;
    }
    const entries = until > at.position ? await this.#read(at.position, until) : [];
    if (entries.length > 0) return await this.#deliver(at, entries, entries.length < AT_ONCE ? until : null);
    if (until > at.position) {
      const isPassed = await progress.pass(college.id, webhook, at.position, until);
      this.#at = isPassed ? { ...at, position: until } : null;
    }
    await this.#news();
    return true;
  }

  /** Where the webhook stands, with what events said of it since. */
  async #stands(): Promise<Progress> {
    const webhook = this.#webhook;
    if (this.#at && webhook.changedBy === this.#heeded) return this.#at;
    const at = await this.#desk.progress.heed(this.#served.college.id, webhook);
    this.#heeded = webhook.changedBy;
    this.#at = at;
    return at;
  }

  /** Whether its owner may still read what it sends, after everything that this process has read so far. */
  async #may(): Promise<boolean> {
    const { owner } = this.#webhook;
    this.#rights = await rightsOf(this.#desk, this.#served, owner, this.#rights, this.#signal);
    return this.#signal.aborted || this.#rights.owner !== null;
  }

  async #read(after: bigint, until: bigint): Promise<readonly AuditEntry[]> {
    const owner = this.#rights?.owner;
    if (!owner) return [];
    // A viewer without a session: what they may read does not depend on one.
    const viewer = { ...owner, session: this.#webhook.session };
    const kinds = this.#webhook.kinds as readonly EventType[];
    const filter = kinds.length > 0 ? { kinds } : {};
    const scope = scopeOf(viewer, 'auditTrail.read');
    const reader = this.#desk.readers(boundsOf(viewer));
    return await auditTrailFrom(reader, scope, filter, { after, until, first: AT_ONCE });
  }

  /** Sends what was read, until one is not taken or something about the webhook or its owner has changed. */
  async #deliver(from: Progress, entries: readonly AuditEntry[], end: bigint | null): Promise<boolean> {
    const { published } = this.#desk;
    const { college } = this.#served;
    const webhook = this.#webhook;
    const positions = entries.map(({ position }) => position);
    const leaves = await published.leaves(college.id, positions);
    const known = this.#rights;
    let at = from;
    for (const entry of entries) {
      if (!(await this.#may())) return await this.#suspend('rightEnded');
      if (this.#isOver() || webhook !== this.#webhook || known !== this.#rights) return true;
      const leaf = leaves.get(entry.position);
      if (!leaf) throw new Error(`The event at ${String(entry.position)} is not in the log.`);
      const message = this.#desk.message(webhook.webhook, entry, leaf.leafHash.toString('base64'));
      const started = new Date();
      const attempted = await this.#send(message, started);
      // What is under way when it ends is sent again by whoever comes next.
      if (this.#isOver() && attempted.result !== 'delivered') return true;
      const reached = entry === entries.at(-1) && end !== null ? end : entry.position;
      at = await this.#note(at, entry, reached, attempted, started);
      if (attempted.result !== 'delivered') return await this.#afterFailure(attempted, at);
      if (!this.#isCertain()) return true;
    }
    return true;
  }

  #isOver(): boolean {
    return this.#signal.aborted;
  }

  /** Whether nobody else has moved the mark, as far as it knows. */
  #isCertain(): boolean {
    return this.#at !== null;
  }

  async #send(message: Parameters<typeof signedHeaders>[0], started: Date): Promise<Attempted> {
    const { secrets } = this.#desk;
    const { college } = this.#served;
    const { webhook, generation, formerUntil, url } = this.#webhook;
    const withFormer = formerUntil !== null && college.now() < formerUntil;
    const signing = await secrets.signing(college.id, webhook, generation, withFormer);
    const headers = signedHeaders(message, signing, started.getTime());
    return await this.#line.send(url, headers, message.body, this.#signal);
  }

  async #note(
    at: Progress,
    { position, event }: AuditEntry,
    reached: bigint,
    { result, status, retryAfterMs }: Attempted,
    started: Date,
  ): Promise<Progress> {
    const { progress, pace } = this.#desk;
    const { webhook } = at;
    const isDelivered = result === 'delivered';
    const failures = isDelivered ? 0 : at.failures + 1;
    const now = Date.now();
    const next: Progress = {
      webhook,
      failures,
      position: isDelivered ? reached : at.position,
      failingSince: isDelivered ? null : (at.failingSince ?? started),
      nextAt: isDelivered ? null : new Date(now + waitAfter(failures, retryAfterMs, pace)),
    };
    const attempt = { position, event, at: started, result, status, durationMs: now - started.getTime() };
    const isNoted = await progress.note(this.#served.college.id, at.position, { ...next, attempt });
    this.#at = isNoted ? next : null;
    return next;
  }

  async #afterFailure({ result }: Attempted, { failingSince }: Progress): Promise<boolean> {
    if (result === 'gone') return await this.#suspend('receiverGone');
    if (result === 'addressRefused') return await this.#suspend('addressRefused');
    const isGivenUp =
      failingSince !== null && Date.now() - failingSince.getTime() >= this.#desk.pace.giveUpMs;
    return isGivenUp ? await this.#suspend('receiverFailing') : true;
  }

  /** Pauses the webhook in the name of its owner; the supervisor ends this courier once it reads so. */
  async #suspend(cause: SuspendWebhook['cause']): Promise<false> {
    const { webhook, owner: account, session } = this.#webhook;
    const order = { commandId: randomUUID(), actor: { account, session, channel: 'graphql' } as const };
    await this.#served.college.execute({ type: 'SuspendWebhook', data: { webhook, cause } }, order);
    return false;
  }

  /** Until it is told something that it has not looked at. */
  async #news(): Promise<void> {
    if (!this.#isNews) await this.#pause(null);
  }

  /** Until it is told something, or so many milliseconds are over, or it ends. */
  async #pause(ms: number | null): Promise<void> {
    if (this.#signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const wake = (): void => {
      resolve(undefined);
    };
    const timer = ms === null ? undefined : setTimeout(wake, ms);
    this.#wake = ms === null ? wake : () => undefined;
    this.#signal.addEventListener('abort', wake);
    await promise;
    clearTimeout(timer);
    this.#signal.removeEventListener('abort', wake);
  }
}
