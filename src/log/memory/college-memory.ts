import { keyName, type KeyId } from '../../keys/key-name.ts';
import { NO_STREAM, type AppendOutcome, type AppendRequest, type CollegeLog } from '../event-log.ts';
import type { FoundCommand, StoredEvent, StreamCheck } from '../event-log.ts';

/** How far the decider's clock may be from the log's own (T25), and how long a decision may wait (T26). */
const TOLERANCE_MS = 2_000;

/** The event that deletes the texts of a key. */
const DESTROYED = 'SubjectKeyDestroyed';

/** One college's log, held in arrays: the plainest telling of what an engine has to do. */
export interface CollegeMemory {
  readonly college: CollegeLog;
  readonly events: readonly StoredEvent[];
  readonly streams: ReadonlyMap<string, readonly StoredEvent[]>;
  readonly commands: ReadonlyMap<string, FoundCommand>;
  /** For each event in its turn, when it was recorded; never goes back. */
  readonly recorded: readonly number[];
  append(request: AppendRequest): AppendOutcome;
}

/** Remembers one college's events for as long as the process runs. */
export function collegeMemory(college: CollegeLog): CollegeMemory {
  const events: StoredEvent[] = [];
  const streams = new Map<string, StoredEvent[]>();
  const commands = new Map<string, FoundCommand>();
  const recorded: number[] = [];
  let recordedAt = -Infinity;

  const revision = (stream: string): number => (streams.get(stream)?.length ?? 0) + NO_STREAM;

  const isStale = (at: number): boolean =>
    at < recordedAt - TOLERANCE_MS ||
    (college.clock === 'server' && Math.abs(at - Date.now()) > TOLERANCE_MS);

  const moved = ({ writes, checks }: AppendRequest): StreamCheck | undefined =>
    [...writes, ...checks].find(({ stream, expected }) => revision(stream) !== expected);

  /** Takes the texts of a key out of every event. */
  const detach = (key: string): void => {
    for (const event of events)
      if (event.sealed.some((text) => text.key === key)) {
        const left = { ...event, sealed: event.sealed.filter((text) => text.key !== key) };
        events[Number(event.position) - 1] = left;
        (streams.get(event.stream) ?? [])[event.revision] = left;
      }
  };

  const store = ({ writes }: AppendRequest): void => {
    for (const { stream, events: added } of writes)
      for (const { type, version, body, sealed } of added) {
        const position = BigInt(events.length + 1);
        const at = { position, stream, revision: revision(stream) + 1 };
        const event = { ...at, type, version, body, sealed: structuredClone(sealed) };
        events.push(event);
        streams.getOrInsertComputed(stream, () => []).push(event);
        if (type === DESTROYED) detach(keyName((JSON.parse(body) as { data: KeyId }).data));
      }
  };

  return {
    college,
    events,
    streams,
    commands,
    recorded,
    append(request) {
      const found = commands.get(request.commandId);
      if (found?.fingerprint === request.fingerprint)
        return { status: 'duplicate', first: found.first, last: found.last };
      if (found) return { status: 'reused' };

      const at = Date.parse(request.at);
      if (isStale(at)) return { status: 'stale' };
      const blocking = moved(request);
      if (blocking) return { status: 'conflict', stream: blocking.stream, actual: revision(blocking.stream) };

      const first = BigInt(events.length + 1);
      store(request);
      recordedAt = Math.max(recordedAt, at);
      while (recorded.length < events.length) recorded.push(recordedAt);
      const last = BigInt(events.length);
      commands.set(request.commandId, { fingerprint: request.fingerprint, first, last });
      return { status: 'appended', first, last };
    },
  };
}
