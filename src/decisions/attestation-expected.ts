import type { Due } from '../../events/recorded.ts';
import type { Warning } from './warning.ts';
import { attestationExpected } from '../policies/attestation-due.ts';
import type { PlainDate } from '../policies/calendar.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import type { Circumstances, Deciding } from './decision.ts';
import type { Page } from './page.ts';
import { vacationAfterPeriod } from './vacation.ts';
import { workingCalendarOn } from './working-calendar.ts';

/** The deadline of an attestation mark, and what is to be said where it comes too early. */
export interface AttestationTiming {
  readonly due: Due | null;
  readonly warnings: readonly Warning[];
}

/** When an attestation mark is expected under the college's regulation; early or late is noted, never refused (T-06). */
export function* attestationTiming(
  circumstances: Circumstances,
  regulation: Regulation,
  page: Page,
  heldOn: PlainDate,
): Deciding<AttestationTiming> {
  const deadline = regulation.value('attestation.entryDeadline');
  if (deadline === null || deadline.kind === 'timely') return { due: null, warnings: [] };
  const { group } = page.opened;
  // Each stream read is a check of the append: only those are read that this deadline is made of.
  const calendar =
    deadline.kind === 'workingDaysAfterEvent'
      ? yield* workingCalendarOn(circumstances, heldOn, { days: deadline.days, group })
      : null;
  const endsAtVacation = deadline.kind === 'lastWeekOfPeriod' || deadline.kind === 'beforeVacation';
  const vacation = endsAtVacation ? yield* vacationAfterPeriod(page.period.until, group) : null;
  const periodEnd = page.period.until;
  const { from, until } = attestationExpected(deadline, { heldOn, periodEnd, vacation, calendar });

  const rule = regulation.rule('attestation.entryDeadline');
  const { today } = circumstances;
  const isEarly = from !== null && today < from && circumstances.source !== 'import';
  return {
    due: until === null ? null : { parameter: rule.parameter, clause: rule.clause, until },
    warnings: isEarly ? [{ code: 'ENTERED_EARLY', facts: { from, today }, ...rule }] : [],
  };
}
