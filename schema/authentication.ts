import { Arg, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { accesses } from '../src/decisions/folds/access.ts';
import { passwordFault } from '../src/identity/password-rules.ts';
import { Access } from './access.ts';
import type { Offered } from './authentication-doors.ts';
import { viewerOf, type Context } from './context.ts';
import { recordCredential } from './credential-command.ts';
import { uuidOf } from './global-id.ts';
import { Label, UUID } from './scalars.ts';
import { SignInPayload } from './session.ts';
import { ASKS_FOR_STEP_UP, demandFresh } from './step-up.ts';
import { UserError } from './user-error.ts';
import { problem } from './errors/problem.ts';

@ObjectType({ simpleResolvers: true, description: 'A password that was set, or why it was not.' })
class PasswordPayload {
  @Access('signedIn')
  @Field(() => String, {
    nullable: true,
    description: 'The name to sign in by, made here and always the same; null where refused.',
  })
  readonly signInName!: string | null;

  @Access('signedIn')
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was set.' })
  readonly userErrors!: readonly UserError[];
}

@ObjectType({ simpleResolvers: true, description: 'Whether an identity was assigned or released.' })
class ProviderIdentityPayload {
  @Access('signedIn')
  @Field(() => [UserError], { description: 'Why it was refused; empty when it was done.' })
  readonly userErrors!: readonly UserError[];
}

const COMMAND_ID = { description: 'Made by the client.' } as const;

const newPassword = async (context: Context, password: string): Promise<void> => {
  const fault = passwordFault(password, await context.doors.authentication.ownName());
  switch (fault?.is) {
    case 'tooShort':
      throw problem('PASSWORD_TOO_SHORT', { least: fault.least });
    case 'tooLong':
      throw problem('PASSWORD_TOO_LONG', { most: fault.most });
    case 'guessable':
      throw problem('PASSWORD_GUESSABLE');
    case undefined:
  }
};

const offeredOf = (code: string | null = null, password: string | null = null): Offered => {
  if (code !== null && password === null) return { way: 'code', code };
  if (password !== null && code === null) return { way: 'password', password };
  throw problem('CODE_OR_PASSWORD');
};

const accountThere = async (context: Context, accountId: string): Promise<string> => {
  const account = uuidOf('Account', accountId);
  const { holder } = await context.college().stateOf(accesses, account);
  if (holder) return account;
  throw problem('NO_SUCH_ACCOUNT');
};

/** Passwords, the identity provider, and proving anew who one is. */
@Resolver()
export class AuthenticationResolver {
  @Access('public')
  @Query(() => String, {
    nullable: true,
    description:
      'Where a browser begins to sign in with the identity provider of the college, relative to this API; null where there is none. It ends in a one-time code behind `#code=`, for `signIn` or `stepUp`.',
  })
  providerSignInPath(@Ctx() { doors }: Context): string | null {
    return doors.authentication.providerPath;
  }

  @Access('signedIn')
  @Query(() => String, {
    nullable: true,
    description: 'The name the viewer signs in by; null where they have no password.',
  })
  async ownSignInName(@Ctx() { doors }: Context): Promise<string | null> {
    return await doors.authentication.ownName();
  }

  @Access('public')
  @Mutation(() => SignInPayload, {
    description: 'Begins a session by name and password. What of them is wrong, it does not say.',
  })
  async signInWithPassword(
    @Arg('name', () => String, { description: 'The name to sign in by.' }) name: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Ctx() { doors }: Context,
  ): Promise<SignInPayload> {
    const begun = await doors.authentication.signIn(name, password);
    if (begun) return begun;
    throw problem('PASSWORD_REFUSED');
  }

  @Access('signedIn')
  @Mutation(() => SignInPayload, {
    description:
      'Proves anew who the viewer is, by a one-time code or the password. The session goes on under a new token; the old one opens nothing any more.',
  })
  async stepUp(
    @Arg('code', () => String, {
      nullable: true,
      description: 'A one-time code that was not made in this session.',
    })
    code: string | null | undefined,
    @Arg('password', () => String, { nullable: true, description: 'The password.' })
    password: string | null | undefined,
    @Ctx() { doors }: Context,
  ): Promise<SignInPayload> {
    const begun = await doors.authentication.stepUp(offeredOf(code, password));
    if (begun) return begun;
    throw problem('PROOF_REFUSED');
  }

  @Access('signedIn')
  @Mutation(() => PasswordPayload, {
    description: `Gives the viewer a password, or another one where it was forgotten, and ends their other sessions. ${ASKS_FOR_STEP_UP}`,
  })
  async setOwnPassword(
    @Arg('commandId', () => UUID, COMMAND_ID) commandId: string,
    @Arg('password', () => String, { description: 'The password: 12 to 128 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<PasswordPayload> {
    await demandFresh(context);
    return await this.#set(context, commandId, password, 'recentSignIn');
  }

  @Access('signedIn')
  @Mutation(() => PasswordPayload, {
    description: 'Changes the password of the viewer by the one before, and ends their other sessions.',
  })
  async changeOwnPassword(
    @Arg('commandId', () => UUID, COMMAND_ID) commandId: string,
    @Arg('oldPassword', () => String, { description: 'The password that holds now.' }) oldPassword: string,
    @Arg('password', () => String, { description: 'The new one: 12 to 128 characters.' }) password: string,
    @Ctx() context: Context,
  ): Promise<PasswordPayload> {
    if (!(await context.doors.authentication.isOwnPassword(oldPassword)))
      throw problem('OLD_PASSWORD_REFUSED');
    return await this.#set(context, commandId, password, 'passwordBefore');
  }

  @Access({ capability: 'account.open' })
  @Mutation(() => ProviderIdentityPayload, {
    description: `Lets a person of the identity provider come in as the holder of an account; one assigned before no longer does. ${ASKS_FOR_STEP_UP}`,
  })
  async assignProviderIdentity(
    @Arg('commandId', () => UUID, COMMAND_ID) commandId: string,
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('subject', () => Label, {
      description: 'Who it is at the provider: the value of the claim that the server matches by.',
    })
    subject: string,
    @Ctx() context: Context,
  ): Promise<ProviderIdentityPayload> {
    await demandFresh(context);
    const { authentication } = context.doors;
    if (authentication.providerPath === null) throw problem('NO_PROVIDER');
    const account = await accountThere(context, accountId);
    if (await authentication.isTaken(account, subject)) throw problem('PERSON_OF_PROVIDER_TAKEN');
    const command = { type: 'BindProviderIdentity', data: { account } } as const;
    const userErrors = await recordCredential(context, commandId, account, command);
    if (userErrors.length === 0) await authentication.assignIdentity(account, subject);
    return { userErrors };
  }

  @Access({ capability: 'account.open' })
  @Mutation(() => ProviderIdentityPayload, {
    description: `Ends that an account can be entered by way of the identity provider, and the sessions that began so. ${ASKS_FOR_STEP_UP}`,
  })
  async releaseProviderIdentity(
    @Arg('commandId', () => UUID, COMMAND_ID) commandId: string,
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Ctx() context: Context,
  ): Promise<ProviderIdentityPayload> {
    await demandFresh(context);
    const account = await accountThere(context, accountId);
    const command = { type: 'ReleaseProviderIdentity', data: { account } } as const;
    const userErrors = await recordCredential(context, commandId, account, command);
    if (userErrors.length === 0) await context.doors.authentication.releaseIdentity(account);
    return { userErrors };
  }

  async #set(
    context: Context,
    commandId: string,
    password: string,
    proof: 'recentSignIn' | 'passwordBefore',
  ): Promise<PasswordPayload> {
    await newPassword(context, password);
    const { account } = viewerOf(context);
    const command = { type: 'SetOwnPassword', data: { proof } } as const;
    const userErrors = await recordCredential(context, commandId, account, command);
    if (userErrors.length > 0) return { signInName: null, userErrors };
    return { signInName: await context.doors.authentication.setPassword(password), userErrors };
  }
}
