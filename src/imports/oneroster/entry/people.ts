import { IN_FLIGHT, inForce, type Desk } from './desk.ts';
import { eachInFlight } from './in-flight.ts';
import { partsOf } from './parts.ts';
import { enterStaff } from './staff.ts';
import { namesOf } from './student-names.ts';
import { enterStudent, firstDays } from './students.ts';

/** Registers students and opens the accounts of staff; who is neither, such as a parent, is left out. */
export async function enterPeople(desk: Desk): Promise<void> {
  const { bundle, known, id, tally, onRow } = desk;
  const parts = partsOf(bundle);
  const isKnown = ({ sourcedId }: { readonly sourcedId: string }): boolean =>
    known.imported.has(`student-${id('student', sourcedId)}`) ||
    known.imported.has(`access-${id('account', sourcedId)}`);

  const standing = [...bundle.users.keys()]
    .map((sourcedId) => id('student', sourcedId))
    .filter((student) => known.imported.has(`student-${student}`));
  const names = await namesOf(desk.college, standing);
  const days = await firstDays(desk);
  await eachInFlight(inForce(desk, 'users', bundle.users, isKnown), IN_FLIGHT, async (row) => {
    const part = parts.get(row.sourcedId);
    if (part?.isStudent)
      await enterStudent(desk, row, names.get(id('student', row.sourcedId)), days.get(row.sourcedId));
    if (part?.isStaff) await enterStaff(desk, row, part);
    if (!part) {
      tally.count('users', 'empty');
      tally.noticeOnce('users', row, 'sourcedId', 'who is neither student nor staff is not taken over');
    }
    onRow();
  });
}
