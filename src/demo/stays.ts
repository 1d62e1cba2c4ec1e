import { plusDays, type PlainDate } from '../policies/calendar.ts';
import type { DemoCalendar, Semester } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import type { DemoStudent } from './people.ts';

/** A change in somebody's studies: the day is the last one for a leaver, the first one for everybody else. */
export interface Move {
  readonly kind: 'arrives' | 'leaves' | 'transfers' | 'changesSubgroup';
  readonly student: DemoStudent;
  readonly on: PlainDate;
  /** The group they then belong to; `null` for a leaver. */
  readonly group: number | null;
}

/** Who belongs where, and when. */
export interface Stays {
  readonly moves: readonly Move[];
  /** The index of the group a student belongs to on a day. */
  groupOn(student: DemoStudent, date: PlainDate): number | null;
  subgroupOn(student: DemoStudent, date: PlainDate): 1 | 2;
}

/** Who moves in which semester, week and day; of the last places of the first two groups, so that the rest is quiet. */
const movesOf = (
  { studentsPerGroup: count }: DemoCollege,
  students: readonly DemoStudent[],
  { studyDay, finished, running }: DemoCalendar,
): readonly Move[] => {
  const move = (
    kind: Move['kind'],
    [group, place]: readonly [number, number],
    [semester, week]: readonly [Semester, number],
    to: number | null,
  ): readonly Move[] =>
    students
      .filter((student) => student.group === group && student.place === place)
      .map((student) => ({ kind, student, on: studyDay(plusDays(semester.from, week * 7 + 2)), group: to }));
  return [
    ...move('arrives', [1, count], [finished, 3], 1),
    ...move('transfers', [0, count - 2], [finished, 5], 1),
    ...move('leaves', [0, count - 1], [finished, 8], null),
    ...move('arrives', [0, count], [running, 2], 0),
    ...move('changesSubgroup', [0, count - 3], [running, 0], 0).map((changed) => ({
      ...changed,
      on: running.from,
    })),
    ...move('leaves', [1, count - 1], [running, 5], null),
  ];
};

/** Works out who belongs where. */
export const staysOf = (
  college: DemoCollege,
  students: readonly DemoStudent[],
  calendar: DemoCalendar,
): Stays => {
  const moves = movesOf(college, students, calendar);
  const byStudent = Map.groupBy(moves, ({ student }) => student.id);
  return {
    moves,
    groupOn: (student, date) => {
      let group: number | null = student.group;
      for (const move of byStudent.get(student.id) ?? []) {
        if (move.kind === 'arrives' && date < move.on) group = null;
        if (move.kind === 'transfers' && date >= move.on) group = move.group;
        if (move.kind === 'leaves' && date > move.on) group = null;
      }
      return group;
    },
    subgroupOn: (student, date) => {
      const changed = byStudent.get(student.id)?.find(({ kind }) => kind === 'changesSubgroup');
      if (!changed || date < changed.on) return student.subgroup;
      return student.subgroup === 1 ? 2 : 1;
    },
  };
};
