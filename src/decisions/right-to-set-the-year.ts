import type { Circumstances, Deciding } from './decision.ts';
import { rightNamedBy } from './right-named.ts';
import type { Right } from './rights.ts';

/** The right to set calendars, bells and regimes: administrators and deputies in 003, deputies alone in 004 (R-CAL-05, R-CAL-06). */
export const rightToSetTheYear = (circumstances: Circumstances): Deciding<Right> =>
  rightNamedBy(circumstances, 'calendar.set', 'academicCalendar.setBy');
