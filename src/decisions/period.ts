import type { DomainEvent, EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { overlap } from '../policies/academic-year.ts';
import { attestationMarksUntil } from '../policies/edit-window.ts';
import { academicYearOf } from '../policies/programme.ts';
import { accept, read, refuse, type Accepted, type Circumstances, type Deciding } from './decision.ts';
import { academicCalendars } from './folds/academic-calendar.ts';
import { periods } from './folds/period.ts';
import { applying } from './applying.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightTo } from './rights.ts';

/** Sets an attestation period. */
export type SetAttestationPeriod = Omit<EventNamed<'AttestationPeriodSet'>['data'], 'attestationMarksUntil'>;

/** Locks a period. */
export interface LockAttestationPeriod {
  readonly period: string;
  readonly reason: string | null;
}

/** Opens a locked period again. */
export interface ReopenAttestationPeriod {
  readonly period: string;
  readonly reason: string;
}

const write = (period: string, right: Role, event: DomainEvent): Accepted =>
  accept(right, [{ category: 'period', id: period, events: [event] }]);

/**
 * Sets a period and gives its attestation marks their last day, which no later change of the rule moves (T-05, T-48).
 * Two semesters or two years do not overlap; study periods of the college's own may (D-21). An import tells of others' years.
 */
export function* setAttestationPeriod(circumstances: Circumstances, command: SetAttestationPeriod): Deciding {
  const { period, kind, from, until } = command;
  const capability = circumstances.source === 'import' ? 'history.import' : 'period.set';
  const right = yield* rightTo(circumstances, capability, { period });
  if (isRefused(right)) return right;
  if (yield* read(periods, period)) return refuse('ALREADY_EXISTS', { period }, { what: 'period' });
  if (until < from) return refuse('DATE_OUT_OF_RANGE', { period }, { from, until });
  const year = academicYearOf(from);
  const calendar = yield* read(academicCalendars, String(year));
  const rival = [...calendar.periods.values()].find(
    (other) => other.kind === kind && kind !== 'studyPeriod' && overlap(other, command),
  );
  if (rival && circumstances.source !== 'import')
    return refuse('PERIODS_OVERLAP', { period }, { what: kind, from: rival.from, until: rival.until });

  const regulation = yield* regulationOn(circumstances, until);
  const deadline = attestationMarksUntil(until, regulation);
  const rule = applying(regulation.rule('attestation.editWindowDays'), { deadline });
  const data = { ...command, attestationMarksUntil: deadline };
  const entered = { year, period, kind, from, until };
  return accept(
    right,
    [
      { category: 'period', id: period, events: [{ type: 'AttestationPeriodSet', data }] },
      {
        category: 'academicCalendar',
        id: String(year),
        events: [{ type: 'AttestationPeriodEntered', data: entered }],
      },
    ],
    { rule },
  );
}

/** Locks: from this position on nothing is entered in the period, under any window or grant. */
export function* lockAttestationPeriod(
  circumstances: Circumstances,
  command: LockAttestationPeriod,
): Deciding {
  const { period, reason } = command;
  const right = yield* rightTo(circumstances, 'period.lock', { period });
  if (isRefused(right)) return right;
  const state = yield* read(periods, period);
  if (!state) return refuse('NOT_FOUND', { period }, { what: 'period' });
  if (state.locked) return refuse('ALREADY_DONE', { period }, { state: 'locked' });
  const sealed = reason === null ? {} : { sealed: { reason } };
  return write(period, right, { type: 'AttestationPeriodLocked', data: { period }, ...sealed });
}

/** Re-opens: no source knows it, so it takes its own right and reason and shows in the trail (T-49). */
export function* reopenAttestationPeriod(
  circumstances: Circumstances,
  command: ReopenAttestationPeriod,
): Deciding {
  const { period, reason } = command;
  const right = yield* rightTo(circumstances, 'period.lock', { period });
  if (isRefused(right)) return right;
  const state = yield* read(periods, period);
  if (!state) return refuse('NOT_FOUND', { period }, { what: 'period' });
  if (!state.locked) return refuse('ALREADY_DONE', { period }, { state: 'open' });
  if (reason.trim() === '') return refuse('REASON_REQUIRED', { period });
  return write(period, right, { type: 'AttestationPeriodReopened', data: { period }, sealed: { reason } });
}
