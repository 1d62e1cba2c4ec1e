import { GraphQLError } from 'graphql';
import { Arg, Ctx, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Access } from './access.ts';
import type { Context } from './context.ts';
import { uuidOf } from './global-id.ts';
import { Instant } from './scalars.ts';

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
class SignInCode {
  @Access({ capability: 'signInCode.issue' })
  @Field(() => String, {
    description: 'The code, shown once; give it to nobody but the holder of the account.',
  })
  readonly code!: string;

  @Access({ capability: 'signInCode.issue' })
  @Field(() => Instant, { description: 'Until when it may be used, once.' })
  readonly expires!: string;
}

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
  @Mutation(() => SignInCode, { description: 'Makes a one-time code for an account of the college.' })
  issueSignInCode(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Ctx() { doors }: Context,
  ): Promise<SignInCode> {
    return doors.issueCode(uuidOf('Account', accountId));
  }
}
