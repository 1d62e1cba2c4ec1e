import type { PlainDate } from '../policies/calendar.ts';
import { accept, read, readAll, refuse, type Circumstances, type Deciding, type Write } from './decision.ts';
import { obstacleTo } from './departure.ts';
import { graduatedOn, groups, membersOn } from './folds/group.ts';
import { students, type StudentState } from './folds/student.ts';
import { orderBehind, type Order } from './order.ts';
import { isRefused, rightTo } from './rights.ts';

/** Lets a whole group graduate; the day is the last one. */
export interface GraduateGroup {
  readonly group: string;
  /** The semester the group is thought to be in: no other group graduates by a slip. */
  readonly fromSemester: number;
  readonly on: PlainDate;
  readonly order: Order | null;
}

/** What a graduation of the group does to one student, and why not. */
export interface StudentGraduation {
  readonly student: string;
  readonly outcome: 'graduates' | 'onLeave' | 'indebted';
  /** The journals in which a debt stands. */
  readonly debts: readonly string[];
}

/** Everyone graduates but who is on leave or in debt: they stay enrolled, and graduate later one by one. */
export const graduations = (
  members: readonly string[],
  states: readonly StudentState[],
  on: PlainDate,
): readonly StudentGraduation[] =>
  members.flatMap((student, index) => {
    const state = states[index];
    if (!state) return [];
    const obstacle = obstacleTo(state, on);
    const outcome =
      obstacle === null ? 'graduates' : obstacle.code === 'ON_ACADEMIC_LEAVE' ? 'onLeave' : 'indebted';
    return [{ student, outcome, debts: [...state.debts.keys()] }];
  });

/** Ends the educational relationship of all who completed the programme, in one append (R-PRM-06). */
export function* graduateGroup(circumstances: Circumstances, command: GraduateGroup): Deciding {
  const { group, fromSemester, on, order } = command;
  const right = yield* rightTo(circumstances, 'group.promote');
  if (isRefused(right)) return right;
  const state = yield* read(groups, group);
  if (!state.formed) return refuse('NOT_FOUND', {}, { what: 'group' });
  const before = graduatedOn(state);
  if (before !== null) return refuse('ALREADY_DONE', {}, { state: 'graduated', on: before });
  if (state.semester !== fromSemester)
    return refuse('REVISION_CONFLICT', {}, { expected: fromSemester, semester: state.semester });
  const unordered = orderBehind(circumstances, order, {});
  if (unordered) return unordered;

  const members = membersOn(state, on);
  const all = graduations(members, yield* readAll(students, members), on);
  const graduates = all.filter(({ outcome }) => outcome === 'graduates').map(({ student }) => student);
  const leaving = graduates.map((student): Write => ({
    category: 'student',
    id: student,
    events: [{ type: 'StudentGraduated', data: { student, group, on, order } }],
  }));
  const left = graduates.map((student) => ({
    type: 'GroupLeft' as const,
    data: { group, student, until: on },
  }));
  const graduated = {
    type: 'GroupGraduated' as const,
    data: { group, on, students: graduates, leftOut: all.length - graduates.length, order },
  };
  return accept(right, [{ category: 'group', id: group, events: [graduated, ...left] }, ...leaving], {
    occurredOn: on,
  });
}
