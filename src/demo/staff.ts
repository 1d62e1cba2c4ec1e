import type { Role } from '../../events/role.ts';
import type { DemoCollege } from './college.ts';

/** A member of staff by a key that is unique within the college: `teacher 3`. */
export interface DemoStaff {
  readonly key: string;
  readonly roles: readonly Role[];
}

/** Those of whom a college has one. The first administrator comes with the founding. */
const SINGLE: readonly DemoStaff[] = [
  { key: 'administrator 1', roles: ['journalAdministrator'] },
  { key: 'administrator 2', roles: ['journalAdministrator'] },
  { key: 'observer', roles: ['journalAdministratorReadOnly'] },
  { key: 'director', roles: ['director'] },
  { key: 'deputy', roles: ['deputyDirector'] },
  { key: 'department head', roles: ['departmentHead'] },
  { key: 'office head', roles: ['academicOfficeHead'] },
  { key: 'office secretary', roles: ['academicOfficeSecretary'] },
  { key: 'personnel', roles: ['hrSpecialist'] },
  { key: 'methodologist', roles: ['methodologist'] },
  { key: 'scheduler', roles: ['scheduler'] },
  { key: 'substitutions', roles: ['substitutionOperator'] },
  { key: 'thesis supervisor', roles: ['thesisSupervisor'] },
  { key: 'practice supervisor', roles: ['practiceSupervisor'] },
  { key: 'technician', roles: ['technicalSpecialist'] },
  { key: 'inspector', roles: ['inspector'] },
  { key: 'auditor', roles: ['auditor'] },
];

/** Who teaches each course unit, by key: instructors for practices, teachers for the rest. */
export const teachersOf = ({ units }: DemoCollege): ReadonlyMap<string, readonly string[]> => {
  const counts = { teacher: 0, instructor: 0 };
  return new Map(
    units.map(({ code, kind, teachers }) => {
      const post = kind === 'practice' ? 'instructor' : 'teacher';
      return [code, Array.from({ length: teachers }, () => `${post} ${(counts[post] += 1)}`)];
    }),
  );
};

/** The curator of a group, by key; that of the last group also teaches. */
export const curatorOf = ({ groups }: DemoCollege, group: number): string =>
  group === groups.length - 1 ? 'teacher 2' : `curator ${group + 1}`;

/** All staff of a college, in the order in which they received their accounts. */
export const staffRoles = (college: DemoCollege): readonly DemoStaff[] => {
  const curators = college.groups.map((_, group) => curatorOf(college, group));
  const teaching = [...teachersOf(college).values()].flat().map((key): DemoStaff => {
    const role: Role = key.startsWith('instructor') ? 'practicalTrainingInstructor' : 'teacher';
    return { key, roles: curators.includes(key) ? [role, 'groupCurator'] : [role] };
  });
  return [
    ...SINGLE,
    ...teaching,
    { key: 'stand-in', roles: ['teacher', 'substituteTeacher'] },
    ...curators
      .filter((key) => key.startsWith('curator'))
      .map((key): DemoStaff => ({ key, roles: ['groupCurator'] })),
  ];
};
