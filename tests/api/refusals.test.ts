import type { Variables } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { change, programme, unitOfAlgebra } from '../support/programme-inputs.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* What people get wrong: each is answered with its code and facts, in both languages, and changes nothing. */
const TRAIL = '{ auditTrail(first: 2) { nodes { position kind } } }';

interface Mistake {
  readonly by: Person;
  readonly command: string;
  readonly input: (college: College) => Variables;
  readonly code: string;
  readonly facts: readonly string[];
  readonly ru: string;
}

const clash: Mistake = {
  by: 'administrator',
  command: 'scheduleLesson',
  input: ({ journals }) => ({
    journalId: journals.algebra,
    date: '2026-11-21',
    startsAt: '09:00',
    deliveryForm: 'IN_PERSON',
  }),
  code: 'TIMETABLE_CLASH',
  facts: ['resource', 'withLesson', 'withJournal', 'date', 'startsAt', 'endsAt'],
  ru: 'В это время группа, преподаватель или кабинет заняты другим занятием.',
};

const mistakes: Readonly<Record<string, Mistake>> = {
  'R-SCH-01: a clash in the timetable': clash,
  'R-CAL-02: an impossible date': {
    by: 'administrator',
    command: 'setAttestationPeriod',
    input: () => ({ kind: 'SEMESTER', title: '2 семестр', from: '2027-02-01', until: '2027-01-31' }),
    code: 'DATE_OUT_OF_RANGE',
    facts: ['from', 'until'],
    ru: 'Дата не подходит.',
  },
  'R-ROLE-07, T-37: a person who is not on the staff list': {
    by: 'administrator',
    command: 'grantRole',
    input: ({ accounts }) => ({ accountId: accounts.departmentHead, role: 'TEACHER', order: '9-к' }),
    code: 'NOT_ON_STAFF_LIST',
    facts: ['role'],
    ru: 'В этот день этого человека нет в списке сотрудников.',
  },
  'T-29: a student of another group': {
    by: 'teacher',
    command: 'recordMark',
    input: ({ journals, lessons, students }) => ({
      journalId: journals.algebra,
      lessonId: lessons.old,
      studentId: students.petrova,
      workType: 'LESSON_WORK',
      value: '5',
    }),
    code: 'NOT_ON_ROSTER',
    facts: ['day'],
    ru: 'В этот день обучающегося нет в списке страницы.',
  },
  'R-PRM-04, T-32: a transfer in mid-period': {
    by: 'administrator',
    command: 'transferStudent',
    input: ({ students, groups }) => ({
      studentId: students.petrov,
      toGroupId: groups.second,
      on: '2026-11-20',
      order: { number: '5-с', date: '2026-11-19' },
    }),
    code: 'TRANSFER_IN_MID_PERIOD',
    facts: ['on'],
    ru: 'Состав подгрупп и групп меняется только по окончании учебного периода.',
  },
  'R-ROLE-07: a grant to oneself': {
    by: 'administrator',
    command: 'grantRole',
    input: ({ accounts }) => ({ accountId: accounts.administrator, role: 'TEACHER', order: '9-к' }),
    code: 'OWN_RIGHTS',
    facts: ['role'],
    ru: 'Свои права никто не меняет сам: это делает коллега.',
  },
  'R-ROLE-10, T-38: a delegation wider than one’s own rights': {
    by: 'mother',
    command: 'grantGuardianDelegation',
    input: ({ accounts, guardianships }) => ({
      accountId: accounts.father,
      guardianshipId: guardianships[0],
      rights: ['MARK_RECORD'],
    }),
    code: 'WIDER_THAN_OWN_RIGHTS',
    facts: [],
    ru: 'Нельзя передать больше прав, чем есть у самого.',
  },
  'R-REF-13: hours that do not add up': {
    by: 'teacher',
    command: 'adoptThematicPlan',
    input: ({ journals }) => ({
      journalId: journals.algebra,
      topics: [{ topic: 'Корни', hours: 4, workTypes: ['LESSON_WORK'], plannedOn: '2026-11-16' }],
    }),
    code: 'HOURS_DO_NOT_ADD_UP',
    facts: ['planned', 'wanted', 'difference'],
    ru: 'Часы не сходятся.',
  },
};

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const office = college.as('administrator');
  const left = { accountId: college.accounts.departmentHead, until: '2026-11-19', reason: 'По собственному' };
  await office.do('recordDeparture', left);
  await change(office, 'thematicPlan.hoursMustEqual', { with: ['curriculum'], difference: 'refused' });
  await change(office, 'transfer.betweenGroups', {
    by: ['journalAdministrator'],
    groupMove: 'periodEnd',
    subgroupMove: 'periodEnd',
    curatorNotifies: false,
  });
  const { id: curriculumId } = await office.do('adoptCurriculum', programme(await unitOfAlgebra(office)));
  await office.do('assignCurriculum', { groupId: college.groups.first, curriculumId, from: '2026-09-01' });
});
afterAll(() => served.close());

const trail = async (): Promise<readonly { readonly position: string; readonly kind: string }[]> => {
  const { auditTrail } = await college.as('administrator').read(TRAIL);
  return (auditTrail as { readonly nodes: readonly { readonly position: string; readonly kind: string }[] })
    .nodes;
};

describe('what people get wrong', () => {
  it.each(Object.keys(mistakes))(
    '%s is refused with its facts, in two languages, as was said before it was tried, and changes nothing',
    async (name) => {
      const { by, command, input, code, facts, ru } = mistakes[name] ?? clash;
      const [before] = await trail();
      const considered = await college.as(by).consider(command, input(college));
      expect((await trail())[0]).toEqual(before);
      const { accepted, events, userErrors } = await college.as(by).do(command, input(college));
      expect({ accepted, events }).toEqual({ accepted: false, events: [] });
      expect(userErrors.map((error) => error.code)).toEqual([code]);
      expect(considered).toEqual({ allowed: false, asksForStepUp: false, userErrors });
      expect(userErrors[0]?.facts.map((fact) => fact.name)).toEqual(expect.arrayContaining([...facts]));
      expect(userErrors[0]?.message).toMatch(/^[A-Z][^\u0400-\u04ff]+\.$/u);
      const [newest, earlier] = await trail();
      expect(newest?.kind).toBe('ATTEMPT_REFUSED');
      expect(earlier).toEqual(before);
      const { data } = await college.as(by).query(
        `mutation ($id: UUID!, $input: ${command.charAt(0).toUpperCase()}${command.slice(1)}Input!) {
        ${command}(commandId: $id, input: $input) { userErrors { message } } }`,
        { id: crypto.randomUUID(), input: input(college) },
        'ru',
      );
      expect((data?.[command] as { readonly userErrors: readonly unknown[] }).userErrors).toEqual([
        { message: ru },
      ]);
    },
  );
});
