import { Field, ObjectType } from 'type-graphql';
import { refuse, type Decision } from '../../src/decisions/decision.ts';
import type { Command } from '../../src/decisions/register.ts';
import { Access, gate, requiredBy, type AccessPolicy } from '../access.ts';
import { viewerOf, type Context } from '../context.ts';
import { Warning, warningOf } from '../nouns/warning.ts';
import { explain } from '../refusal.ts';
import { UserError } from '../user-error.ts';

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
  @Field(() => Boolean, {
    description: 'Whether the command would first ask for a fresh proof of who the viewer is: see `stepUp`.',
  })
  readonly asksForStepUp!: boolean;

  @Access('signedIn')
  @Field(() => [UserError], {
    description: 'The refusal that would come, to be shown beside a button that is greyed out.',
  })
  readonly userErrors!: readonly UserError[];

  @Access('signedIn')
  @Field(() => [Warning], { description: 'What it would be warned of.' })
  readonly warnings!: readonly Warning[];
}

/** A command under consideration. */
export interface Considered {
  /** That of the mutation; whoever it shuts out is told so by a verdict. */
  readonly policy: AccessPolicy;
  /** Whether its mutation asks for a proof of who the viewer is that is minutes old (T09). */
  readonly fresh?: boolean;
  readonly make: () => Command | Promise<Command>;
}

/** The roles never do it: the mutation refuses before it looks at anything, and so does this. */
const never = (policy: AccessPolicy): Decision =>
  refuse('NOT_PERMITTED', {}, { capability: requiredBy(policy)[0] ?? '' });

const decided = async (context: Context, { policy, make }: Considered): Promise<Decision> => {
  const viewer = viewerOf(context);
  if (!gate(policy)(viewer)) return never(policy);
  const { account, session } = viewer;
  const actor = { account, session, channel: 'graphql' } as const;
  return await context.college().consider(await make(), { actor, source: 'online' });
};

/** What would be decided on a command now. */
export const verdictOn = async (context: Context, considered: Considered): Promise<Verdict> => {
  const { locale, doors } = context;
  const decision = await decided(context, considered);
  return {
    allowed: decision.accepted,
    asksForStepUp: considered.fresh === true && (await doors.authentication.stepUpAsked()) !== null,
    userErrors: decision.accepted ? [] : [await explain(decision.refusal, context)],
    warnings: decision.accepted ? decision.warnings.map((warning) => warningOf(warning, locale)) : [],
  };
};
