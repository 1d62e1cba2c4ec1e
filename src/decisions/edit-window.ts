import type { EventNamed } from '../../events/register.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { proposedGrants } from './folds/window-grant.ts';
import { lessonOf, unlockedPage } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** Opens closed windows of a page again. */
export interface GrantEditWindow extends Omit<EventNamed<'EditWindowGranted'>['data'], 'grant'> {
  readonly grant: string;
  readonly reason: string;
}

/** Ends a grant before its date. */
export interface RevokeEditWindowGrant {
  readonly journal: string;
  readonly grant: string;
}

/**
 * Grants: for a reason, until a date, and never behind a lock (T-49); where the regulation wants a second person,
 * nothing opens before that one agrees.
 */
export function* grantEditWindow(circumstances: Circumstances, command: GrantEditWindow): Deciding {
  const { journal, lesson, until, reason, ...grant } = command;
  const subject = { journal, ...(lesson === null ? {} : { lesson }) };
  const right = yield* rightTo(circumstances, 'window.grant', subject);
  if (isRefused(right)) return right;
  const page = yield* unlockedPage(journal, subject);
  if (isRefused(page)) return page;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', subject);
  if (until < circumstances.today)
    return refuse('DATE_OUT_OF_RANGE', subject, { until, today: circumstances.today });
  if (lesson !== null) {
    const found = lessonOf(page, lesson, subject);
    if (isRefused(found)) return found;
  }
  if (page.grants.some((standing) => standing.grant === grant.grant))
    return refuse('ALREADY_EXISTS', subject, { what: 'grant' });
  const data = { journal, lesson, until, ...grant };
  const regulation = yield* regulationOn(circumstances, circumstances.today);
  const rule = applying(regulation.rule('windowGrant.secondPerson'));
  if (!regulation.value('windowGrant.secondPerson'))
    return accept(
      right,
      [
        {
          category: 'journal',
          id: journal,
          events: [{ type: 'EditWindowGranted', data, sealed: { reason } }],
        },
      ],
      { rule },
    );
  if (yield* read(proposedGrants, grant.grant)) return refuse('ALREADY_EXISTS', subject, { what: 'grant' });
  const event = { type: 'EditWindowGrantProposed', data, sealed: { reason } } as const;
  return accept(right, [{ category: 'windowGrant', id: grant.grant, events: [event] }], { rule });
}

/** Revokes a grant that still stands. */
export function* revokeEditWindowGrant(
  circumstances: Circumstances,
  command: RevokeEditWindowGrant,
): Deciding {
  const { journal, grant } = command;
  const right = yield* rightTo(circumstances, 'window.grant', { journal });
  if (isRefused(right)) return right;
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  if (!page.grants.some((standing) => standing.grant === grant))
    return refuse('NOT_FOUND', { journal }, { what: 'grant' });
  return accept(right, [
    {
      category: 'journal',
      id: journal,
      events: [{ type: 'EditWindowGrantRevoked', data: { journal, grant } }],
    },
  ]);
}
