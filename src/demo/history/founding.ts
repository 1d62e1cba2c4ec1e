import { plusDays, type Instant } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { needsSecondPerson } from '../../policies/role-granting.ts';
import type { DemoPerson } from '../people.ts';
import type { Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';

const MINUTE_MS = 60_000;

/** Minutes after the founding: the first days of a college do not follow its working hours. */
const after = ({ calendar }: Plan, minutes: number): Instant =>
  new Date(Date.parse(calendar.founded) + minutes * MINUTE_MS).toISOString();

/** Roles are granted by the first administrator; the director confirms what needs a second person. */
const grantsOf = (plan: Plan, { account, roles, student }: DemoPerson): readonly Act[] =>
  roles
    .filter((role) => role !== 'trustedPerson')
    .flatMap((role, index) => {
      const grant = plan.id(`${role} of ${account}`);
      const order = student === null ? '№ 1-к (демо)' : null;
      const granted = { account, grant, role, student, order };
      return [
        act(after(plan, 20 + index), plan.id('administrator 1'), 'GrantRole', granted),
        ...(needsSecondPerson(role)
          ? [act(after(plan, 30 + index), plan.id('director'), 'ConfirmRoleGrant', { account, grant })]
          : []),
      ];
    });

const guardianshipOf = (plan: Plan, account: string, student: string): string =>
  plan.id(`guardianship ${account} ${student}`);

/** The first guardian hands the reading of one child's diary on to a trusted person. */
const delegations = (plan: Plan): readonly Act[] => {
  const guardian = plan.people.accounts.find(({ roles }) => roles.includes('legalGuardian'));
  const [student] = guardian?.wards ?? [];
  if (!guardian || student === undefined) return [];
  return plan.people.accounts
    .filter(({ roles }) => roles.includes('trustedPerson'))
    .map(({ account }) =>
      act(after(plan, 70), guardian.account, 'GrantGuardianDelegation', {
        account,
        delegation: plan.id(`delegation ${account}`),
        guardianship: guardianshipOf(plan, guardian.account, student),
        rights: ['diary.read', 'standing.read'],
      }),
    );
};

const accounts = (plan: Plan): readonly Act[] => {
  const by = plan.id('administrator 1');
  const { foundedOn } = plan.calendar;
  const others = plan.people.accounts.filter(({ account }) => account !== by);
  return others.flatMap((person) => [
    act(after(plan, 10), by, 'OpenAccount', {
      account: person.account,
      holder: person.holder,
      name: person.name,
      // A founding late in the evening goes on after midnight.
      from: person.holder === 'staff' ? foundedOn : null,
    }),
    ...grantsOf(plan, person),
    ...person.wards.map((student, index) =>
      act(after(plan, 60 + index), by, 'EstablishGuardianship', {
        account: person.account,
        guardianship: guardianshipOf(plan, person.account, student),
        student,
      }),
    ),
  ]);
};

const groups = (plan: Plan): readonly Act[] =>
  plan.college.groups.flatMap(({ name, year, semester }, group) => [
    act(after(plan, 12), plan.id('administrator 1'), 'FormGroup', {
      group: plan.id(`group ${group}`),
      name,
      year,
      semester,
    }),
    act(after(plan, 40), plan.id('deputy'), 'AssignCurator', {
      group: plan.id(`group ${group}`),
      account: plan.id(curatorOf(plan.college, group)),
      order: '№ 2-к (демо)',
    }),
  ]);

const students = (plan: Plan): readonly Act[] => {
  const by = plan.id('administrator 1');
  const { foundedOn } = plan.calendar;
  return plan.people.students.flatMap((student) => {
    const { id, familyName, givenName, patronymic } = student;
    const group = plan.stays.groupOn(student, foundedOn);
    if (group === null) return [];
    return [
      act(after(plan, 14), by, 'RegisterStudent', { student: id, familyName, givenName, patronymic }),
      act(after(plan, 16), by, 'EnrolStudent', {
        student: id,
        group: plan.id(`group ${group}`),
        from: foundedOn,
        formOfStudy: 'fullTime',
        individualCurriculum: null,
        order: { number: '3-с (демо)', date: foundedOn },
        journals: [],
      }),
    ];
  });
};

const units = (plan: Plan): readonly Act[] =>
  plan.college.units.map(({ code, title, kind }) =>
    act(after(plan, 42), plan.id('deputy'), 'RegisterCourseUnit', {
      courseUnit: plan.id(`unit ${code}`),
      code,
      title,
      kind,
    }),
  );

const periods = (plan: Plan): readonly Act[] =>
  [plan.finished, plan.running].map(({ period, from, until }) =>
    act(after(plan, 50), plan.id('administrator 1'), 'SetAttestationPeriod', {
      period,
      kind: 'semester',
      title: `Семестр ${from} … ${until}`,
      from,
      until,
    }),
  );

/** The first hours of a college: its founding, accounts and roles, groups, students, course units, periods. */
export const foundingActs = (plan: Plan): readonly Act[] => {
  const { college, people } = plan;
  const administrator = plan.id('administrator 1');
  const administratorName = people.accounts.find(({ account }) => account === administrator)?.name ?? '';
  const { name, zone, workingWeek, regulation } = college;
  return [
    act(after(plan, 0), administrator, 'FoundCollege', {
      name,
      zone,
      workingWeek,
      administrator,
      administratorName,
      regulation,
    }),
    ...accounts(plan),
    ...delegations(plan),
    ...groups(plan),
    ...students(plan),
    ...units(plan),
    ...periods(plan),
  ];
};

/** How long before a semester its pages are opened and its first lessons published. */
const OPENED_DAYS = 10;

/** The pages of both semesters with their teachers. */
export const openingActs = (plan: Plan): readonly Act[] =>
  [plan.finished, plan.running].flatMap((semester) => {
    const opening = plusDays(semester.from, -OPENED_DAYS);
    return semester.pages.flatMap((page) => [
      act(plan.calendar.at(opening, '09:00'), plan.id('deputy'), 'OpenJournal', {
        journal: page.id,
        group: plan.id(`group ${page.group}`),
        subgroup: page.subgroup === null ? null : `подгруппа ${page.subgroup}`,
        courseUnit: page.courseUnit,
        period: semester.period,
        scale: page.unit.scale,
        attestationForm: page.unit.attestationForm,
        students: page.subgroup === null ? null : plan.on(page, semester.from).map(({ id }) => id),
      }),
      act(plan.calendar.at(opening, '09:30'), plan.id('deputy'), 'AssignTeacher', {
        journal: page.id,
        account: page.teacher,
        from: semester.from,
        order: '№ 4-н (демо)',
      }),
    ]);
  });
