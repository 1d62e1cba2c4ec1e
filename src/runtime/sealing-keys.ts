import type { Purpose } from '../../events/event.ts';
import type { Fold, Write } from '../decisions/decision.ts';
import { currentGeneration, subjectKeys, type SubjectKeys } from '../decisions/folds/subject-key.ts';
import type { DataKey } from '../keys/data-key.ts';
import { keyName, keyStream, type KeyId } from '../keys/key-name.ts';
import { sealingsOf, type KeyOf } from '../log/body.ts';
import { LogFault, type EventLog } from '../log/event-log.ts';
import type { Rested, States } from './states.ts';

/** The keys that a decision's texts are sealed under. */
export interface SealingKeys {
  readonly keyOf: KeyOf;
  /** The streams that tell of them: they are checked by the append, so no text is sealed under a destroyed key. */
  readonly rested: ReadonlyMap<string, Rested>;
  /** What the same append has to say first: keys that were made for it. */
  readonly created: readonly Write[];
}

interface Wanted extends KeyId {
  readonly stream: string;
  /** What the log commits to; `null` for a key it does not know yet. */
  readonly commitment: string | null;
}

const NONE: SealingKeys = {
  keyOf: () => {
    throw new Error('No key was asked for: nothing was to be sealed.');
  },
  rested: new Map(),
  created: [],
};

/** Whose texts some writes seal, each subject and purpose once. */
const subjectsIn = (writes: readonly Write[]): ReadonlyMap<string, { subject: string; purpose: Purpose }> => {
  const found = new Map<string, { subject: string; purpose: Purpose }>();
  for (const { events } of writes)
    for (const event of events) for (const one of sealingsOf(event)) found.set(keyStream(one), one);
  return found;
};

const generationOf = (keys: SubjectKeys): Pick<Wanted, 'generation' | 'commitment'> => {
  const generation = currentGeneration(keys);
  return generation === null
    ? { generation: keys.length + 1, commitment: null }
    : { generation, commitment: keys[generation - 1]?.commitment ?? null };
};

/** That a key was made: told in the append that first seals with it. */
const creation = ({ subject, purpose, generation }: Wanted, { commitment }: DataKey): Write => ({
  category: 'key',
  id: `${subject}.${purpose}`,
  events: [{ type: 'SubjectKeyCreated', data: { subject, purpose, generation, commitment } }],
});

/** A key that the log knows is looked for and never made anew: another one would not fit what the log committed to. */
const fetched = async ({ keyring }: EventLog, college: string, wanted: readonly Wanted[]) => {
  const [fresh, known] = [true, false].map((isFresh) =>
    wanted.filter(({ commitment }) => (commitment === null) === isFresh).map(keyName),
  ) as [string[], string[]];
  try {
    const [made, found] = await Promise.all([
      fresh.length > 0 ? keyring.obtain(college, fresh) : [],
      known.length > 0 ? keyring.find(college, known) : [],
    ]);
    return new Map([...made, ...found]);
  } catch (cause) {
    throw new LogFault('the keys of personal texts could not be had', { cause });
  }
};

/**
 * The keys for the texts of some writes: the ones in force, or new ones. `null` where one was destroyed meanwhile and
 * the decision has to be made again. Throws `LogFault` where a key is lost, or is not the one the log committed to.
 */
export const sealingKeys = async (
  log: EventLog,
  college: string,
  states: States,
  writes: readonly Write[],
): Promise<SealingKeys | null> => {
  const subjects = subjectsIn(writes);
  if (subjects.size === 0) return NONE;

  const rested = new Map<string, Rested>();
  const wanted = await Promise.all(
    Array.from(subjects, async ([stream, subject]): Promise<Wanted> => {
      const folded = await states.get(subjectKeys, stream);
      rested.set(stream, { fold: subjectKeys as Fold<unknown>, folded });
      return { ...subject, stream, ...generationOf(folded.state) };
    }),
  );
  const keys = await fetched(log, college, wanted);
  const found = new Map<string, { readonly name: string; readonly key: DataKey }>();
  const created: Write[] = [];
  for (const one of wanted) {
    const name = keyName(one);
    const key = keys.get(name);
    if (key === 'destroyed' && (await states.catchUp(rested))) return null;
    if (!key || key === 'destroyed') throw new LogFault(`the key ${name} is lost`);
    if (one.commitment === null) created.push(creation(one, key));
    else if (one.commitment !== key.commitment)
      throw new LogFault(`the key ${name} is not the one that the log committed to`);
    found.set(one.stream, { name, key });
  }
  return {
    keyOf: (subject, purpose) => {
      const key = found.get(keyStream({ subject, purpose }));
      if (!key) throw new Error('A text is about somebody whose key was not asked for.');
      return key;
    },
    rested,
    created,
  };
};
