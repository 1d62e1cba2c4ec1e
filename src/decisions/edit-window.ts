import type { EventNamed } from '../../events/register.ts';
import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { regulations } from './folds/college.ts';
import { lessonOf, unlockedPage } from './page.ts';
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

/** Gives the regulation's edit windows new lengths from a date on. */
export interface ConfigureEditWindows {
  readonly currentMarkDays: number;
  readonly attestationMarkDays: number;
  readonly effectiveFrom: PlainDate;
  readonly order: string | null;
  readonly reason: string;
}

/** Grants: for a reason, until a date, and never behind a lock (T-49). */
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
  return accept(right, [
    { category: 'journal', id: journal, events: [{ type: 'EditWindowGranted', data, sealed: { reason } }] },
  ]);
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

/** Configures the windows: never for days that lie behind, so no deadline already given moves (T-48). */
export function* configureEditWindows(circumstances: Circumstances, command: ConfigureEditWindows): Deciding {
  const { college, today } = circumstances;
  const right = yield* rightTo(circumstances, 'regulation.configure');
  if (isRefused(right)) return right;
  const { reason, ...settings } = command;
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const { effectiveFrom } = settings;
  if (effectiveFrom < today) return refuse('DATE_OUT_OF_RANGE', {}, { effectiveFrom, today });

  yield* read(regulations, college);
  const event = { type: 'EditWindowConfigured', data: { college, ...settings }, sealed: { reason } } as const;
  return accept(right, [{ category: 'regulation', id: college, events: [event] }]);
}
