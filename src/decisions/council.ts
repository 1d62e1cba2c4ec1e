import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { councils } from './folds/council.ts';
import { isRefused, rightTo } from './rights.ts';

/** Gives a meeting of the pedagogical council its day, or another one. */
export interface ScheduleCouncil {
  readonly council: string;
  readonly on: PlainDate;
  readonly title: string;
}

/** Calls a meeting off. */
export interface CancelCouncil {
  readonly council: string;
  readonly reason: string;
}

/** Schedules or moves a meeting: ahead of it, so that nobody's entries are put before a council afterwards. */
export function* scheduleCouncil(circumstances: Circumstances, command: ScheduleCouncil): Deciding {
  const { council, on, title } = command;
  const { today } = circumstances;
  const right = yield* rightTo(circumstances, 'council.schedule');
  if (isRefused(right)) return right;
  const standing = yield* read(councils, council);
  if (standing?.on === on && standing.title === title) return accept(right, []);
  if (standing && standing.on < today) return refuse('ALREADY_DONE', {}, { on: standing.on });
  if (on < today) return refuse('DATE_OUT_OF_RANGE', {}, { on, today });
  const event = { type: 'CouncilScheduled', data: { council, on }, sealed: { title } } as const;
  return accept(right, [{ category: 'council', id: council, events: [event] }]);
}

/** Calls a meeting off that has not been held, for a stated reason. */
export function* cancelCouncil(circumstances: Circumstances, { council, reason }: CancelCouncil): Deciding {
  const right = yield* rightTo(circumstances, 'council.schedule');
  if (isRefused(right)) return right;
  const standing = yield* read(councils, council);
  if (!standing) return refuse('NOT_FOUND', {}, { what: 'council' });
  if (standing.on < circumstances.today) return refuse('ALREADY_DONE', {}, { on: standing.on });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', {});
  const event = { type: 'CouncilCancelled', data: { council }, sealed: { reason } } as const;
  return accept(right, [{ category: 'council', id: council, events: [event] }]);
}
