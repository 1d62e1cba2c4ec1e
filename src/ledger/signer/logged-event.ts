import { leafHash, type Hash } from '../leaf.ts';
import { refuse } from './finding.ts';

/** An event's row, as the database gives it to the signer. */
export interface LoggedEvent {
  readonly position: number;
  readonly stream: string | null;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly body: string;
  /** As the database computed it when it stored the body. */
  readonly leafHash: Buffer;
}

type BodyParticulars = Readonly<Record<string, unknown>>;

const parsed = (body: string): BodyParticulars => {
  try {
    return (JSON.parse(body) as BodyParticulars | null) ?? {};
  } catch {
    return {};
  }
};

/** What of the row does not agree with the body, or `null`. */
const misplaced = (event: LoggedEvent, origin: string): string | null => {
  const { log, stream, revision, id, type, v } = parsed(event.body);
  if (log !== origin) return 'log';
  if (stream !== event.stream) return 'stream';
  if (revision !== event.revision) return 'revision';
  if (id !== event.id) return 'id';
  if (type !== event.type) return 'type';
  return v === event.version ? null : 'v';
};

/**
 * The leaf of an event, hashed here and found equal to the database's own hash: two implementations agree before anything
 * is signed. Refuses a body that is not of this log, or not of the place where it lies.
 */
export const checkedLeaf = (event: LoggedEvent, origin: string, size: number): Hash => {
  const { position } = event;
  const leaf = leafHash(event.body);
  if (!leaf.equals(event.leafHash))
    refuse(
      'LEAF_HASH_DIFFERS',
      size,
      `Event ${position} is not what was stored: its bytes do not have the leaf hash beside them.`,
      position,
    );
  const wrong = misplaced(event, origin);
  if (wrong !== null)
    refuse(
      'EVENT_MISPLACED',
      size,
      `Event ${position} lies where it was not recorded: its row and its body differ in ${wrong}.`,
      position,
    );
  return leaf;
};
