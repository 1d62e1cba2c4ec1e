import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: ['auditTrail.read', 'markHistory.read'] } as const;

@ObjectType({
  simpleResolvers: true,
  description: 'An entry deadline: missing it is flagged and counted, never refused.',
})
export class DueOfEvent {
  @Access(reading)
  @Field(() => String, { description: 'The parameter of the regulation.' })
  readonly parameter!: string;

  @Access(reading)
  @Field(() => String, { description: 'The clause it comes from.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => String, {
    description:
      'The last day, `2026-11-22`, or the last minute, `2026-11-22T18:10`, by the college’s clock.',
  })
  readonly until!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The rule that allowed an event, as it stood then.' })
export class RuleOfEvent {
  @Access(reading)
  @Field(() => String, { description: 'The parameter of the regulation.' })
  readonly parameter!: string;

  @Access(reading)
  @Field(() => String, { description: 'The clause it comes from.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The version of the college’s regulation; 0 is what it started from.' })
  readonly version!: number;

  @Access(reading)
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day it gave; null where it sets no date.',
  })
  readonly deadline!: string | null;

  @Access(reading)
  @Field(() => DueOfEvent, {
    nullable: true,
    description: 'The entry deadline that `late` was judged by, where it is another rule than this one.',
  })
  readonly due!: DueOfEvent | null;
}
