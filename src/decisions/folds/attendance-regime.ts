import type { EventNamed } from '../../../events/register.ts';
import type { PlainDate } from '../../policies/calendar.ts';
import { defineFold } from '../decision.ts';

/** An attendance regime from a date on. */
export type AttendanceRegime = Omit<EventNamed<'AttendanceRegimeSet'>['data'], 'of' | 'order'>;

/** The regime in force on a day: the latest by its date, and of two for one date the later decision. */
export const regimeOn = (regimes: readonly AttendanceRegime[], day: PlainDate): AttendanceRegime | null =>
  regimes
    .filter(({ from }) => from <= day)
    .reduce<AttendanceRegime | null>(
      (latest, next) => (latest && latest.from > next.from ? latest : next),
      null,
    );

/** Folds `attendanceRegime-<group, stream or student>`. */
export const attendanceRegimes = defineFold<readonly AttendanceRegime[], 'attendanceRegime'>(
  'attendanceRegime',
  [],
  { AttendanceRegimeSet: (regimes, { data: { of: _, order: __, ...regime } }) => [...regimes, regime] },
);
