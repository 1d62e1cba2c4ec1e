import type { AllStreamRecordedEvent } from '@kurrent/kurrentdb-client';
import { z } from 'zod';
import { LogFault, type AppendRequest } from '../event-log.ts';
import { demandStorable } from '../request.ts';
import { commandStreamOf, prefixOf } from './naming.ts';
import { COMMAND } from './records.ts';
import type { ToldCommand, ToldEvent } from './told.ts';

/** Puts the records of a college's streams together again, in the order of $all. */
export interface Assembler {
  /** The command that this record completes, or `null`. Throws `LogFault` at a record that no command of ours wrote. */
  take(record: AllStreamRecordedEvent): ToldCommand | null;
  /** The command that has begun and is not whole yet. */
  begun(): string | null;
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
export function createAssembler(college: string): Assembler {
  let begun: Begun | null = null;
  const prefix = prefixOf(college);

  const begin = ({ streamId, type, revision, data }: AllStreamRecordedEvent): Begun => {
    const id = streamId.slice(commandStreamOf(college, '').length);
    if (streamId !== commandStreamOf(college, id) || type !== COMMAND || revision !== 0n)
      throw new Error('It belongs to no command.');
    return { id, told: Told.parse(JSON.parse(textOf(data))), events: [] };
  };

  const goOn = (open: Begun, { streamId, type, revision, data, metadata }: AllStreamRecordedEvent): void => {
    const { command, event, seq, version, sealed } = Marks.parse(metadata);
    if (command !== open.id || seq !== open.events.length) throw new Error('It is out of its place.');
    const stream = streamId.slice(prefix.length);
    open.events.push({
      stream,
      revision: Number(revision),
      id: event,
      type,
      version,
      sealed,
      body: textOf(data),
    });
  };

  return {
    begun: () => begun?.id ?? null,
    reset() {
      begun = null;
    },
    take(record) {
      try {
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
      } catch (error) {
        throw new LogFault(
          `KurrentDB holds a record that is not of this log: ${record.streamId}@${record.revision} (${record.id})`,
          { cause: error },
        );
      }
    },
  };
}
