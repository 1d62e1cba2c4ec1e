import { plusDays, type Instant } from '../../policies/calendar.ts';
import { act, type Act } from '../act.ts';
import { isAdult, type DemoStudent } from '../people.ts';
import { dayIn, type Plan } from '../plan.ts';
import { curatorOf } from '../staff.ts';

const MINUTE_MS = 60_000;

const after = ({ calendar }: Plan, minutes: number): Instant =>
  new Date(Date.parse(calendar.founded) + minutes * MINUTE_MS).toISOString();

const [YEAR_DAYS, MINOR_YEARS, ADULT_YEARS] = [365, 16, 19];

/** Students are sixteen when the college is founded, but for one whose guardian answers for an adult. */
const bornOn = (plan: Plan, student: DemoStudent): string => {
  const years = isAdult(student) ? ADULT_YEARS : MINOR_YEARS;
  return plusDays(plan.calendar.foundedOn, -years * YEAR_DAYS - student.place);
};

const births = (plan: Plan): readonly Act[] =>
  plan.people.students
    .filter((student) => plan.stays.groupOn(student, plan.calendar.foundedOn) !== null)
    .map((student) =>
      act(after(plan, 18), plan.id('administrator 1'), 'RecordBirthDate', {
        student: student.id,
        birthDate: bornOn(plan, student),
      }),
    );

/** Positions are given beside the roles: what somebody is, and what they may do (T-36). */
const positions = (plan: Plan): readonly Act[] =>
  (
    [
      ['director', 'Директор', null],
      ['deputy', 'Заместитель директора по учебной работе', 'academic'],
      ['department head', 'Заведующий отделением', null],
      ['methodologist', 'Методист', null],
    ] as const
  ).map(([key, title, portfolio]) =>
    act(after(plan, 52), plan.id('administrator 1'), 'AssignPosition', {
      account: plan.id(key),
      position: plan.id(`position of ${key}`),
      title,
      department: null,
      portfolio,
      from: plan.calendar.foundedOn,
      order: '№ 1-к (демо)',
    }),
  );

const guardians = ({ people }: Plan) =>
  people.accounts.filter(({ roles }) => roles.includes('legalGuardian'));

const contacts = (plan: Plan): readonly Act[] =>
  guardians(plan).map(({ account }, index) =>
    act(after(plan, 62), plan.id('administrator 1'), 'RecordContacts', {
      account,
      email: `guardian${index + 1}@example.org`,
      phone: `+7 900 000-00-0${index + 1}`,
    }),
  );

/** In the first days curators tell their groups and the guardians how to register (R-ACC-10). */
const briefings = (plan: Plan): readonly Act[] => {
  const on = dayIn(plan, plan.finished, 0, 2);
  return plan.college.groups.flatMap((_, group) =>
    (['students', 'guardians'] as const).map((audience, index) =>
      act(plan.calendar.at(on, `16:1${index}`), plan.id(curatorOf(plan.college, group)), 'BriefGroup', {
        group: plan.id(`group ${group}`),
        on,
        audience,
      }),
    ),
  );
};

/** A secretary who worked for some weeks: role and position end with the last day. */
const departure = (plan: Plan): readonly Act[] => {
  const account = plan.id('former secretary');
  const by = plan.id('administrator 1');
  const left = dayIn(plan, plan.finished, 6, 4);
  const name = 'Соколова Нина Петровна';
  const person = { account, holder: 'staff', name, from: plan.calendar.foundedOn } as const;
  return [
    act(after(plan, 11), by, 'OpenAccount', person),
    act(after(plan, 21), by, 'GrantRole', {
      account,
      grant: plan.id('academicOfficeSecretary of the former secretary'),
      role: 'academicOfficeSecretary',
      student: null,
      order: '№ 1-к (демо)',
    }),
    act(after(plan, 53), by, 'AssignPosition', {
      account,
      position: plan.id('position of the former secretary'),
      title: 'Секретарь учебной части',
      department: null,
      portfolio: null,
      from: plan.calendar.foundedOn,
      order: '№ 1-к (демо)',
    }),
    act(plan.calendar.at(left, '15:05'), by, 'RecordDeparture', {
      account,
      until: left,
      order: '№ 8-к (демо)',
      reason: 'По собственному желанию',
    }),
  ];
};

/** One administrator may propose a second auditor; the director says no. */
const declined = (plan: Plan): readonly Act[] => {
  const [account, grant] = [plan.id('methodologist'), plan.id('auditor of the methodologist')];
  const proposed = { account, grant, role: 'auditor', student: null, order: null } as const;
  const at = (time: string): Instant => plan.calendar.at(dayIn(plan, plan.running, 2, 0), time);
  return [
    act(at('12:20'), plan.id('administrator 1'), 'GrantRole', proposed),
    act(at('14:20'), plan.id('director'), 'DeclineRoleGrant', {
      account,
      grant,
      reason: 'Методист ведёт журнал и сам себя не проверяет',
    }),
  ];
};

/** A guardian who for a while wanted paper only, and one who lent the reading of a diary for some days. */
const wishes = (plan: Plan): readonly Act[] => {
  const [first, second, third] = guardians(plan);
  const ward = first?.wards[1];
  if (!first || !second || !third || ward === undefined) return [];
  const on = dayIn(plan, plan.finished, 1, 1);
  const back = dayIn(plan, plan.finished, 5, 1);
  const by = plan.id(curatorOf(plan.college, 0));
  const delegation = plan.id('delegation for some days');
  const isKnown = plan.regulation.value('userCategories.trustedPerson') === true;
  const ended = act(plan.calendar.at(back, '19:10'), first.account, 'RevokeGuardianDelegation', {
    account: third.account,
    delegation,
  });
  return [
    act(plan.calendar.at(on, '16:40'), by, 'DeclineElectronicAccess', {
      account: second.account,
      on,
      statement: 'вх. № 17 (демо)',
    }),
    act(plan.calendar.at(back, '16:40'), by, 'ResumeElectronicAccess', { account: second.account, on: back }),
    act(
      plan.calendar.at(on, '19:10'),
      first.account,
      'GrantGuardianDelegation',
      {
        account: third.account,
        delegation,
        guardianship: plan.id(`guardianship ${first.account} ${ward}`),
        rights: ['diary.read'],
      },
      { expects: isKnown ? null : 'NOT_PERMITTED' },
    ),
    ...(isKnown ? [ended] : []),
  ];
};

/** Who the people of a college are beside their roles: positions, contacts, birth dates, departures, delegations. */
export const peopleActs = (plan: Plan): readonly Act[] => [
  ...births(plan),
  ...positions(plan),
  ...contacts(plan),
  ...briefings(plan),
  ...departure(plan),
  ...declined(plan),
  ...wishes(plan),
];
