import type { EventNamed } from '../../events/register.ts';
import type { Role } from '../../events/role.ts';
import { applying } from './applying.ts';
import { accept, read, refuse, type Circumstances, type Deciding, type Refused } from './decision.ts';
import { students } from './folds/student.ts';
import { openedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightAsCurator, rightTo, rightToFillIn } from './rights.ts';

/** Notes what was done so that a debt is cleared. */
export type RecordDebtMeasure = EventNamed<'DebtMeasureRecorded'>['data'] & { readonly note: string | null };

/** The administration for everybody, the curator for the own group, the teacher for the own page. */
function* rightToHelp(
  circumstances: Circumstances,
  page: Page,
  subject: { readonly journal: string; readonly student: string },
): Deciding<Role | Refused> {
  const everywhere = yield* rightTo(circumstances, 'debt.manage', subject);
  if (!isRefused(everywhere)) return everywhere;
  const asCurator = yield* rightAsCurator(circumstances, 'debt.help', page.opened.group, subject);
  if (!isRefused(asCurator)) return asCurator;
  const asTeacher = yield* rightToFillIn(circumstances, 'debt.help', page, null, subject);
  return isRefused(asTeacher) && asTeacher.refusal.code === 'NOT_PERMITTED' ? asCurator : asTeacher;
}

/** Records a measure against a debt that stands (R-PA-16). */
export function* recordDebtMeasure(circumstances: Circumstances, command: RecordDebtMeasure): Deciding {
  const { journal, student, measure, on, note } = command;
  const subject = { journal, student };
  const page = yield* openedPage(journal, subject);
  if (isRefused(page)) return page;
  const right = yield* rightToHelp(circumstances, page, subject);
  if (isRefused(right)) return right;
  const debt = (yield* read(students, student)).debts.get(journal);
  if (!debt) return refuse('NOT_RECORDED', subject, { what: 'academicDebt' });
  const { today } = circumstances;
  if (on < debt.since || on > today)
    return refuse('DATE_OUT_OF_RANGE', subject, { on, since: debt.since, today });

  const regulation = yield* regulationOn(circumstances, today);
  const sealed = note === null ? {} : { sealed: { note } };
  const event = { type: 'DebtMeasureRecorded', data: { student, journal, measure, on }, ...sealed } as const;
  return accept(right, [{ category: 'student', id: student, events: [event] }], {
    rule: applying(regulation.rule('debt.recorded')),
    occurredOn: on,
  });
}
