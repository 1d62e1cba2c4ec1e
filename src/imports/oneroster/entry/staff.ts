import { accesses, isOnStaff, rolesOn } from '../../../decisions/folds/access.ts';
import type { User } from '../records/user.ts';
import { booked, type Desk } from './desk.ts';
import { labelOf } from './label.ts';
import type { Part } from './parts.ts';

/** Opens the account of a member of staff; one who teaches becomes a teacher, and nobody an administrator. */
export async function enterStaff(desk: Desk, row: User, { teaches, administers }: Part): Promise<void> {
  const { college, clerk, id, known, tally, today } = desk;
  const account = id('account', row.sourcedId);
  const state = await college.stateOf(accesses, account);
  if (state.holder === null) {
    const name = labelOf(`${row.familyName} ${row.givenName} ${row.middleName ?? ''}`, row.sourcedId);
    const opened = await clerk.enter('OpenAccount', { account, holder: 'staff', name });
    if (!booked(desk, ['users', row], opened, 'recorded', 'the account was not opened')) return;
  } else tally.count('users', 'unchanged');

  if (administers) {
    const message = 'an import makes nobody an administrator of the journal: grant the role by hand';
    tally.noticeOnce('users', row, 'role', message);
  }
  // A role that was taken back stays so: no import gives it again.
  const hasGone = state.holder !== null && !isOnStaff(state, today);
  if (
    !teaches ||
    hasGone ||
    rolesOn(state, today).has('teacher') ||
    known.takenBack.has(`${account}.teacher`)
  )
    return;
  const { refusal } = await clerk.enter('GrantRole', {
    account,
    grant: id('roleGrant', row.sourcedId),
    role: 'teacher',
    student: null,
    order: null,
  });
  if (refusal) tally.refused('users', row, refusal, 'the role of a teacher was not granted');
}
