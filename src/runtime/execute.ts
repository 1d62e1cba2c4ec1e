import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Recorded } from '../../events/recorded.ts';
import type { Circumstances, Decision, Refused } from '../decisions/decision.ts';
import { refuse } from '../decisions/decision.ts';
import type { Refusal } from '../decisions/refusal.ts';
import type { Command } from '../decisions/register.ts';
import type { Instant } from '../policies/calendar.ts';
import { decode } from '../log/body.ts';
import type { AppendOutcome, EventLog } from '../log/event-log.ts';
import { observed } from '../observing/steps.ts';
import { circumstancesOf } from './circumstances.ts';
import { compose, recordOf, type Composable, type Composition } from './composing.ts';
import { deliberate, type Deliberation } from './deliberation.ts';
import type { Order } from './order.ts';
import { sealingKeys, type SealingKeys } from './sealing-keys.ts';
import { States } from './states.ts';

/** The clock of the server; a virtual one for a demonstration or a test. */
export type Clock = () => Instant;

/** What was written, by position: the bodies exactly as they are kept, which are the leaves of the tree. */
export type Bodies = ReadonlyMap<bigint, string>;

const NO_BODIES: Bodies = new Map();

/** What became of a command. */
export type Outcome =
  | {
      readonly accepted: true;
      /** The last position it wrote; a query given it as `minPosition` sees the effect. */
      readonly position: bigint;
      /** What it recorded; nothing where there was nothing left to do. */
      readonly events: readonly Recorded[];
      readonly bodies: Bodies;
    }
  | {
      readonly accepted: false;
      readonly refusal: Refusal;
      /** Where the refused attempt is recorded, if it is. */
      readonly position: bigint | null;
      readonly bodies: Bodies;
    };

/** Carries out the commands of one college. */
export type Execute = (command: Command, order: Order) => Promise<Outcome>;

/** How often a decision is taken again when what it rested on moved meanwhile. */
const ATTEMPTS = 4;

/** The college whose commands are carried out. */
export interface ExecutedCollege {
  readonly id: string;
  readonly origin: string;
}

const fingerprintOf = (command: Command, { actor, source = 'online', outage = null }: Order): string =>
  createHash('sha256')
    .update(
      canonicalize({ type: command.type, data: command.data, account: actor.account, source, outage }) ?? '',
    )
    .digest('hex');

const refusalIn = (event: Recorded): Refusal | null => {
  if (event.type !== 'AttemptRefused') return null;
  const { code, facts, parameter, clause, grantable } = event.data;
  // Recorded by this program from a refusal of the closed list, so it reads back as one.
  return { code, facts, parameter, clause, grantable } as Refusal;
};

const refused = (
  { refusal }: Refused,
  position: bigint | null = null,
  bodies: Bodies = NO_BODIES,
): Outcome => ({
  accepted: false,
  refusal,
  position,
  bodies,
});

/** What was asked for: keys that were made on the way are told by the log alone. */
const asked = (events: readonly Recorded[]): readonly Recorded[] =>
  events.filter(({ type }) => type !== 'SubjectKeyCreated');

/** The events of a composition with the places the log gave them: dense, in the order they were written. */
const placed = ({ events, writes }: Composition, first: bigint): readonly Recorded[] =>
  asked(
    writes
      .flatMap(({ stream, expected }) =>
        (events.get(stream) ?? []).map((event, index) => ({
          ...event,
          stream,
          revision: expected + 1 + index,
        })),
      )
      .map((event, index) => ({ ...event, position: first + BigInt(index) })),
  );

/** The bodies of a composition at the same places. */
const bodiesOf = ({ writes }: Composition, first: bigint): Bodies =>
  new Map(writes.flatMap(({ events }) => events).map(({ body }, index) => [first + BigInt(index), body]));

/**
 * Makes the executor of a college: read the streams the decider asks for, decide, append with checks;
 * on a conflict read what is new and decide again. Throws `LogFault` when the log is out of reach.
 */
export const executor = (
  log: EventLog,
  { id: college, origin }: ExecutedCollege,
  clock: Clock,
  states = new States(log, college),
): Execute => {
  const replay = async (first: bigint, last: bigint): Promise<Outcome> => {
    const stored = await log.read(college, first - 1n, Number(last - first) + 1);
    const bodies = new Map(stored.map(({ position, body }) => [position, body]));
    const events = asked(stored.map(decode));
    const refusal = events[0] && refusalIn(events[0]);
    return refusal
      ? { accepted: false, refusal, position: last, bodies }
      : { accepted: true, position: last, events, bodies };
  };

  /** A command that now writes nothing: what it did before, if it did anything; else what was decided. */
  const unwritten = async (command: Command, order: Order, decision: Decision): Promise<Outcome> => {
    const earlier = await log.findCommand(college, order.commandId);
    if (earlier && earlier.fingerprint !== fingerprintOf(command, order))
      return refused(refuse('COMMAND_ID_REUSED', {}));
    if (earlier) return await replay(earlier.first, earlier.last);
    return decision.accepted
      ? { accepted: true, position: await log.head(college), events: [], bodies: NO_BODIES }
      : refused(decision);
  };

  const append = async (
    composable: Composable,
    circumstances: Circumstances,
    { created, keyOf }: SealingKeys,
    rested: Deliberation['rested'],
    command: Command,
    order: Order,
  ): Promise<{ outcome: AppendOutcome; composition: Composition }> => {
    const { commandId, correlation = null } = order;
    // A key is told before the first text that was sealed with it.
    const told =
      created.length > 0 ? { ...composable, writes: [...created, ...composable.writes] } : composable;
    const composition = compose(
      told,
      circumstances,
      { commandId, origin, correlation, request: order.request },
      rested,
      keyOf,
    );
    const { writes, checks } = composition;
    const fingerprint = fingerprintOf(command, order);
    const request = { commandId, fingerprint, at: circumstances.now, writes, checks };
    const outcome = await observed(
      'append',
      { college, of: command.type },
      () => log.append(college, request),
      ({ status }) => status,
    );
    return { outcome, composition };
  };

  const attempt = async (command: Command, order: Order): Promise<Outcome | null> => {
    const circumstances = await circumstancesOf(states, college, clock, order);
    const { decision, rested: read } = await observed(
      'decide',
      { college, of: command.type },
      () => deliberate(states, circumstances, command),
      ({ decision: made }) => (made.accepted ? 'accepted' : made.refusal.code),
    );
    const isRecorded = decision.accepted ? decision.writes.length > 0 : circumstances.source !== 'import';
    // No append will check what this rested on, and another process may have moved it: look again.
    if (!isRecorded) return (await states.catchUp(read)) ? null : await unwritten(command, order, decision);

    const composable = decision.accepted ? decision : recordOf(decision, command.type, order.commandId);
    const keys = await sealingKeys(log, college, states, composable.writes);
    if (!keys) return null;
    const rested = keys.rested.size > 0 ? new Map([...read, ...keys.rested]) : read;
    const { outcome, composition } = await append(composable, circumstances, keys, rested, command, order);
    switch (outcome.status) {
      case 'appended': {
        for (const [stream, events] of composition.events) {
          const basis = rested.get(stream);
          if (basis) states.advance(basis.fold, stream, basis.folded, events);
        }
        const { first, last } = outcome;
        const bodies = bodiesOf(composition, first);
        return decision.accepted
          ? { accepted: true, position: last, events: placed(composition, first), bodies }
          : refused(decision, last, bodies);
      }
      case 'duplicate':
        return await replay(outcome.first, outcome.last);
      case 'reused':
        return refused(refuse('COMMAND_ID_REUSED', {}));
      case 'conflict':
        await states.catchUp(rested);
        return null;
      case 'stale':
        return null;
    }
  };

  return async (command, order) => {
    for (let tries = 0; tries < ATTEMPTS; tries += 1) {
      const outcome = await attempt(command, order);
      if (outcome) return outcome;
    }
    return refused(refuse('TRY_AGAIN', {}, { attempts: ATTEMPTS }));
  };
};
