import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { Instant, Position } from '../scalars.ts';

/** Of a past that the viewer may look back at: the query that gives it has asked for the right. */
const reading = { capability: ['gradebook.read', 'standing.read', 'attendance.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'A moment of the past, as the log has it.' })
export class MomentInLog {
  @Access(reading)
  @Field(() => Position, { description: 'The last event that had happened; 0: none had.' })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => Instant, {
    description: 'The instant that was asked for, or the one at which that event was recorded.',
  })
  readonly instant!: string;
}
