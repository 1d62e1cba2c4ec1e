import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let administrator: ApiClient;
let deputy: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  administrator = college.as('administrator');
  deputy = college.as('deputy');
});
afterAll(() => served.close());

const NAME = `query ($studentId: ID!, $on: LocalDate!) { studentNameOn(studentId: $studentId, on: $on) { familyName since } }`;
const nameOn = async (student: keyof College['students'], on: string) =>
  (await administrator.read(NAME, { studentId: college.students[student], on }))['studentNameOn'];

describe('a name', () => {
  it('T-33: is asked for as of a day: documents keep the one they were issued with', async () => {
    await deputy.do('renameStudent', {
      studentId: college.students.ivanova,
      familyName: 'Орлова',
      givenName: 'ivanova',
      on: '2026-11-10',
      order: { number: '13-с', date: '2026-11-09' },
    });
    expect(await nameOn('ivanova', '2026-11-09')).toMatchObject({ familyName: 'Фамилия-ivanova' });
    expect(await nameOn('ivanova', '2026-11-10')).toEqual({ familyName: 'Орлова', since: '2026-11-10' });
    const { studentNames } = await administrator.read(
      'query ($id: ID!) { studentNames(studentId: $id) { cause order { number } } }',
      { id: college.students.ivanova },
    );
    expect(studentNames).toEqual([
      { cause: 'REGISTERED', order: null },
      { cause: 'CHANGED', order: { number: '13-с' } },
    ]);
  });
});

describe('a request about a student', () => {
  const requests = async (client: ApiClient) =>
    (
      await client.read(`{ studentChangeRequests { id kind status familyName details answer
        student { familyName } group { name } requestedBy { name } } }`)
    )['studentChangeRequests'] as readonly { readonly id: string }[];
  const correction = () => ({
    kind: 'PERSONAL_DATA',
    studentId: college.students.petrov,
    name: { familyName: 'Петров', givenName: 'Пётр' },
    details: 'Опечатка в заявлении',
  });

  it('D-12: a curator may not correct here but ask, and the refusal names the clause', async () => {
    const { userErrors } = await college.as('curator').do('correctStudentData', {
      studentId: college.students.petrov,
      familyName: 'Петров',
      givenName: 'Пётр',
    });
    expect(userErrors).toMatchObject([{ code: 'NOT_PERMITTED', parameter: 'personalData.curatorMayEdit' }]);
  });

  it('R-PRM-02: goes from the curator to the administrator, who carries it out (R-PRM-03)', async () => {
    const { id } = await college.as('curator').do('requestStudentChange', correction());
    expect(await requests(administrator)).toMatchObject([
      {
        id,
        kind: 'PERSONAL_DATA',
        status: 'OPEN',
        details: 'Опечатка в заявлении',
        group: { name: 'ИС-11' },
      },
    ]);
    expect((await administrator.do('acceptStudentChange', { requestId: id })).accepted).toBe(true);
    expect(await requests(college.as('curator'))).toMatchObject([
      { status: 'ACCEPTED', student: { familyName: 'Петров' } },
    ]);
  });

  it('R-REF-06: of a guardian is seen by them and not by another', async () => {
    const { id } = await college
      .as('mother')
      .do('requestStudentChange', { ...correction(), studentId: college.students.ivanova });
    expect(await requests(college.as('mother'))).toMatchObject([{ id, status: 'OPEN' }]);
    expect(await requests(college.as('guardianOfTwo'))).toMatchObject([{ status: 'ACCEPTED' }]);
    expect(
      (await deputy.do('declineStudentChange', { requestId: id, reason: 'Нет документа' })).accepted,
    ).toBe(true);
    expect(await requests(college.as('mother'))).toMatchObject([
      { status: 'DECLINED', answer: 'Нет документа' },
    ]);
  });
});

describe('subgroups', () => {
  it('R-SUB-01: are divided jointly before the first lesson, and T-32 keeps them until the period ends', async () => {
    const [courseUnitId] = (
      await administrator.doAll('registerCourseUnit', [
        { code: 'ОГСЭ.03', title: 'Английский', kind: 'DISCIPLINE' },
      ])
    ).results.map(({ id }) => id);
    const page = {
      groupId: college.groups.first,
      courseUnitId,
      periodId: college.period,
      scale: 'FIVE_POINT',
      attestationForm: 'CREDIT',
      studentIds: [],
    };
    const pages: string[] = [];
    for (const [subgroup, teacher] of [
      ['первая', 'teacher'],
      ['вторая', 'colleague'],
    ] as const) {
      const id = (await administrator.do('openJournal', { ...page, subgroup })).id ?? '';
      await administrator.do('assignTeacher', {
        journalId: id,
        accountId: college.accounts[teacher],
        from: '2026-09-01',
      });
      pages.push(id);
    }
    const [one = '', two = ''] = pages;
    const { ivanova, petrov, sidorov } = college.students;
    const { id: divisionId } = await college.as('curator').do('proposeSubgroups', {
      groupId: college.groups.first,
      parts: [
        { journalId: one, studentIds: [ivanova] },
        { journalId: two, studentIds: [petrov, sidorov] },
      ],
    });
    expect((await college.as('teacher').do('agreeToSubgroups', { divisionId })).accepted).toBe(true);
    const last = await college.as('colleague').do('agreeToSubgroups', { divisionId });
    expect(last.events.map(({ kind }) => kind)).toContain('SUBGROUP_ASSIGNED');
    const { subgroupDivisions } = await college
      .as('colleague')
      .read(
        'query ($id: ID!) { subgroupDivisions(groupId: $id) { assignedFrom parts { studentIds } agreed { name } } }',
        { id: college.groups.first },
      );
    expect(subgroupDivisions).toMatchObject([
      { assignedFrom: '2026-09-01', parts: [{ studentIds: [ivanova] }, { studentIds: [petrov, sidorov] }] },
    ]);
    const { userErrors } = await administrator.do('extendRoster', {
      journalId: one,
      studentIds: [petrov],
      from: '2026-11-20',
    });
    expect(userErrors).toMatchObject([
      { code: 'TRANSFER_IN_MID_PERIOD', parameter: 'transfer.betweenGroups', clause: '003 §3.3 L82; D-22' },
    ]);
  });
});
