import { GraphQLError } from 'graphql';
import { Field, ID, InputType, Int } from 'type-graphql';
import { between } from '../bounds.ts';
import { uuidOrNull } from '../global-id.ts';
import { Label, LocalTime } from '../scalars.ts';

const invalid = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** When and where a lesson is held, and with whom. */
@InputType()
export abstract class PlaceInput {
  @Field(() => LocalTime, { nullable: true, description: 'When it starts; instead of the pair.' })
  readonly startsAt?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of its pair (пара) by the bells of that day; instead of the start.',
  })
  readonly pair?: number | null;

  @Field(() => LocalTime, {
    nullable: true,
    description: 'When it ends; left out: by the bells, or 45 minutes for each academic hour.',
  })
  readonly endsAt?: string | null;

  @Field(() => Label, {
    nullable: true,
    description:
      'Where, as people call it; a number that one room of the list has is that room. Left out with `roomId`: no room.',
  })
  readonly room?: string | null;

  @Field(() => ID, { nullable: true, description: 'A room of the college’s list; instead of the label.' })
  readonly roomId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Which teacher of the page; left out: all who have it in their load.',
  })
  readonly teacherId?: string | null;
}

/** The same as a command carries it. A lesson begins by the clock or by its pair: one of both is given. */
export const placeOf = ({ startsAt, pair, endsAt, room, roomId, teacherId }: PlaceInput) => {
  const byClock = startsAt !== null && startsAt !== undefined;
  const byPair = pair !== null && pair !== undefined;
  if (byClock === byPair) throw invalid('Give either `startsAt` or `pair`.');
  if (byPair && endsAt !== null && endsAt !== undefined)
    throw invalid('A pair ends by the bells: leave `endsAt` out.');
  return {
    startsAt: startsAt ?? null,
    pair: byPair ? between('pair', pair, 0, 20) : null,
    endsAt: endsAt ?? null,
    room: room ?? null,
    roomId: uuidOrNull('Room', roomId),
    teacher: uuidOrNull('Account', teacherId),
  };
};
