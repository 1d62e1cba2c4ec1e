import { inAccount } from './access.ts';
import { read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { accesses } from './folds/access.ts';
import { rightOverHolder } from './holder-rights.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rolesOfActor } from './rights.ts';

/** Lets an account sign in by a one-time code. */
export interface IssueSignInCode {
  readonly account: string;
}

/** Lets the one who asks sign in by a new one-time code. */
export type RenewOwnSignInCode = Readonly<Record<string, never>>;

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

/** Makes a new code for oneself, unless the regulation keeps learners from changing their credentials (R-ACC-08, T-41). */
export function* renewOwnSignInCode(circumstances: Circumstances, _: RenewOwnSignInCode): Deciding {
  const { account } = circumstances.actor;
  const [right] = yield* rolesOfActor(circumstances);
  const { holder } = yield* read(accesses, account);
  if (!right || !holder) return refuse('NOT_PERMITTED', {}, { capability: 'signInCode.issue' });

  const parameter = 'learnerAccounts.selfServiceCredentialChange';
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const value = regulation.value(parameter);
  const isForbidden =
    (holder === 'student' && value === 'forbiddenForStudents') ||
    (holder !== 'staff' && value === 'forbidden');
  if (isForbidden)
    return refuse(
      'NOT_PERMITTED',
      {},
      { capability: 'signInCode.issue', holder },
      regulation.rule(parameter),
    );
  return inAccount(account, right, [{ type: 'SignInCodeIssued', data: { account } }]);
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
