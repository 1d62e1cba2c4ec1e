import { earlier, type PlainDate } from '../policies/calendar.ts';
import { applying } from './applying.ts';
import { attestationCell } from './attestation-cell.ts';
import { accept, readAll, refuse, type Circumstances, type Deciding } from './decision.ts';
import { attestations } from './folds/attestation.ts';
import { staysOn } from './folds/group.ts';
import { isEnrolledOn, leaveOn, students } from './folds/student.ts';
import { unlockedPage, type Page } from './page.ts';
import { regulationOn } from './regulation.ts';
import { isRefused, rightToFillIn } from './rights.ts';

/** Completes the attestation sheet of a page. */
export interface CompleteAttestationSheet {
  readonly journal: string;
}

/** Who has to be attested: on the page and at the college on the period's last day, or today before it. */
function* studentsToAttest(page: Page, today: PlainDate): Deciding<readonly string[]> {
  const day = earlier(today, page.period.until);
  const listed = [...page.roster].filter(([, stays]) => staysOn(stays, day)).map(([student]) => student);
  const states = yield* readAll(students, listed);
  return listed.filter((_, index) => {
    const state = states[index];
    return state !== undefined && isEnrolledOn(state, day) && !leaveOn(state, day);
  });
}

/**
 * Completes the sheet once everybody has a result. Where the regulation locks on entry, the teacher's right to edit
 * the marks of this page ends here, and of this page alone (004 §4.5.1; T-22); elsewhere it locks nothing.
 */
export function* completeAttestationSheet(
  circumstances: Circumstances,
  { journal }: CompleteAttestationSheet,
): Deciding {
  const page = yield* unlockedPage(journal, { journal });
  if (isRefused(page)) return page;
  const subject = { journal, period: page.opened.period };
  const right = yield* rightToFillIn(circumstances, 'attestation.record', page, null, subject);
  if (isRefused(right)) return right;
  if (page.sheet) return refuse('ALREADY_DONE', subject, { completedOn: page.sheet.completedOn });

  const listed = yield* studentsToAttest(page, circumstances.today);
  const cells = listed.map((student) => attestationCell({ journal, student }));
  const states = yield* readAll(attestations, cells);
  const missing = states.filter(({ original }) => original === null).length;
  const regulation = yield* regulationOn(circumstances, page.period.until);
  const lock = regulation.rule('attestation.lockOnEntry');
  if (missing > 0) return refuse('SHEET_INCOMPLETE', subject, { missing, students: listed.length }, lock);

  const data = {
    journal,
    period: page.opened.period,
    students: listed.length,
    locks: regulation.value('attestation.lockOnEntry'),
  };
  const event = { type: 'AttestationSheetCompleted', data } as const;
  return accept(right, [{ category: 'journal', id: journal, events: [event] }], { rule: applying(lock) });
}
