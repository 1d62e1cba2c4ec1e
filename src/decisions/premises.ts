import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { premises, type PremisesState } from './folds/premises.ts';
import { isRefused, rightTo } from './rights.ts';

/** Adds a building to the reference data. */
export type RegisterBuilding = Omit<EventNamed<'BuildingRegistered'>['data'], 'college'>;

/** Gives a building another name or address. */
export type ChangeBuilding = RegisterBuilding;

/** Adds a room to a building. */
export type AddRoom = Omit<EventNamed<'RoomAdded'>['data'], 'college'>;

/** Gives a room another number, kind or count of seats. */
export type ChangeRoom = Omit<AddRoom, 'building'>;

/** Takes a room out of use. */
export interface CloseRoom {
  readonly room: string;
}

const write = ({ college }: Circumstances, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'premises', id: college, events: [event] }]);

const isNameTaken = ({ buildings }: PremisesState, { building, name }: RegisterBuilding): boolean =>
  [...buildings].some(([id, other]) => id !== building && other.name === name);

const isNumberTaken = ({ rooms }: PremisesState, { building, room, number }: AddRoom): boolean =>
  [...rooms].some(([id, other]) => id !== room && other.building === building && other.number === number);

/** Registers a building; two of one name would be one building twice. */
export function* registerBuilding(circumstances: Circumstances, command: RegisterBuilding): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const state = yield* read(premises, college);
  if (state.buildings.has(command.building) || isNameTaken(state, command))
    return refuse('ALREADY_EXISTS', {}, { what: 'building' });
  return write(circumstances, right, { type: 'BuildingRegistered', data: { ...command, college } });
}

/** Renames a building; the same again changes nothing. */
export function* changeBuilding(circumstances: Circumstances, command: ChangeBuilding): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const state = yield* read(premises, college);
  const found = state.buildings.get(command.building);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'building' });
  if (found.name === command.name && found.address === command.address) return accept(right, []);
  if (isNameTaken(state, command)) return refuse('ALREADY_EXISTS', {}, { what: 'building' });
  return write(circumstances, right, { type: 'BuildingChanged', data: { ...command, college } });
}

/** Adds a room; a number stands once in a building (R-REF-01). */
export function* addRoom(circumstances: Circumstances, command: AddRoom): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const state = yield* read(premises, college);
  if (!state.buildings.has(command.building)) return refuse('NOT_FOUND', {}, { what: 'building' });
  if (state.rooms.has(command.room) || isNumberTaken(state, command))
    return refuse('ALREADY_EXISTS', {}, { what: 'room' });
  return write(circumstances, right, { type: 'RoomAdded', data: { ...command, college } });
}

/** Changes a room; the same again changes nothing. */
export function* changeRoom(circumstances: Circumstances, command: ChangeRoom): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const state = yield* read(premises, college);
  const found = state.rooms.get(command.room);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'room' });
  const { number, kind, capacity } = command;
  if (found.number === number && found.kind === kind && found.capacity === capacity) return accept(right, []);
  const data = { ...command, building: found.building, college };
  if (isNumberTaken(state, data)) return refuse('ALREADY_EXISTS', {}, { what: 'room' });
  return write(circumstances, right, { type: 'RoomChanged', data });
}

/** Closes a room: nothing new is planned in it, and what was held there stays. */
export function* closeRoom(circumstances: Circumstances, { room }: CloseRoom): Deciding {
  const right = yield* rightTo(circumstances, 'referenceData.edit');
  if (isRefused(right)) return right;
  const { college } = circumstances;
  const found = (yield* read(premises, college)).rooms.get(room);
  if (!found) return refuse('NOT_FOUND', {}, { what: 'room' });
  const data = { college, building: found.building, room };
  return write(circumstances, right, { type: 'RoomClosed', data });
}
