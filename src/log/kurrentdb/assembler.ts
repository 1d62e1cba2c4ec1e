import type { AllStreamRecordedEvent } from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import type { AppendRequest } from '../event-log.ts';
import { demandStorable } from '../request.ts';
import { StrayRecord, type Asides } from './asides.ts';
import { commandStreamOf, prefixOf } from './naming.ts';
import { COMMAND } from './records.ts';
import type { ToldCommand, ToldEvent } from './told.ts';

/** Puts the records of a college's streams together again, in the order of $all. */
export interface Assembler {
  /** The command that this record completes, or `null`. Throws `StrayRecord` at one that no command of ours wrote and that was not set aside. */
  take(record: AllStreamRecordedEvent): ToldCommand | null;
  /** The command that has begun and is not whole yet. */
  begun(): string | null;
  /** The record that began it, where it was not set aside: fatal where no record follows any more. */
  unfinished(): StrayRecord | null;
  reset(): void;
}

const Told = z.strictObject({
  at: z.string(),
  events: z.number().int().positive(),
  fingerprint: z.string(),
});

const count = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number);
const Marks = z.looseObject({
  command: z.string(),
  event: z.string(),
  seq: count,
  version: count,
  sealed: count,
});

interface Begun {
  readonly record: AllStreamRecordedEvent;
  readonly id: string;
  readonly told: z.infer<typeof Told>;
  readonly events: ToldEvent[];
}

const textOf = (data: unknown): string => {
  if (!(data instanceof Uint8Array)) throw new Error('The data is not bytes.');
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(data);
};

/** The append that a command must have been, held to what any append is held to. */
function demandSound(college: string, { id, told, events }: Begun): void {
  const writes = [...Map.groupBy(events, ({ stream }) => stream)].map(([stream, written]) => ({
    stream,
    expected: (written[0]?.revision ?? 0) - 1,
    events: written.map((event) => ({ ...event, sealed: [] })),
  }));
  const { fingerprint, at } = told;
  demandStorable(college, { commandId: id, fingerprint, at, writes, checks: [] } satisfies AppendRequest);
  for (const { expected, stream } of writes)
    events
      .filter((event) => event.stream === stream)
      .forEach(({ revision }, index) => {
        if (revision !== expected + 1 + index) throw new Error('Revisions are out of order.');
      });
}

/** Knows the records of one college; each must be one of a command's, in its place. */
export function createAssembler(college: string, asides: Asides): Assembler {
  let begun: Begun | null = null;
  const prefix = prefixOf(college);

  const begin = (record: AllStreamRecordedEvent): Begun => {
    const { streamId, type, revision, data } = record;
    const id = streamId.slice(commandStreamOf(college, '').length);
    if (streamId !== commandStreamOf(college, id) || type !== COMMAND || revision !== 0n)
      throw new Error('It belongs to no command.');
    return { record, id, told: Told.parse(JSON.parse(textOf(data))), events: [] };
  };

  const goOn = (open: Begun, { streamId, type, revision, data, metadata }: AllStreamRecordedEvent): void => {
    const { command, event, seq, version, sealed } = Marks.parse(metadata);
    if (command !== open.id || seq !== open.events.length) throw new Error('It is out of its place.');
    const stream = streamId.slice(prefix.length);
    open.events.push({
      stream,
      revision: asides.ours(streamId, Number(revision)),
      id: event,
      type,
      version,
      sealed,
      body: textOf(data),
    });
  };

  const taken = (record: AllStreamRecordedEvent): ToldCommand | null => {
    if (begun === null) {
      begun = begin(record);
      return null;
    }
    goOn(begun, record);
    const { id, told, events } = begun;
    if (events.length < told.events) return null;
    demandSound(college, begun);
    begun = null;
    return { id, fingerprint: told.fingerprint, at: told.at, events, position: record.position };
  };

  /** Commands are stored whole: where another one begins, the one before it was never ours. */
  const blamed = (record: AllStreamRecordedEvent) => {
    const isOther =
      begun !== null && record.type === COMMAND && record.streamId.startsWith(commandStreamOf(college, ''));
    return begun !== null && isOther
      ? { stray: begun.record, isOver: true }
      : { stray: record, isOver: false };
  };

  return {
    begun: () => begun?.id ?? null,
    unfinished: () =>
      begun && !asides.has(begun.record)
        ? new StrayRecord(begun.record, new Error('It is not whole.'))
        : null,
    reset() {
      begun = null;
    },
    take(record) {
      try {
        return taken(record);
      } catch (error) {
        const { stray, isOver } = blamed(record);
        if (!asides.has(stray)) throw new StrayRecord(stray, error);
        if (!isOver) return null;
        begun = null;
        return this.take(record);
      }
    },
  };
}
