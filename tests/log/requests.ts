import { hash, randomUUID } from 'node:crypto';
import { NO_STREAM, type AppendRequest, type CollegeLog, type NewEvent } from '../../src/log/event-log.ts';
import type { StreamWrite } from '../../src/log/event-log.ts';

/** A fresh UUID version 7. */
export function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A college nobody else uses. Its clock is virtual unless said otherwise, so that tests may live in any year. */
export function college(clock: CollegeLog['clock'] = 'virtual'): CollegeLog {
  const id = randomUUID();
  return { id, origin: `college-${id}.example/journal`, clock };
}

/** An event whose body says what is asked, as canonical JSON. */
export const event = (note = 'a mark', sealed: NewEvent['sealed'] = []): NewEvent => ({
  id: uuidV7(),
  type: 'MarkRecorded',
  version: 1,
  body: JSON.stringify({ note }),
  sealed,
});

/** Events for one stream, one unless they are given. */
export const write = (
  stream: string,
  expected = NO_STREAM,
  events: readonly NewEvent[] = [event()],
): StreamWrite => ({ stream, expected, events });

interface Particulars {
  readonly commandId?: string;
  /** What the command says; the same command says the same. */
  readonly content?: string;
  readonly at?: string;
  readonly checks?: AppendRequest['checks'];
}

/** A command that writes these, with a fresh id unless one is given. */
export function append(writes: AppendRequest['writes'], particulars: Particulars = {}): AppendRequest {
  const { commandId = randomUUID(), at = '2026-11-22T08:15:30.123Z', checks = [] } = particulars;
  const fingerprint = hash('sha256', particulars.content ?? commandId);
  return { commandId, fingerprint, at, writes, checks };
}

/** An append of one event to one stream. */
export const appendOne = (stream: string, expected = NO_STREAM, note?: string): AppendRequest =>
  append([write(stream, expected, [event(note)])]);
