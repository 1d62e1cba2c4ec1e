import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';
import { LocalDate } from '../scalars.ts';

const reading = { capability: ['auditTrail.read', 'markHistory.read'] } as const;

@ObjectType({ simpleResolvers: true, description: 'The rule that allowed an event, as it stood then.' })
export class RuleOfEvent {
  @Access(reading)
  @Field(() => String, { description: 'The parameter of the regulation.' })
  readonly parameter!: string;

  @Access(reading)
  @Field(() => String, { description: 'The clause it comes from.' })
  readonly clause!: string;

  @Access(reading)
  @Field(() => Int, { description: 'The version of the college’s setting; 0 is the default.' })
  readonly version!: number;

  @Access(reading)
  @Field(() => LocalDate, { description: 'The deadline it gave.' })
  readonly deadline!: string;
}
