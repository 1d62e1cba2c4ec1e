import type { EventNamed } from '../../events/register.ts';
import { haveSameFields } from '../policies/same-fields.ts';
import { accept, read, refuse, type Circumstances, type Deciding } from './decision.ts';
import { attendanceRegimes } from './folds/attendance-regime.ts';
import { groups } from './folds/group.ts';
import { referenceData } from './folds/reference-data.ts';
import { students } from './folds/student.ts';
import { rightToSetTheYear } from './right-to-set-the-year.ts';
import { isRefused } from './rights.ts';

/** Sets when a group, a stream or one student is at the college. */
export type SetAttendanceRegime = EventNamed<'AttendanceRegimeSet'>['data'];

function* isThere({ college }: Circumstances, { kind, id }: SetAttendanceRegime['of']): Deciding<boolean> {
  if (kind === 'group') return (yield* read(groups, id)).formed;
  if (kind === 'stream') return (yield* read(referenceData, college)).streams.has(id);
  return (yield* read(students, id)).registered;
}

/** Sets a regime from a date on (R-CAL-03): a student's goes before the group's, the group's before its stream's. */
export function* setAttendanceRegime(circumstances: Circumstances, command: SetAttendanceRegime): Deciding {
  const right = yield* rightToSetTheYear(circumstances);
  if (isRefused(right)) return right;
  if (!(yield* isThere(circumstances, command.of))) return refuse('NOT_FOUND', {}, { what: command.of.kind });
  const { of, order: _, ...regime } = command;
  const standing = (yield* read(attendanceRegimes, of.id)).findLast(({ from }) => from === regime.from);
  if (standing && haveSameFields(standing, regime)) return accept(right, []);
  return accept(right, [
    { category: 'attendanceRegime', id: of.id, events: [{ type: 'AttendanceRegimeSet', data: command }] },
  ]);
}
