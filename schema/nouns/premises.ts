import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Building as BuildingRow, Room as RoomRow } from '../../projections/calendar/table-reference.ts';
import { Access } from '../access.ts';
import { RoomKind } from '../enums/reference-data.ts';
import { globalId } from '../global-id.ts';

@ObjectType({ simpleResolvers: true, description: 'A room (кабинет).' })
export class Room {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its number.' })
  readonly number!: string;

  @Access('signedIn')
  @Field(() => RoomKind, { description: 'What it is for.' })
  readonly kind!: RoomRow['kind'];

  @Access('signedIn')
  @Field(() => Int, { nullable: true, description: 'Its seats.' })
  readonly capacity!: number | null;
}

@ObjectType({ simpleResolvers: true, description: 'A building (здание) with the rooms in use.' })
export class Building {
  @Access('signedIn')
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'Its address.' })
  readonly address!: string | null;

  @Access('signedIn')
  @Field(() => [Room], { description: 'Its rooms, by number.' })
  readonly rooms!: readonly Room[];
}

const roomOf = ({ room, number, kind, capacity }: RoomRow): Room => ({
  id: globalId('Room', room),
  number,
  kind,
  capacity,
});

/** The buildings as the API shows them, each with its rooms. */
export const buildingsOf = (
  buildings: readonly BuildingRow[],
  rooms: readonly RoomRow[],
): readonly Building[] => {
  const byBuilding = Map.groupBy(rooms, ({ building }) => building);
  return buildings.map(({ building, name, address }) => ({
    id: globalId('Building', building),
    name,
    address,
    rooms: (byBuilding.get(building) ?? []).map(roomOf),
  }));
};
