import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { Refusal } from '../src/decisions/refusal.ts';
import { Access } from './access.ts';
import { carryOut } from './commands/carry-out.ts';
import type { Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { Instant, UUID } from './scalars.ts';
import { explain, UserError } from './user-error.ts';

@ObjectType({ simpleResolvers: true, description: 'A session that has begun.' })
class SignInPayload {
  @Access('public')
  @Field(() => String, {
    description: 'The access token, shown once: send it as `Authorization: Bearer …`.',
  })
  readonly token!: string;

  @Access('public')
  @Field(() => Instant, { description: 'When it ends if no request comes before.' })
  readonly expires!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A one-time code for somebody to sign in with.' })
class SignInCodePayload {
  @Access({ capability: 'signInCode.issue' })
  @Field(() => String, {
    nullable: true,
    description: 'The code, shown once; give it to nobody but the holder of the account. Null where refused.',
  })
  readonly code!: string | null;

  @Access({ capability: 'signInCode.issue' })
  @Field(() => Instant, { nullable: true, description: 'Until when it may be used, once.' })
  readonly expires!: string | null;

  @Access({ capability: 'signInCode.issue' })
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was made.' })
  readonly userErrors!: readonly UserError[];
}

/** A code is shown once: the same command makes no second one, which would leave no trace of its own (T-57). */
const MADE_BEFORE: Refusal = {
  code: 'ALREADY_DONE',
  facts: {},
  parameter: null,
  clause: null,
  grantable: false,
};

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
    throw new GraphQLError('The code is unknown, used or expired.', {
      extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } },
    });
  }

  @Access('signedIn')
  @Mutation(() => Boolean, { description: 'Ends the session of this request.' })
  async signOut(@Ctx() { doors }: Context): Promise<boolean> {
    await doors.signOut();
    return true;
  }

  @Access({ capability: 'signInCode.issue' })
  @Mutation(() => SignInCodePayload, {
    description:
      'Makes a one-time code for an account, once for a command id; that it was made stands in the log.',
  })
  async issueSignInCode(
    @Arg('commandId', () => UUID, { description: 'Made by the client.' }) commandId: string,
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Ctx() context: Context,
  ): Promise<SignInCodePayload> {
    const account = uuidOf('Account', accountId);
    const { log, id } = context.college();
    const earlier = await log.findCommand(id, commandId);
    const command = { command: { type: 'IssueSignInCode', data: { account } }, id: accountId } as const;
    const { userErrors } = await carryOut(context, commandId, command);
    if (userErrors.length > 0) return { code: null, expires: null, userErrors };
    if (earlier) return { code: null, expires: null, userErrors: [explain(MADE_BEFORE, context.locale)] };
    return { ...(await context.doors.issueCode(account)), userErrors };
  }
}
