import { percentText } from './ratio.ts';

/** So many of so many, and the same in per cent with one place; `null` of none. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly percent: string | null;
}

/** The two figures that control rests on (000 §3.2.1 L41). */
export interface ParticipationShares {
  /** Of the teaching staff, who entered anything. */
  readonly staffAtWork: Share;
  /** Of the students, who has no mark at all. */
  readonly studentsWithoutMarks: Share;
}

/** The figures of all, and those of each group. */
export interface Participation extends ParticipationShares {
  readonly groups: readonly (ParticipationShares & { readonly group: string })[];
}

/** Somebody, and a group they belong to or teach. */
type InGroup<Who extends string> = Readonly<Record<Who, string>> & { readonly group: string | null };

/** Who was there, and who did something. */
export interface Participants {
  readonly enrolled: readonly InGroup<'student'>[];
  readonly marked: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  readonly loaded: readonly InGroup<'account'>[];
  readonly entered: readonly InGroup<'account'>[];
}

const share = (all: ReadonlySet<string>, counts: (one: string) => boolean): Share => {
  const count = [...all].filter(counts).length;
  return { count, of: all.size, percent: percentText(count, all.size) };
};

/**
 * Counts people once, however many groups or pages they have. In a group, only what was entered on its pages counts
 * for its teachers; a mark counts for a student wherever it was given.
 */
export const participationOf = ({
  enrolled,
  marked,
  staff,
  loaded,
  entered,
}: Participants): Participation => {
  const unmarked = (student: string): boolean => !marked.has(student);
  const students = Map.groupBy(enrolled, ({ group }) => group);
  const teachers = Map.groupBy(loaded, ({ group }) => group);
  const active = Map.groupBy(entered, ({ group }) => group);
  const atWork = new Set(entered.map(({ account }) => account));
  const groups = [...new Set([...students.keys(), ...teachers.keys()])].flatMap((group) => {
    if (group === null) return [];
    const here = new Set(active.get(group)?.map(({ account }) => account));
    const pupils = new Set(students.get(group)?.map(({ student }) => student));
    const staffHere = new Set(teachers.get(group)?.map(({ account }) => account));
    return [
      {
        group,
        staffAtWork: share(staffHere, (account) => here.has(account)),
        studentsWithoutMarks: share(pupils, unmarked),
      },
    ];
  });
  return {
    staffAtWork: share(staff, (account) => atWork.has(account)),
    studentsWithoutMarks: share(new Set(enrolled.map(({ student }) => student)), unmarked),
    groups: groups.toSorted((one, other) => (one.group < other.group ? -1 : 1)),
  };
};
