import { Field, ID, InputType, Int } from 'type-graphql';
import type { AddRoom } from '../../src/decisions/premises.ts';
import { between } from '../bounds.ts';
import { RoomKind } from '../enums/reference-data.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { Label } from '../scalars.ts';
import { defineCommand } from './define-command.ts';

@InputType({ description: 'A building for the reference data.' })
class RegisterBuildingInput {
  @Field(() => Label, { description: 'Its name, once at the college.' })
  readonly name!: string;

  @Field(() => Label, { nullable: true, description: 'Its address.' })
  readonly address?: string | null;
}

@InputType({ description: 'A building under another name or address.' })
class ChangeBuildingInput extends RegisterBuildingInput {
  @Field(() => ID, { description: 'The building.' })
  readonly buildingId!: string;
}

@InputType({ description: 'What a room is.' })
class RoomParametersInput {
  @Field(() => Label, { description: 'Its number, once in the building, 40 characters at most.' })
  readonly number!: string;

  @Field(() => RoomKind, { description: 'What it is for.' })
  readonly kind!: AddRoom['kind'];

  @Field(() => Int, { nullable: true, description: 'Its seats, 1 to 2,000.' })
  readonly capacity?: number | null;
}

@InputType({ description: 'A room for a building.' })
class AddRoomInput extends RoomParametersInput {
  @Field(() => ID, { description: 'The building.' })
  readonly buildingId!: string;
}

@InputType({ description: 'A room with other parameters.' })
class ChangeRoomInput extends RoomParametersInput {
  @Field(() => ID, { description: 'The room.' })
  readonly roomId!: string;
}

@InputType({ description: 'A room that is no longer used.' })
class CloseRoomInput {
  @Field(() => ID, { description: 'The room.' })
  readonly roomId!: string;
}

const parametersOf = ({ number, kind, capacity = null }: RoomParametersInput) => {
  between('number', number.length, 1, 40);
  return { number, kind, capacity: capacity === null ? null : between('capacity', capacity, 1, 2000) };
};

/** What is done to buildings and rooms. */
export const premisesCommands = [
  defineCommand({
    one: 'registerBuilding',
    many: 'registerBuildings',
    description: 'Adds a building to the reference data.',
    capability: 'referenceData.edit',
    input: RegisterBuildingInput,
    command: ({ name, address = null }, created) => ({
      command: { type: 'RegisterBuilding', data: { building: created, name, address } },
      id: globalId('Building', created),
    }),
  }),
  defineCommand({
    one: 'changeBuilding',
    many: 'changeBuildings',
    description: 'Gives a building another name or address.',
    capability: 'referenceData.edit',
    input: ChangeBuildingInput,
    command: ({ buildingId, name, address = null }) => ({
      command: { type: 'ChangeBuilding', data: { building: uuidOf('Building', buildingId), name, address } },
      id: buildingId,
    }),
  }),
  defineCommand({
    one: 'addRoom',
    many: 'addRooms',
    description: 'Adds a room to a building.',
    capability: 'referenceData.edit',
    input: AddRoomInput,
    command: ({ buildingId, ...parameters }, created) => ({
      command: {
        type: 'AddRoom',
        data: { ...parametersOf(parameters), building: uuidOf('Building', buildingId), room: created },
      },
      id: globalId('Room', created),
    }),
  }),
  defineCommand({
    one: 'changeRoom',
    many: 'changeRooms',
    description: 'Gives a room another number, kind or count of seats.',
    capability: 'referenceData.edit',
    input: ChangeRoomInput,
    command: ({ roomId, ...parameters }) => ({
      command: { type: 'ChangeRoom', data: { ...parametersOf(parameters), room: uuidOf('Room', roomId) } },
      id: roomId,
    }),
  }),
  defineCommand({
    one: 'closeRoom',
    many: 'closeRooms',
    description: 'Takes a room out of use; lessons that were held there stay where they were.',
    capability: 'referenceData.edit',
    input: CloseRoomInput,
    command: ({ roomId }) => ({
      command: { type: 'CloseRoom', data: { room: uuidOf('Room', roomId) } },
      id: roomId,
    }),
  }),
];
