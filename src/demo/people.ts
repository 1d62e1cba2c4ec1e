import type { Faker } from '@faker-js/faker';
import { faker as russian } from '@faker-js/faker/locale/ru';
import { ROLES, type Role } from '../../events/role.ts';
import type { CommandNamed } from '../decisions/register.ts';
import { initialRegulation } from '../policies/regulation/regulation.ts';
import { StartFault } from '../start-fault.ts';
import type { DemoCollege } from './college.ts';
import { diceOf } from './dice.ts';
import { idOf } from './names.ts';
import { staffRoles } from './staff.ts';

/** The name of a student, in parts. */
type Name = Omit<CommandNamed<'RegisterStudent'>['data'], 'student'>;

/** Someone with an account. */
export interface DemoPerson {
  readonly account: string;
  readonly holder: CommandNamed<'OpenAccount'>['data']['holder'];
  /** Family name, first name, patronymic. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Whose own account it is, for a student. */
  readonly student: string | null;
  /** For whom a guardian answers. */
  readonly wards: readonly string[];
}

/** A student of the demo, and what fate has in store. */
export interface DemoStudent extends Name {
  readonly id: string;
  /** The index of the group they begin in, and their place in it. */
  readonly group: number;
  readonly place: number;
  readonly subgroup: 1 | 2;
  /** How good their work is, and how seldom they are absent without need: 0…1. */
  readonly ability: number;
  readonly diligence: number;
}

/** Everybody at a demo college; the same whatever the date is. */
export interface DemoPeople {
  readonly accounts: readonly DemoPerson[];
  readonly students: readonly DemoStudent[];
  /** The account of somebody by the key of `staff.ts`, such as `teacher 3`. */
  account(key: string): string;
}

/** Of every group this many of the first students have an account. */
const WITH_ACCOUNT = 2;

/** Each group begins with its students; one newcomer joins the first two groups later. */
const placesIn = ({ studentsPerGroup }: DemoCollege, group: number): number =>
  group < 2 ? studentsPerGroup + 1 : studentsPerGroup;

const nameBy = (faker: Faker): Name => {
  const sex = faker.person.sexType();
  return {
    familyName: faker.person.lastName(sex),
    givenName: faker.person.firstName(sex),
    patronymic: faker.person.middleName(sex),
  };
};

const fullName = ({ familyName, givenName, patronymic }: Name): string =>
  [familyName, givenName, patronymic].join(' ');

const studentsOf = (college: DemoCollege, faker: Faker): readonly DemoStudent[] =>
  college.groups.flatMap((_, group) =>
    Array.from({ length: placesIn(college, group) }, (__, place): DemoStudent => {
      const dice = diceOf(college.id, `character ${group}.${place}`);
      return {
        ...nameBy(faker),
        id: idOf(college.id, `student ${group}.${place}`),
        group,
        place,
        subgroup: place % 2 === 0 ? 1 : 2,
        ability: (dice.roll() + dice.roll()) / 2,
        diligence: Math.sqrt(dice.roll()),
      };
    }),
  );

/** The one student who is of age already, by group and place: a guardian answers for them still. */
export const isAdult = ({ group, place }: Pick<DemoStudent, 'group' | 'place'>): boolean =>
  group === 1 && place === 3;

/** Who answers for whom, by group and place: the first guardian for two children, the first child under two guardians. */
const GUARDIANS: readonly { readonly role: Role; readonly wards: readonly (readonly [number, number])[] }[] =
  [
    {
      role: 'legalGuardian',
      wards: [
        [0, 0],
        [1, 0],
      ],
    },
    { role: 'legalGuardian', wards: [[0, 0]] },
    { role: 'legalGuardian', wards: [[0, 4]] },
    { role: 'legalGuardian', wards: [[1, 3]] },
    { role: 'legalGuardian', wards: [[1, 5]] },
    { role: 'trustedPerson', wards: [] },
  ];

/** Invents everybody at a demo college. Pure: the same college gives the same people. */
export const demoPeople = (college: DemoCollege): DemoPeople => {
  const id = (name: string): string => idOf(college.id, name);
  russian.seed(Math.floor(diceOf(college.id, 'people').roll() * 2 ** 31));
  const students = studentsOf(college, russian);
  const nobody = { student: null, wards: [] };

  const staff = staffRoles(college).map(({ key, roles }): DemoPerson => {
    const name = fullName(nameBy(russian));
    return { ...nobody, account: id(key), holder: 'staff', name, roles };
  });
  const learners = students
    .filter(({ place }) => place < WITH_ACCOUNT)
    .map((student): DemoPerson => {
      const account = id(`account of student ${student.group}.${student.place}`);
      const name = fullName(student);
      return { account, holder: 'student', name, roles: ['student'], student: student.id, wards: [] };
    });
  const isKnown = (role: Role): boolean =>
    role !== 'trustedPerson' ||
    initialRegulation(college.regulation).value('userCategories.trustedPerson') === true;
  const guardians = GUARDIANS.filter(({ role }) => isKnown(role)).map(
    ({ role, wards }, index): DemoPerson => {
      const name = fullName(nameBy(russian));
      const children = wards.map(([group, place]) => id(`student ${group}.${place}`));
      const account = id(`guardian ${index + 1}`);
      return { account, holder: 'guardian', name, roles: [role], student: null, wards: children };
    },
  );
  return { students, accounts: [...staff, ...learners, ...guardians], account: id };
};

/** The roles that somebody has: all of the vocabulary, but for trusted persons where the regulation knows none. */
export const rolesAmong = ({ accounts }: DemoPeople): readonly Role[] =>
  ROLES.filter((role) => accounts.some(({ roles }) => roles.includes(role)));

/** The person who shows what a role can do. Throws `StartFault` where nobody has it. */
export const holderOf = ({ accounts }: DemoPeople, role: Role): DemoPerson => {
  const found = accounts.find(({ roles }) => roles.includes(role));
  if (!found) throw new StartFault(`Nobody at this demo college is ${role}.`);
  return found;
};

/** The account that shows what a role can do at a demo college, with the name of its holder. */
export const demoAccountFor = (college: DemoCollege, role: Role): DemoPerson =>
  holderOf(demoPeople(college), role);
