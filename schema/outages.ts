import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { outages } from '../projections/outages/queries.ts';
import type { Outage as Row } from '../projections/outages/table.ts';
import { Access } from './access.ts';
import { scopeFor, type Context } from './context.ts';
import { globalId } from './global-id.ts';
import { MIN_POSITION, reach } from './min-position.ts';
import { LocalDate, Position } from './scalars.ts';

const reading = { capability: 'outage.read' } as const;

@ObjectType({ simpleResolvers: true, description: 'A time in which the journal was out of reach.' })
class Outage {
  @Access(reading)
  @Field(() => ID, { description: 'To be named by what is brought over from its temporary journal.' })
  readonly id!: string;

  @Access(reading)
  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Access(reading)
  @Field(() => LocalDate, { nullable: true, description: 'The day access was back; null while it lasts.' })
  readonly until!: string | null;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description:
      'The last day for bringing its temporary journals over though edit windows have closed; null where the regulation gives no such days.',
  })
  readonly backEntryUntil!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'The clause that gives that day.' })
  readonly clause!: string | null;

  @Access(reading)
  @Field(() => String, { nullable: true, description: 'What happened; null where it was erased.' })
  readonly reason!: string | null;

  @Access(reading)
  @Field(() => [String], { description: 'References of the requests filed with the developers.' })
  readonly requests!: readonly string[];

  @Access(reading)
  @Field(() => [String], { description: 'Inspections whose data waited for its end.' })
  readonly deferredInspections!: readonly string[];
}

const outageOf = ({ outage, declaredBy: _, ...row }: Row): Outage => ({
  ...row,
  id: globalId('Outage', outage),
});

/** Outages of the journal. */
@Resolver()
export class OutageResolver {
  @Access(reading)
  @Query(() => [Outage], { description: 'When the journal was out of reach, the latest first, 500 at most.' })
  async outages(
    @Arg('minPosition', () => Position, MIN_POSITION) minPosition: bigint | null,
    @Ctx() context: Context,
  ): Promise<readonly Outage[]> {
    await reach(context, minPosition);
    return (await outages(context.reader, scopeFor(context, 'outage.read'))).map(outageOf);
  }
}
