import type { EventNamed } from '../../events/register.ts';
import { inAccount } from './access.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses } from './folds/access.ts';
import { rightOverHolder } from './holder-rights.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, rolesOfActor, type Right } from './rights.ts';

/** Lets an account sign in by a one-time code. */
export interface IssueSignInCode {
  readonly account: string;
}

/** Lets the one who asks sign in by a new one-time code. */
export type RenewOwnSignInCode = Readonly<Record<string, never>>;

/** Chooses a password for the account of the one who asks; what it is, the log is not told. */
export type SetOwnPassword = Pick<EventNamed<'PasswordSet'>['data'], 'proof'>;

/** Lets somebody of the identity provider come in as the holder of an account. */
export interface BindProviderIdentity {
  readonly account: string;
}

/** Ends that again. */
export type ReleaseProviderIdentity = BindProviderIdentity;

/** Records how somebody can be reached; what is left out is not known. */
export interface RecordContacts {
  readonly account: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Records that a sign-in code is made for an account; the code itself is nobody's business but its holder's.
 * Administrators make them for everybody; curators for their own group where the regulation says so (R-ACC-05, R-ACC-06).
 */
export function* issueSignInCode(circumstances: Circumstances, command: IssueSignInCode): Deciding {
  const { account } = command;
  const right = yield* rightOverHolder(circumstances, 'signInCode.issue', account);
  if (isRefused(right)) return right;
  const { holder } = yield* read(accesses, account);
  if (!holder) return refuse('NOT_FOUND', {}, { what: 'account' });
  if (right !== 'groupCurator')
    return inAccount(account, right, [{ type: 'SignInCodeIssued', data: { account } }]);

  const parameter = 'learnerAccounts.issuer';
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  if (regulation.value(parameter) !== 'curator')
    return refuse('NOT_PERMITTED', {}, { capability: 'signInCode.issue' }, regulation.rule(parameter));
  return inAccount(account, right, [{ type: 'SignInCodeIssued', data: { account } }]);
}

/** The right to change one's own credentials, unless the regulation keeps learners from it (R-ACC-08, T-41). */
function* rightToOwnCredentials(circumstances: Circumstances): Deciding<Right> {
  const [right] = yield* rolesOfActor(circumstances);
  const { holder } = yield* read(accesses, circumstances.actor.account);
  if (!right || !holder) return refuse('NOT_PERMITTED', {}, { capability: 'signInCode.issue' });

  const parameter = 'learnerAccounts.selfServiceCredentialChange';
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const value = regulation.value(parameter);
  const isForbidden =
    (holder === 'student' && value === 'forbiddenForStudents') ||
    (holder !== 'staff' && value === 'forbidden');
  if (!isForbidden) return right;
  const facts = { capability: 'signInCode.issue', holder } as const;
  return refuse('NOT_PERMITTED', {}, facts, regulation.rule(parameter));
}

/** Makes a new code for oneself, where the regulation leaves that to its holder. */
export function* renewOwnSignInCode(circumstances: Circumstances, _: RenewOwnSignInCode): Deciding {
  const { account } = circumstances.actor;
  const right = yield* rightToOwnCredentials(circumstances);
  if (isRefused(right)) return right;
  return inAccount(account, right, [{ type: 'SignInCodeIssued', data: { account } }]);
}

/** Records that somebody chose a password, where the regulation leaves that to its holder. */
export function* setOwnPassword(circumstances: Circumstances, { proof }: SetOwnPassword): Deciding {
  const { account } = circumstances.actor;
  const right = yield* rightToOwnCredentials(circumstances);
  if (isRefused(right)) return right;
  return inAccount(account, right, [{ type: 'PasswordSet', data: { account, proof } }]);
}

/** The right to say who comes in by way of the provider. */
function* rightToBind(circumstances: Circumstances, account: string): Deciding<Right> {
  const right = yield* rightTo(circumstances, 'account.open');
  if (isRefused(right)) return right;
  const { holder } = yield* read(accesses, account);
  return holder ? right : refuse('NOT_FOUND', {}, { what: 'account' });
}

/** Records that an identity was bound to an account; a new one takes the place of the one before. */
export function* bindProviderIdentity(
  circumstances: Circumstances,
  { account }: BindProviderIdentity,
): Deciding {
  const right = yield* rightToBind(circumstances, account);
  if (isRefused(right)) return right;
  return inAccount(account, right, [{ type: 'ProviderIdentityAssigned', data: { account } }]);
}

/** Records that an account is no longer entered by way of the provider. */
export function* releaseProviderIdentity(
  circumstances: Circumstances,
  { account }: ReleaseProviderIdentity,
): Deciding {
  const right = yield* rightToBind(circumstances, account);
  if (isRefused(right)) return right;
  const { hasProviderIdentity } = yield* read(accesses, account);
  if (!hasProviderIdentity) return accept(right, []);
  return inAccount(account, right, [{ type: 'ProviderIdentityReleased', data: { account } }]);
}

/** Records how the holder of an account is reached (R-ACC-09); every record replaces the one before. */
export function* recordContacts(circumstances: Circumstances, command: RecordContacts): Deciding {
  const { account, email, phone } = command;
  const right = yield* rightOverHolder(circumstances, 'contact.record', account);
  if (isRefused(right)) return right;
  if (!(yield* read(accesses, account)).holder) return refuse('NOT_FOUND', {}, { what: 'account' });
  const sealed = { ...(email !== null && { email }), ...(phone !== null && { phone }) };
  return inAccount(account, right, [{ type: 'ContactsRecorded', data: { account }, sealed }]);
}
