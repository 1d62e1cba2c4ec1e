import { subjectKeys, type SubjectKeys } from '../decisions/folds/subject-key.ts';
import type { DataKey } from '../keys/data-key.ts';
import { keyIdOf, keyStream, type KeyId } from '../keys/key-name.ts';
import type { Kept, Keyring } from '../keys/keyring.ts';
import { decode } from './body.ts';
import { LogFault, type EventLog, type OpenedEvent, type SealedLog, type StoredEvent } from './event-log.ts';

const NO_KEYS: ReadonlyMap<string, Kept> = new Map();

/** The keys that a page of events names; they are fetched together. */
const namesIn = (events: readonly StoredEvent[]): readonly string[] => [
  ...new Set(events.flatMap(({ sealed }) => sealed.map(({ key }) => key))),
];

/**
 * The log with the keys to its personal texts: every reader gets events whose texts open when they are decoded, and no
 * sooner. A key is used only if it is the one that the log committed to when it was made; else it throws `LogFault`.
 */
export const openedLog = (sealed: SealedLog, keyring: Keyring): EventLog => {
  // A keyring gives the same object again as long as it remembers a key: each is held against the log once.
  const proven = new WeakSet<DataKey>();

  const prove = async (college: string, keys: readonly (readonly [name: string, key: DataKey])[]) => {
    const told = await sealed.readStreams(college, [
      ...new Set(keys.map(([name]) => keyStream(demandId(name)))),
    ]);
    for (const [name, key] of keys) {
      const id = demandId(name);
      const events = (told.get(keyStream(id)) ?? []).map((event) => decode({ ...event, keys: NO_KEYS }));
      const generations = events.reduce<SubjectKeys>(subjectKeys.evolve, subjectKeys.initial);
      if (generations[id.generation - 1]?.commitment !== key.commitment)
        throw new LogFault(`the key ${name} is not the one that the log committed to`);
      proven.add(key);
    }
  };

  const keysOf = async (
    college: string,
    events: readonly StoredEvent[],
  ): Promise<ReadonlyMap<string, Kept>> => {
    const names = namesIn(events);
    if (names.length === 0) return NO_KEYS;
    const keys = await keyring.find(college, names).catch((cause: unknown) => {
      throw new LogFault('the keys of personal texts could not be read', { cause });
    });
    const unproven = [...keys].flatMap(([name, key]) =>
      key === 'destroyed' || proven.has(key) ? [] : [[name, key] as const],
    );
    if (unproven.length > 0) await prove(college, unproven);
    return keys;
  };

  const opened = async (college: string, events: readonly StoredEvent[]): Promise<readonly OpenedEvent[]> => {
    const keys = await keysOf(college, events);
    return events.map((event) => ({ ...event, keys }));
  };

  async function* subscribe(college: string, after: bigint, signal: AbortSignal) {
    for await (const page of sealed.subscribe(college, after, signal)) yield await opened(college, page);
  }

  return {
    ...sealed,
    keyring,
    subscribe,
    read: async (college, after, limit) => opened(college, await sealed.read(college, after, limit)),
    scan: async (college, after, limit, without) => {
      const { events, last } = await sealed.scan(college, after, limit, without);
      return { events: await opened(college, events), last };
    },
    readStream: async (college, stream, from) =>
      opened(college, await sealed.readStream(college, stream, from)),
    readStreams: async (college, streams) => {
      const found = await sealed.readStreams(college, streams);
      const keys = await keysOf(college, [...found.values()].flat());
      return new Map(
        [...found].map(([stream, events]) => [stream, events.map((event) => ({ ...event, keys }))]),
      );
    },
  };
};

const demandId = (name: string): KeyId => {
  const id = keyIdOf(name);
  if (!id) throw new LogFault('a text is sealed under a name that is no key’s');
  return id;
};
