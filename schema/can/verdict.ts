import { Field, ObjectType } from 'type-graphql';
import { refuse, type Decision } from '../../src/decisions/decision.ts';
import type { Command } from '../../src/decisions/register.ts';
import { Access, gate, requiredBy, type AccessPolicy } from '../access.ts';
import { viewerOf, type Context } from '../context.ts';
import { Warning, warningOf } from '../nouns/warning.ts';
import { explain, UserError } from '../user-error.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'What would become of a command now, without carrying it out: nothing is written, and no refused attempt is recorded. The command itself decides anew, and has the last word.',
})
export class Verdict {
  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether it would be accepted.' })
  readonly allowed!: boolean;

  @Access('signedIn')
  @Field(() => [UserError], {
    description: 'The refusal that would come, to be shown beside a button that is greyed out.',
  })
  readonly userErrors!: readonly UserError[];

  @Access('signedIn')
  @Field(() => [Warning], { description: 'What it would be warned of.' })
  readonly warnings!: readonly Warning[];
}

const verdictOf = (decision: Decision, { locale }: Context): Verdict => ({
  allowed: decision.accepted,
  userErrors: decision.accepted ? [] : [explain(decision.refusal, locale)],
  warnings: decision.accepted ? decision.warnings.map((warning) => warningOf(warning, locale)) : [],
});

/** The roles never do it: the mutation refuses before it looks at anything, and so does this. */
const never = (policy: AccessPolicy): Decision =>
  refuse('NOT_PERMITTED', {}, { capability: requiredBy(policy)[0] ?? '' });

/** What would be decided on a command that is open to whom the policy of its mutation lets through. */
export const verdictOn = async (
  context: Context,
  policy: AccessPolicy,
  make: () => Command | Promise<Command>,
): Promise<Verdict> => {
  const viewer = viewerOf(context);
  if (!gate(policy)(viewer)) return verdictOf(never(policy), context);
  const { account, session } = viewer;
  const actor = { account, session, channel: 'graphql' } as const;
  return verdictOf(await context.college().consider(await make(), { actor, source: 'online' }), context);
};
