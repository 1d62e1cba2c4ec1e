import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { Role as RoleName } from '../events/role.ts';
import type { RefusalCode as RefusalCodeName } from '../src/decisions/refusal.ts';
import { Access } from './access.ts';
import { RefusalCode } from './enums/college.ts';
import { Role } from './enums/role.ts';

@ObjectType({ simpleResolvers: true, description: 'One value that decided a refusal.' })
export class Fact {
  @Access('signedIn')
  @Field(() => String, { description: 'What it is: `closedOn`, `revision`, `workType`.' })
  readonly name!: string;

  @Access('signedIn')
  @Field(() => String, {
    description:
      'Its value as text; a code as the log writes it: `lessonWork` is LESSON_WORK, `mark.record` is MARK_RECORD.',
  })
  readonly value!: string;
}

@InterfaceType({
  description:
    'An expected no: the rule that gave it, the values that decided it, and who can help. Never an exception.',
})
export abstract class UserError {
  /** Which of the types it is; the executor asks nobody else. */
  readonly __typename!: string;

  @Access('signedIn')
  @Field(() => RefusalCode, { description: 'What was refused, from a closed list.' })
  readonly code!: RefusalCodeName;

  @Access('signedIn')
  @Field(() => String, { description: 'In words, in the language of the request; never to be parsed.' })
  readonly message!: string;

  @Access('signedIn')
  @Field(() => [String], {
    description: 'The field of the input it is about, as a path; empty when it is the command as a whole.',
  })
  readonly field!: readonly string[];

  @Access('signedIn')
  @Field(() => [Fact], { description: 'The values that decided it.' })
  readonly facts!: readonly Fact[];

  @Access('signedIn')
  @Field(() => String, { nullable: true, description: 'The parameter of the regulation behind it.' })
  readonly parameter!: string | null;

  @Access('signedIn')
  @Field(() => String, {
    nullable: true,
    description: 'The clause of the regulation behind it: `003 §3.3 L89`.',
  })
  readonly clause!: string | null;

  @Access('signedIn')
  @Field(() => [Role], { description: 'The roles that can help.' })
  readonly whoCanHelp!: readonly RoleName[];
}

@ObjectType({
  implements: UserError,
  simpleResolvers: true,
  description: 'A refusal by a rule that has no facts but those in `facts`.',
})
export class RuleRefusal extends UserError {}
