import { termOfContacts } from '../policies/personal-data-terms.ts';
import { read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { recordErasure, type RequestErasure } from './erasure.ts';
import { standingKeys } from './erasure-terms.ts';
import { accesses } from './folds/access.ts';
import { erasures } from './folds/erasure.ts';
import { rightOverHolder } from './holder-rights.ts';
import { isRefused, rolesOfActor } from './rights.ts';

/** Takes back the consent to keep somebody's telephone and e-mail address. */
export interface WithdrawContactConsent {
  readonly erasure: string;
  readonly account: string;
  /** The application it rests on; for one's own contacts there is none. */
  readonly document: string | null;
}

/**
 * Takes back the consent to keep contacts: they are destroyed at once (152-ФЗ ст. 9 ч. 2, ст. 21 ч. 5). Everybody may
 * for themselves, and whoever records contacts may for others; it takes no second person, because nothing but the
 * consent kept them.
 */
export function* withdrawContactConsent(
  circumstances: Circumstances,
  command: WithdrawContactConsent,
): Deciding {
  const { erasure, account, document } = command;
  const { actor, today } = circumstances;
  const [own] = account === actor.account ? yield* rolesOfActor(circumstances) : [];
  const right = own ?? (yield* rightOverHolder(circumstances, 'contact.record', account));
  if (isRefused(right)) return right;
  const { holder, grants } = yield* read(accesses, account);
  if (holder === null) return refuse('NOT_FOUND', {}, { what: 'account' });
  if (yield* read(erasures, erasure)) return refuse('ALREADY_EXISTS', {}, { what: 'erasure' });
  const key = { subject: account, purpose: 'contact' } as const;
  if ((yield* standingKeys([key])).length === 0) return refuse('NOT_FOUND', {}, { what: 'contacts' });

  const student = [...grants.values()].find((grant) => grant.student !== null)?.student ?? null;
  const whose: Pick<RequestErasure, 'subject' | 'subjectKind' | 'accounts'> =
    student === null
      ? { subject: account, subjectKind: holder === 'student' ? 'record' : holder, accounts: [] }
      : { subject: student, subjectKind: 'student', accounts: [account] };
  return yield* recordErasure(
    right,
    erasure,
    [
      {
        type: 'ErasureRequested',
        data: { erasure, ...whose, purposes: ['contact'], requestedBy: 'subject', document },
      },
      { type: 'ErasureScheduled', data: { erasure, terms: [{ ...key, ...termOfContacts(today) }] } },
      { type: 'ErasureApproved', data: { erasure, step: 'withdrawal', keys: [key] } },
    ],
    { destroys: [key] },
  );
}
