import type { Due, Warning } from '../../events/recorded.ts';
import { vacationAfter } from '../policies/academic-year.ts';
import { attestationExpected } from '../policies/attestation-due.ts';
import { plusDays, type PlainDate } from '../policies/calendar.ts';
import { academicYearOf } from '../policies/programme.ts';
import type { Regulation } from '../policies/regulation/regulation.ts';
import { readAll, type Circumstances, type Deciding } from './decision.ts';
import { academicCalendars, ownerKey } from './folds/academic-calendar.ts';
import type { Page } from './page.ts';
import { workingCalendarOn } from './working-calendar.ts';

/** A period's last week begins at most six days before its end: a vacation that begins in it counts. */
const LAST_WEEK = 7;

/** The first day of the vacation after a period: of the group's own calendar, else of the college's. */
function* vacationOf({ opened, period }: Page): Deciding<PlainDate | null> {
  const year = academicYearOf(period.until);
  const states = yield* readAll(academicCalendars, [String(year), String(year + 1)]);
  const own = opened.group === null ? 'college' : ownerKey({ kind: 'group', id: opened.group });
  const stretches = states.flatMap(
    ({ calendars }) => (calendars.get(own) ?? calendars.get('college'))?.stretches ?? [],
  );
  return vacationAfter(stretches, plusDays(period.until, -LAST_WEEK))?.from ?? null;
}

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
  const days = deadline.kind === 'workingDaysAfterEvent' ? deadline.days : 1;
  const calendar = yield* workingCalendarOn(circumstances, heldOn, { days, group: page.opened.group });
  const vacation = yield* vacationOf(page);
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
