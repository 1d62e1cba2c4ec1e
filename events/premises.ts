import { z } from 'zod';
import { defineEvent } from './event.ts';
import { id, label } from './vocabulary.ts';

/** What a room is for: a lesson in a workshop is not held in a lecture hall. */
const roomKind = z.enum([
  'classroom',
  'lectureHall',
  'computerRoom',
  'laboratory',
  'workshop',
  'gym',
  'library',
  'other',
]);

const college = { college: id };
const building = { ...college, building: id };
const room = {
  ...building,
  room: id,
  number: label.max(40),
  kind: roomKind,
  /** Seats; `null` where nobody counted them. */
  capacity: z.int().min(1).max(2000).nullable(),
};

const BuildingRegistered = defineEvent({
  type: 'BuildingRegistered',
  category: 'premises',
  meaning: 'A building entered the reference data of the college (R-REF-01).',
  data: z.strictObject({ ...building, name: label, address: label.nullable() }),
});

const BuildingChanged = defineEvent({
  type: 'BuildingChanged',
  category: 'premises',
  meaning: 'A building took another name or address.',
  data: z.strictObject({ ...building, name: label, address: label.nullable() }),
});

const RoomAdded = defineEvent({
  type: 'RoomAdded',
  category: 'premises',
  meaning: 'A room of a building entered the reference data: its number, kind and seats (R-REF-01).',
  data: z.strictObject(room),
});

const RoomChanged = defineEvent({
  type: 'RoomChanged',
  category: 'premises',
  meaning: 'A room took another number, kind or count of seats.',
  data: z.strictObject(room),
});

const RoomClosed = defineEvent({
  type: 'RoomClosed',
  category: 'premises',
  meaning: 'A room is no longer used; lessons that were held in it stay where they were.',
  data: z.strictObject({ ...building, room: id }),
});

/** Buildings and rooms: one stream of the college, so that no room is there twice. */
export const premisesEvents = {
  BuildingRegistered,
  BuildingChanged,
  RoomAdded,
  RoomChanged,
  RoomClosed,
} as const;
