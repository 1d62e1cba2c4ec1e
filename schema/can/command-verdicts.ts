import { Query, Resolver, ObjectType } from 'type-graphql';
import { Access } from '../access.ts';

/** What a verdict costs in the estimate of an operation: a decision reads a handful of streams. */
export const VERDICT_COST = 20;

/** Its fields are the commands; `defineCommand` adds each. */
@ObjectType({
  description:
    'Every command under the name of its mutation, considered and not carried out: whether it would be accepted as it is, and the refusal that would come.',
})
export class CommandVerdicts {}

/** The way to every verdict. */
@Resolver()
export class CommandVerdictsResolver {
  @Access('signedIn')
  @Query(() => CommandVerdicts, {
    description:
      'What would become of a command now, for a form that is being filled in: `can { recordMark(input: …) { allowed userErrors { code message } } }`.',
  })
  can(): CommandVerdicts {
    return {};
  }
}
