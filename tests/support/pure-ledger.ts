import { definitionOf, type DomainEvent } from '../../events/register.ts';
import type { Meta, Past } from '../../events/recorded.ts';
import type { Accepted, Circumstances, Decision, Fold } from '../../src/decisions/decision.ts';
import { decide, type Command } from '../../src/decisions/register.ts';
import { idOf } from './names.ts';

/** What is taken to have happened, by stream. */
export type History = Readonly<Record<string, readonly (DomainEvent | Past)[]>>;

const untold: Meta = {
  id: 'untold',
  at: '2024-08-20T06:00:00.000Z',
  command: 'untold',
  actor: { account: 'untold', session: 'untold', channel: 'graphql', role: null, onBehalfOf: null },
  occurredOn: '2024-08-20',
  source: 'online',
  correlation: null,
  rule: null,
};

/** An event of the past that differs from the others in its metadata: an import, a rule, an actor. */
export const told = (event: DomainEvent, meta: Partial<Meta>): Past => ({
  ...event,
  meta: { ...untold, ...meta },
});

const demandValid = ({ category, events }: Accepted['writes'][number]): void => {
  for (const { type, data, sealed } of events) {
    const definition = definitionOf(type);
    definition.data.parse(data);
    expect(category).toBe(definition.category);
    expect(Object.keys(definition.sealed)).toEqual(expect.arrayContaining(Object.keys(sealed ?? {})));
  }
};

/** A ledger without a log: streams in a map, deciders fed from folds of them. Pure and synchronous. */
export class PureLedger {
  readonly streams: Map<string, readonly Past[]>;
  #told = 0;

  constructor(history: History = {}) {
    this.streams = new Map(
      Object.entries(history).map(([stream, events]) => [
        stream,
        events.map((event, index) =>
          'meta' in event ? event : told(event, { id: idOf(`${stream} ${index}`) }),
        ),
      ]),
    );
  }

  /** The state a fold makes of a stream. */
  state<State>({ category, initial, evolve }: Fold<State>, id: string): State {
    return (this.streams.get(`${category}-${id}`) ?? []).reduce(evolve, initial);
  }

  /** Decides, and writes nothing. What would be written is valid by its schema. */
  decide(circumstances: Circumstances, command: Command): Decision {
    const deciding = decide(circumstances, command);
    const read = new Set<string>();
    let step = deciding.next([]);
    while (!step.done) {
      for (const { fold, id } of step.value) read.add(`${fold.category}-${id}`);
      step = deciding.next(step.value.map(({ fold, id }) => this.state(fold, id)));
    }
    if (!step.value.accepted) return step.value;
    for (const write of step.value.writes) {
      demandValid(write);
      // The log would take it for a new stream, and refuse it for ever once there is one.
      expect(read).toContain(`${write.category}-${write.id}`);
    }
    return step.value;
  }

  /** Decides and writes what was accepted. */
  execute(circumstances: Circumstances, command: Command): Decision {
    const decision = this.decide(circumstances, command);
    if (!decision.accepted) return decision;
    const { writes, rule, right, occurredOn, onBehalfOf } = decision;
    const { actor, source, now, today } = circumstances;
    const meta = {
      at: now,
      source,
      rule,
      occurredOn: occurredOn ?? today,
      actor: { ...actor, role: right, onBehalfOf },
    };
    for (const { category, id, events, grounds } of writes) {
      const stream = `${category}-${id}`;
      this.streams.set(stream, [
        ...(this.streams.get(stream) ?? []),
        ...events.map((event, index) =>
          told(event, { ...meta, ...grounds?.[index], id: idOf(`event ${(this.#told += 1)}`) }),
        ),
      ]);
    }
    return decision;
  }
}
