import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { proposedGrants, type ProposedGrant } from './folds/window-grant.ts';
import { unlockedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** The second person's yes to a grant of an edit window. */
export interface ConfirmEditWindowGrant {
  readonly grant: string;
}

/** A no to a proposed grant, or its taking back. */
export interface DeclineEditWindowGrant {
  readonly grant: string;
  readonly reason: string;
}

function* pending(grant: string): Deciding<NonNullable<ProposedGrant> | Refused> {
  const proposed = yield* read(proposedGrants, grant);
  if (!proposed) return refuse('NOT_FOUND', {}, { what: 'grant' });
  return proposed.declined ? refuse('ALREADY_DONE', {}, { state: 'declined' }) : proposed;
}

/** Confirms: somebody else than who proposed it, while the grant's last day has not passed; then it is in force. */
export function* confirmEditWindowGrant(
  circumstances: Circumstances,
  { grant }: ConfirmEditWindowGrant,
): Deciding {
  const right = yield* rightTo(circumstances, 'window.confirm');
  if (isRefused(right)) return right;
  const proposed = yield* pending(grant);
  if (isRefused(proposed)) return proposed;
  const { data, proposedBy, reason } = proposed;
  const { journal, until } = data;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const rule = regulation.rule('windowGrant.secondPerson');
  if (proposedBy === circumstances.actor.account)
    return refuse('SECOND_PERSON_REQUIRED', { journal }, { what: 'grant' }, rule);
  if (page.grants.some((standing) => standing.grant === grant))
    return refuse('ALREADY_DONE', { journal }, { state: 'inForce' });
  if (until < circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', { journal }, { until, today: circumstances.today });
  const why = reason === null ? {} : { sealed: { reason } };
  const event = { type: 'EditWindowGranted', data, ...why } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }], { rule: applying(rule) });
}

/** Declines a proposed grant; who proposed it may take it back in the same way. One in force is revoked instead. */
export function* declineEditWindowGrant(
  circumstances: Circumstances,
  { grant, reason }: DeclineEditWindowGrant,
): Deciding {
  const right = yield* rightTo(circumstances, 'window.confirm');
  if (isRefused(right)) return right;
  const proposed = yield* pending(grant);
  if (isRefused(proposed)) return proposed;
  const { journal } = proposed.data;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  if (page.grants.some((standing) => standing.grant === grant))
    return refuse('ALREADY_DONE', { journal }, { state: 'inForce' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { journal });
  const event = { type: 'EditWindowGrantDeclined', data: { journal, grant }, sealed: { reason } } as const;
  return accept(right, [{ category: 'windowGrant', id: grant, events: [event] }]);
}
