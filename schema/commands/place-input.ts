import { Field, ID, InputType, Int } from 'type-graphql';
import { between } from '../bounds.ts';
import { uuidOrNull } from '../global-id.ts';
import { Label, LocalTime } from '../scalars.ts';
import { problem } from '../errors/problem.ts';

/** When a lesson is held. */
@InputType()
export abstract class TimeInput {
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
}

/** When and where a lesson is held, and with whom. */
@InputType()
export abstract class PlaceInput extends TimeInput {
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

/** When a lesson is held, as a command carries it: it begins by the clock or by its pair, and one of both is given. */
export const timeOf = ({ startsAt, pair, endsAt }: TimeInput) => {
  const byClock = startsAt !== null && startsAt !== undefined;
  const byPair = pair !== null && pair !== undefined;
  if (byClock === byPair) throw problem('NAME_EXACTLY_ONE_OF', { arguments: ['startsAt', 'pair'] });
  if (byPair && endsAt !== null && endsAt !== undefined) throw problem('PAIR_ENDS_BY_BELLS');
  return {
    startsAt: startsAt ?? null,
    pair: byPair ? between('pair', pair, 0, 20) : null,
    endsAt: endsAt ?? null,
  };
};

/** The same with the place. */
export const placeOf = ({ room, roomId, teacherId, ...time }: PlaceInput) => ({
  ...timeOf(time),
  room: room ?? null,
  roomId: uuidOrNull('Room', roomId),
  teacher: uuidOrNull('Account', teacherId),
});
