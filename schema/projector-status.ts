import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { ProjectionState as State } from '../src/runtime/projector-status.ts';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { graphqlEnum } from './enums/graphql-enum.ts';
import { Instant, Position } from './scalars.ts';

const watching = { capability: 'auditTrail.read' } as const;

const ProjectionState = graphqlEnum<State>('ProjectionState', 'What a read model is doing.', {
  starting: 'It looks where it has come to.',
  following: 'It takes over what happens.',
  standby: 'Another server takes over what happens; this one would step in.',
  rebuilding: 'It is worked out anew from the log, beside what is shown.',
  waiting: 'The database is out of reach.',
  stopped: 'It met an event that it can not take over, and shows what was before it.',
});

@ObjectType({ simpleResolvers: true, description: 'How far a read model is behind the log.' })
export class ProjectionStanding {
  @Access(watching)
  @Field(() => String, { description: 'Which read model: `gradebook`, `audit-trail` …' })
  readonly projection!: string;

  @Access(watching)
  @Field(() => Int, { description: 'By which version of its rules it is worked out.' })
  readonly version!: number;

  @Access(watching)
  @Field(() => ProjectionState, { description: 'What it is doing.' })
  readonly state!: State;

  @Access(watching)
  @Field(() => Position, { description: 'The last event that it shows, or that is nothing to it.' })
  readonly position!: bigint;

  @Access(watching)
  @Field(() => Int, { description: 'How many events it does not show yet: none or few, for a moment.' })
  readonly lag!: number;

  @Access(watching)
  @Field(() => Instant, {
    nullable: true,
    description: 'When the first of them was recorded; null where it shows everything.',
  })
  readonly since!: string | null;

  @Access(watching)
  @Field(() => String, {
    nullable: true,
    description: 'Why it has stopped, and at which event; null where it has not.',
  })
  readonly fault!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'How far everything that follows the log of the college has come.',
})
export class ProjectorStatus {
  @Access(watching)
  @Field(() => Position, { description: 'The last position in the log.' })
  readonly head!: bigint;

  @Access(watching)
  @Field(() => Position, { description: 'How many events are signed; 0 before the first checkpoint.' })
  readonly signedSize!: bigint;

  @Access(watching)
  @Field(() => Instant, { nullable: true, description: 'When the last checkpoint was published.' })
  readonly signedAt!: string | null;

  @Access(watching)
  @Field(() => String, {
    nullable: true,
    description: 'Why the log goes no further until somebody mends it; null where it does.',
  })
  readonly stoppedBecause!: string | null;

  @Access(watching)
  @Field(() => [ProjectionStanding], { description: 'The read models, by name.' })
  readonly projections!: readonly ProjectionStanding[];
}

/** What operators and auditors ask when something that happened is not shown. */
@Resolver()
export class ProjectorStatusResolver {
  @Access(watching)
  @Query(() => ProjectorStatus, {
    description: 'How far the read models and the signatures of the college are behind its log.',
  })
  async projectorStatus(@Ctx() { projections, published, college }: Context): Promise<ProjectorStatus> {
    const { id, log } = college();
    const [{ head, projections: found }, { signed, signedAt }] = await Promise.all([
      projections(),
      published.status(id),
    ]);
    return {
      head,
      signedSize: BigInt(signed),
      signedAt,
      stoppedBecause: log.stuck?.(id) ?? null,
      projections: found
        .map(({ projection, version, state, position, lag, since, fault }) => ({
          ...{ projection, version, state, position, lag, since },
          fault: fault && `Position ${String(fault.position)}: ${fault.message}`,
        }))
        .sort((one, other) => (one.projection < other.projection ? -1 : 1)),
    };
  }
}
