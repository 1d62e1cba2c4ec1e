import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { accesses } from '../src/decisions/folds/access.ts';
import type { Command } from '../src/decisions/register.ts';
import { Access } from './access.ts';
import type { SignInWay as SignInWayName } from './authentication-doors.ts';
import { viewerOf, type Context } from './context.ts';
import { recordCredential } from './credential-command.ts';
import { SignInWay } from './enums/sign-in.ts';
import { uuidOf } from './global-id.ts';
import { Instant, UUID } from './scalars.ts';
import { demandFresh } from './step-up.ts';
import { UserError } from './user-error.ts';
import { problem } from './errors/problem.ts';

@ObjectType({ simpleResolvers: true, description: 'A session that has begun.' })
export class SignInPayload {
  @Access('public')
  @Field(() => String, {
    description: 'The access token, shown once: send it as `Authorization: Bearer …`.',
  })
  readonly token!: string;

  @Access('public')
  @Field(() => Instant, { description: 'When it ends if no request comes before.' })
  readonly expires!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A session of the viewer that still holds.' })
class OpenSession {
  @Access('signedIn')
  @Field(() => UUID, { description: 'Its id: it stands in the trail beside whatever was done in it.' })
  readonly id!: string;

  @Access('signedIn')
  @Field(() => Boolean, { description: 'Whether it is the session of this request.' })
  readonly isThisOne!: boolean;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When it began.' })
  readonly signedInAt!: string;

  @Access('signedIn')
  @Field(() => SignInWay, { description: 'How its holder last proved who they are.' })
  readonly method!: SignInWayName;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When they did; a step-up moves it on.' })
  readonly authenticatedAt!: string;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When it was last used, to the minute.' })
  readonly lastSeenAt!: string;

  @Access('signedIn')
  @Field(() => Instant, { description: 'When it ends if no request comes before.' })
  readonly expires!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A one-time code for somebody to sign in with.' })
class SignInCodePayload {
  @Access('signedIn')
  @Field(() => String, {
    nullable: true,
    description: 'The code, shown once; give it to nobody but the holder of the account. Null where refused.',
  })
  readonly code!: string | null;

  @Access('signedIn')
  @Field(() => Instant, { nullable: true, description: 'Until when it may be used, once.' })
  readonly expires!: string | null;

  @Access('signedIn')
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was made.' })
  readonly userErrors!: readonly UserError[];
}

/** A code is shown once: the same command makes no second one. */
const codeFor = async (
  context: Context,
  commandId: string,
  account: string,
  command: Command,
): Promise<SignInCodePayload> => {
  const userErrors = await recordCredential(context, commandId, account, command);
  if (userErrors.length > 0) return { code: null, expires: null, userErrors };
  return { ...(await context.doors.issueCode(account)), userErrors };
};

/** Whoever works at the college can do more than look at their own: a code for them is a way to more rights. */
const isOfStanding = async (context: Context, account: string): Promise<boolean> =>
  (await context.college().stateOf(accesses, account)).holder === 'staff';

/** Coming in and going out. */
@Resolver()
export class SessionResolver {
  @Access('public')
  @Mutation(() => SignInPayload, { description: 'Exchanges a one-time code for an access token.' })
  async signIn(
    @Arg('code', () => String, { description: 'The one-time code.' }) code: string,
    @Ctx() { doors }: Context,
  ): Promise<SignInPayload> {
    const session = await doors.signIn(code);
    if (session) return session;
    throw problem('CODE_REFUSED');
  }

  @Access('signedIn')
  @Mutation(() => Boolean, { description: 'Ends the session of this request.' })
  async signOut(@Ctx() { doors }: Context): Promise<boolean> {
    await doors.signOut();
    return true;
  }

  @Access('signedIn')
  @Query(() => [OpenSession], {
    description:
      'The sessions of the viewer that still hold, latest first: one not known is a reason to end all.',
  })
  async sessions(@Ctx() context: Context): Promise<readonly OpenSession[]> {
    const { session } = viewerOf(context);
    const found = await context.doors.ownSessions();
    return found.map(({ channel: _, ...entry }) => ({ ...entry, isThisOne: entry.id === session }));
  }

  @Access('signedIn')
  @Mutation(() => Int, {
    description: 'Ends every session of the viewer, this one too; answers how many there were.',
  })
  async signOutEverywhere(@Ctx() { doors }: Context): Promise<number> {
    return await doors.signOutEverywhere();
  }

  @Access({ capability: 'signInCode.issue' })
  @Mutation(() => SignInCodePayload, {
    description:
      'Makes a one-time code for an account, once for a command id; that it was made stands in the log. For a member of staff it asks for a proof of who you are that is minutes old, else `STEP_UP_REQUIRED`: see `stepUp`.',
  })
  async issueSignInCode(
    @Arg('commandId', () => UUID, { description: 'Made by the client.' }) commandId: string,
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Ctx() context: Context,
  ): Promise<SignInCodePayload> {
    const account = uuidOf('Account', accountId);
    if (await isOfStanding(context, account)) await demandFresh(context);
    return await codeFor(context, commandId, account, { type: 'IssueSignInCode', data: { account } });
  }

  @Access('signedIn')
  @Mutation(() => SignInCodePayload, {
    description:
      'Makes a one-time code for the viewer’s own account, where the regulation leaves that to its holder.',
  })
  async renewOwnSignInCode(
    @Arg('commandId', () => UUID, { description: 'Made by the client.' }) commandId: string,
    @Ctx() context: Context,
  ): Promise<SignInCodePayload> {
    const { account } = viewerOf(context);
    return await codeFor(context, commandId, account, { type: 'RenewOwnSignInCode', data: {} });
  }
}
