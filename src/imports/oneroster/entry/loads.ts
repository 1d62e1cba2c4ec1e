import { journals } from '../../../decisions/folds/journal.ts';
import type { Enrollment } from '../records/enrollment.ts';
import { booked, type Desk } from './desk.ts';
import type { ClassPage } from './pages.ts';

/** Puts a page into a teacher's load, or takes it out when the row says that the time is over. */
export async function enterTeacher(desk: Desk, page: ClassPage, row: Enrollment): Promise<void> {
  const { college, clerk, id, known, tally, today } = desk;
  const { journal, name } = page;
  const account = id('account', row.userSourcedId);
  const { teachers } = await college.stateOf(journals, journal);
  const isOver = row.endDate !== undefined && row.endDate < today;
  if (teachers.has(account) && isOver) {
    const released = await clerk.enter('ReleaseTeacher', { journal, account });
    booked(desk, ['enrollments', row], released, 'corrected', `the teacher keeps the page of ${name}`);
  } else if (teachers.has(account)) tally.count('enrollments', 'unchanged');
  else if (isOver || known.takenBack.has(`${journal}.${account}`)) tally.count('enrollments', 'empty');
  else {
    const data = { journal, account, from: row.beginDate ?? page.period.from, order: null };
    const assigned = await clerk.enter('AssignTeacher', data);
    booked(desk, ['enrollments', row], assigned, 'recorded', `the teacher did not get the page of ${name}`);
  }
}
