import type { PlainDate } from '../policies/calendar.ts';
import { plusDays } from '../policies/calendar.ts';
import type { Semester } from './calendar.ts';
import type { DemoCollege } from './college.ts';
import { idOf } from './names.ts';
import { teachersOf } from './staff.ts';
import type { DemoUnit } from './units.ts';

/** A page of the demo: one group, or half of it, in one course unit and one semester. */
export interface DemoPage {
  readonly id: string;
  readonly semester: Semester['key'];
  /** The index of the group. */
  readonly group: number;
  readonly subgroup: 1 | 2 | null;
  readonly unit: DemoUnit;
  readonly courseUnit: string;
  /** The account of the teacher at first, and of the one who takes over. */
  readonly teacher: string;
  readonly takeover: { readonly teacher: string; readonly on: PlainDate } | null;
}

/** Who has the page in the load on a day. */
export const teacherOn = ({ teacher, takeover }: DemoPage, date: PlainDate): string =>
  takeover !== null && date >= takeover.on ? takeover.teacher : teacher;

/** The week in which the last page of the running semester gets another teacher. */
const TAKEOVER_WEEK = 4;

/** The year of study a group is in during a semester. */
const yearIn = ({ groups, promotion }: DemoCollege, group: number, semester: Semester['key']): number =>
  (groups[group]?.year ?? 0) + (semester === 'running' && promotion === 'year' ? 1 : 0);

/** The pages of a semester: every group in every course unit of its year. */
export const pagesOf = (college: DemoCollege, semester: Semester): readonly DemoPage[] => {
  const id = (name: string): string => idOf(college.id, name);
  const teachers = teachersOf(college);
  const pages = college.groups.flatMap((_, group) =>
    college.units
      .filter(({ years }) => years.includes(yearIn(college, group, semester.key)))
      .flatMap((unit) =>
        (unit.inSubgroups ? ([1, 2] as const) : [null]).map((subgroup): DemoPage => {
          const posts = teachers.get(unit.code) ?? [];
          const teacher = posts[(group + (subgroup ?? 0)) % posts.length] ?? '';
          return {
            id: id(`page ${semester.key} ${group}.${subgroup ?? 0} ${unit.code}`),
            semester: semester.key,
            group,
            subgroup,
            unit,
            courseUnit: id(`unit ${unit.code}`),
            teacher: id(teacher),
            takeover: null,
          };
        }),
      ),
  );
  if (semester.key === 'finished') return pages;
  const takeover = { teacher: id('stand-in'), on: plusDays(semester.from, TAKEOVER_WEEK * 7) };
  return pages.map((page, index) => (index === pages.length - 1 ? { ...page, takeover } : page));
};
