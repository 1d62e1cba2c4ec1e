import type { EventNamed } from '../../../events/register.ts';
import { defineFold } from '../decision.ts';
import { withEntry, withoutEntry } from './entries.ts';

/** A room: where, which and what for. */
export type RoomState = Pick<EventNamed<'RoomAdded'>['data'], 'building' | 'number' | 'kind' | 'capacity'>;

/** The buildings and rooms in use. */
export interface PremisesState {
  readonly buildings: ReadonlyMap<string, { readonly name: string; readonly address: string | null }>;
  readonly rooms: ReadonlyMap<string, RoomState>;
}

const withBuilding = (
  state: PremisesState,
  { building, name, address }: EventNamed<'BuildingRegistered'>['data'],
): PremisesState => ({ ...state, buildings: withEntry(state.buildings, building, { name, address }) });

const withRoom = (
  state: PremisesState,
  { room, building, number, kind, capacity }: EventNamed<'RoomAdded'>['data'],
): PremisesState => ({ ...state, rooms: withEntry(state.rooms, room, { building, number, kind, capacity }) });

/** Folds `premises-<college>`. */
export const premises = defineFold<PremisesState, 'premises'>(
  'premises',
  { buildings: new Map(), rooms: new Map() },
  {
    BuildingRegistered: (state, { data }) => withBuilding(state, data),
    BuildingChanged: (state, { data }) => withBuilding(state, data),
    RoomAdded: (state, { data }) => withRoom(state, data),
    RoomChanged: (state, { data }) => withRoom(state, data),
    RoomClosed: (state, { data }) => ({ ...state, rooms: withoutEntry(state.rooms, data.room) }),
  },
);
