import { Field, ID, ObjectType } from 'type-graphql';
import type { Recorded } from '../../events/recorded.ts';
import { Access } from '../access.ts';
import { EventKind } from '../enums/college.ts';
import { Instant, LocalDate, Position } from '../scalars.ts';

/** Events of a past that the viewer may look back at: the query that gives them has asked for the right. */
const reading = { capability: ['gradebook.read', 'standing.read', 'attendance.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'An event, by its place in the log of the college.' })
export class EventAt {
  @Access(reading)
  @Field(() => Position, { description: 'Its place in the log.' })
  readonly position!: bigint;

  @Access(reading)
  @Field(() => ID, { description: 'The id of the event.' })
  readonly eventId!: string;

  @Access(reading)
  @Field(() => EventKind, { description: 'What happened.' })
  readonly kind!: Recorded['type'];

  @Access(reading)
  @Field(() => Instant, { description: 'When it was recorded, by the server’s clock.' })
  readonly recordedAt!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The day it is about.' })
  readonly occurredOn!: string;
}

/** An event as the API points to it. */
export const eventAt = ({ position, type, meta }: Recorded): EventAt => ({
  position,
  eventId: meta.id,
  kind: type,
  recordedAt: meta.at,
  occurredOn: meta.occurredOn,
});
