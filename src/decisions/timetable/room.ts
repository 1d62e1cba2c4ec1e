import { read, refuse, type Circumstances, type Deciding, type Refused } from '../decision.ts';
import { premises, type PremisesState } from '../folds/premises.ts';
import type { Subject } from '../refusal.ts';

/** Where a lesson is held: as people call it, and its id where it is on the college's list. */
export interface Place {
  readonly room: string | null;
  readonly roomId: string | null;
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** What people call a room of the list: its number, with the building where several rooms have that number. */
const nameOf = ({ rooms, buildings }: PremisesState, roomId: string): string | null => {
  const found = rooms.get(roomId);
  if (!found) return null;
  const namesakes = [...rooms.values()].filter(({ number }) => sameName(number, found.number));
  const building = buildings.get(found.building)?.name;
  return namesakes.length > 1 && building !== undefined ? `${found.number}, ${building}` : found.number;
};

/**
 * The place of a lesson. A room of the list is given by its id, or by a number that only one room has; any other
 * label is a place of its own, such as a hall of a partner.
 */
export function* placeOf(
  { college }: Circumstances,
  { room, roomId }: Place,
  subject: Subject,
): Deciding<Place | Refused> {
  if (room === null && roomId === null) return { room, roomId };
  const listed = yield* read(premises, college);
  if (roomId !== null) {
    const name = nameOf(listed, roomId);
    return name === null ? refuse('NOT_FOUND', subject, { what: 'room' }) : { room: name, roomId };
  }
  const [found, another] = [...listed.rooms].filter(
    ([, { number }]) => room !== null && sameName(number, room),
  );
  return { room, roomId: found && !another ? found[0] : null };
}
