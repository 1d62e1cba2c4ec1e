import { DELEGABLE_RIGHTS } from '../../events/guardianship.ts';
import { earlier, plusDays, type PlainDate } from '../policies/calendar.ts';
import { capabilitiesOf, type Capability } from '../policies/access.ts';
import { isOfAge } from '../policies/majority.ts';
import { inAccount } from './access.ts';
import { read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { accesses, rolesOn, type Delegation, type Ward } from './folds/access.ts';
import { staysOn } from './folds/group.ts';
import { students } from './folds/student.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo, type Right } from './rights.ts';
import type { FactsOf } from './refusal-facts.ts';

/** Hands some of a guardian’s rights over one ward to a trusted person. */
export interface GrantGuardianDelegation {
  /** The account of the trusted person. */
  readonly account: string;
  readonly delegation: string;
  /** The account of the guardian; left out, the one who asks. */
  readonly guardian?: string | null;
  readonly guardianship: string;
  readonly rights: readonly Capability[];
  /** Left out, from today on. */
  readonly from?: PlainDate | null;
  /** The last day; left out, as long as the guardianship lasts. */
  readonly until?: PlainDate | null;
}

/** Takes a delegation back, at once or after a day. */
export interface RevokeGuardianDelegation {
  readonly account: string;
  readonly delegation: string;
  readonly until?: PlainDate | null;
}

/** A guardian delegates for themselves; an administrator records what was delegated in the state portal (R-ROLE-10). */
function* rightToDelegate(circumstances: Circumstances, guardian: string): Deciding<Right> {
  const right = yield* rightTo(circumstances, 'guardianship.delegate');
  if (isRefused(right) || right !== 'legalGuardian' || guardian === circumstances.actor.account) return right;
  return refuse('WIDER_THAN_OWN_RIGHTS', {}, { what: 'guardianship' });
}

const wider = (facts: FactsOf<'WIDER_THAN_OWN_RIGHTS'>): Refused =>
  refuse('WIDER_THAN_OWN_RIGHTS', {}, facts);

const isDelegable = (right: Capability): right is Delegation['rights'][number] =>
  DELEGABLE_RIGHTS.some((delegable) => delegable === right) && capabilitiesOf('legalGuardian').has(right);

/** The ward whose guardian this is from the first day on, if the regulation still lets a guardian look. */
function* wardOf(
  circumstances: Circumstances,
  guardian: string,
  guardianship: string,
  from: PlainDate,
): Deciding<Ward | Refused> {
  const state = yield* read(accesses, guardian);
  const ward = state.wards.get(guardianship);
  if (!ward || !staysOn([ward], from) || !rolesOn(state, from).has('legalGuardian'))
    return wider({ what: 'guardianship' });
  const regulation = yield* regulationOn(circumstances, from);
  if (!regulation.value('guardian.onlyMinors')) return ward;
  const { birthDate } = yield* read(students, ward.student);
  return isOfAge(birthDate, from)
    ? refuse('WIDER_THAN_OWN_RIGHTS', {}, { what: 'guardianship' }, regulation.rule('guardian.onlyMinors'))
    : ward;
}

/**
 * Grants a delegation: for one ward, no right the guardian does not hold, no day the guardianship does not last
 * (T-38). Whoever has it by delegation cannot hand it on.
 */
export function* grantGuardianDelegation(
  circumstances: Circumstances,
  command: GrantGuardianDelegation,
): Deciding {
  const { account, delegation, guardianship } = command;
  const guardian = command.guardian ?? circumstances.actor.account;
  const from = command.from ?? circumstances.today;
  const right = yield* rightToDelegate(circumstances, guardian);
  if (isRefused(right)) return right;
  const regulation = yield* regulationOn(circumstances, from);
  if (!regulation.value('userCategories.trustedPerson'))
    return refuse(
      'NOT_PERMITTED',
      {},
      { role: 'trustedPerson' },
      regulation.rule('userCategories.trustedPerson'),
    );
  if (account === guardian) return refuse('OWN_RIGHTS', {}, { role: 'trustedPerson' });
  const { holder, delegations } = yield* read(accesses, account);
  if (holder !== 'guardian') return refuse('NOT_FOUND', {}, { what: 'trustedPerson' });
  if (delegations.has(delegation)) return refuse('ALREADY_EXISTS', {}, { what: 'delegation' });

  const ward = yield* wardOf(circumstances, guardian, guardianship, from);
  if (isRefused(ward)) return ward;
  if (command.rights.length === 0) return refuse('NOT_FOUND', {}, { what: 'right' });
  const beyond = command.rights.find((each) => !isDelegable(each));
  if (beyond !== undefined) return wider({ right: beyond });
  const { until: last } = ward;
  const asked = command.until ?? null;
  if (asked !== null && last !== null && asked > last) return wider({ until: last });
  const until = asked !== null && last !== null ? earlier(asked, last) : (asked ?? last);
  if (until !== null && until < from) return refuse('DATE_OUT_OF_RANGE', {}, { from, until });

  const rights = [...new Set(command.rights.filter(isDelegable))].sort();
  return inAccount(account, right, [
    {
      type: 'GuardianDelegationGranted',
      data: { account, delegation, rights, from, until },
      sealed: { guardian, guardianship },
    },
  ]);
}

/** Takes a delegation back: its guardian, or an administrator who records it from the portal. */
export function* revokeGuardianDelegation(
  circumstances: Circumstances,
  command: RevokeGuardianDelegation,
): Deciding {
  const { account, delegation } = command;
  const right = yield* rightTo(circumstances, 'guardianship.delegate');
  if (isRefused(right)) return right;
  const yesterday = plusDays(circumstances.today, -1);
  const until = command.until ?? yesterday;
  const found = (yield* read(accesses, account)).delegations.get(delegation);
  const isStranger = right === 'legalGuardian' && found?.guardian !== circumstances.actor.account;
  if (!found || isStranger || (found.until !== null && found.until <= yesterday))
    return refuse('NOT_FOUND', {}, { what: 'delegation' });
  if (until < yesterday) return refuse('DATE_OUT_OF_RANGE', {}, { until });
  return inAccount(account, right, [
    { type: 'GuardianDelegationRevoked', data: { account, delegation, until } },
  ]);
}
