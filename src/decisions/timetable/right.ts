import type { Circumstances, Deciding } from '../decision.ts';
import type { Subject } from '../refusal.ts';
import { rightNamedBy } from '../right-named.ts';
import { rightTo, type Right } from '../rights.ts';

/** The right to make and change the timetable: of whom the regulation names; where it names nobody, of every role that has it (D-08). */
export const rightToSchedule = (circumstances: Circumstances, subject: Subject): Deciding<Right> =>
  circumstances.source === 'import'
    ? rightTo(circumstances, 'history.import', subject)
    : rightNamedBy(circumstances, 'lesson.schedule', 'timetable.producedBy', subject);

/** The right to cancel a lesson: of those who make the timetable, and of those who record substitutions (R-SCH-09). */
export function* rightToCancel(circumstances: Circumstances, subject: Subject): Deciding<Right> {
  const substituting = yield* rightTo(circumstances, 'substitution.assign', subject);
  return typeof substituting === 'string' ? substituting : yield* rightToSchedule(circumstances, subject);
}

/** The right to approve a timetable (R-SCH-05). */
export const rightToApprove = (circumstances: Circumstances): Deciding<Right> =>
  rightNamedBy(circumstances, 'timetable.approve', 'timetable.approvedBy', {});
