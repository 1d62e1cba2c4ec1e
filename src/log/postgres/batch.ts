import type { AppendOutcome, AppendRequest } from '../event-log.ts';

/** An append that waits for its turn, and what to tell its caller. */
export interface Waiting {
  readonly request: AppendRequest;
  readonly events: number;
  readonly characters: number;
  readonly resolve: (outcome: AppendOutcome) => void;
  readonly reject: (reason: unknown) => void;
}

/** What one call carries at most: beyond these, more neighbours only make everybody wait longer. */
const MOST = { appends: 128, events: 1_000, characters: 1_000_000 };

/** Weighs an append before it queues. */
export function weigh({ writes }: AppendRequest): Pick<Waiting, 'events' | 'characters'> {
  const events = writes.flatMap((write) => write.events);
  return { events: events.length, characters: events.reduce((sum, { body }) => sum + body.length, 0) };
}

/**
 * Takes the next batch off a queue, at most `most` appends in order of arrival. It ends before a command id that it already
 * holds: the repetition has to see what became of the first. A single append over the limits goes alone.
 */
export function takeBatch(queue: Waiting[], most = MOST.appends): Waiting[] {
  const commands = new Set<string>();
  let [events, characters] = [0, 0];
  let count = 0;
  for (const waiting of queue) {
    events += waiting.events;
    characters += waiting.characters;
    const isFull =
      count >= Math.min(most, MOST.appends) || events > MOST.events || characters > MOST.characters;
    if (count > 0 && (isFull || commands.has(waiting.request.commandId))) break;
    commands.add(waiting.request.commandId);
    count += 1;
  }
  return queue.splice(0, count);
}
