import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { confirmRoles } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage } from '../support/year-pages.ts';

/* Regulation 003, ЭПОС.СПО, Berezniki: its users, who gives them their rights, and how they come and go. */
let served: ServedHouse;
let college: RegulatedCollege;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '003');
});
afterAll(() => served.close());

const order = '№ 201 от 26.08.2024';
const newcomer = async (holder: 'STAFF' | 'GUARDIAN'): Promise<string | null> =>
  (await entered(college, 'administrator', 'openAccount', { holder, name: 'Новиков Пётр' })).id;

describe('003 in August: who works with the journal', () => {
  it('R-ROLE-07 (003 §3.1 L43-44): a deputy makes somebody of the staff a teacher', async () => {
    const accountId = await newcomer('STAFF');
    const role = { accountId, role: 'TEACHER', order };
    expect(await forbidden(college, 'departmentHead', 'grantRole', role)).toBe('FORBIDDEN');
    expect((await entered(college, 'deputy', 'grantRole', role)).id).not.toBeNull();
  });

  it('R-ROLE-06, T-37 (003 §3.1 L41-44): and nobody who is not on the staff list', async () => {
    const role = { accountId: college.accounts.mother, role: 'SUBSTITUTION_OPERATOR', order };
    expect(await refused(college, 'deputy', 'grantRole', role)).toMatchObject({ code: 'NOT_ON_STAFF_LIST' });
    expect(await refused(college, 'administrator', 'grantRole', role)).toMatchObject({
      code: 'NOT_ON_STAFF_LIST',
    });
  });

  it('R-ROLE-01 (003 §1.5): instructors and trusted persons are users of the journal', async () => {
    const accountId = await newcomer('STAFF');
    const instructor = { accountId, role: 'PRACTICAL_TRAINING_INSTRUCTOR', order };
    expect((await entered(college, 'administrator', 'grantRole', instructor)).id).not.toBeNull();
    const { viewer } = await college.as('mother').read('{ viewer { can } }');
    expect(viewer).toMatchObject({ can: expect.arrayContaining(['GUARDIANSHIP_DELEGATE']) as unknown });
  });

  it('R-ROLE-05, T-36 (003 §3.1 L39-40): a unit head may become an administrator in view-only mode, by two', async () => {
    const { departmentHead: accountId } = college.accounts;
    const role = { accountId, role: 'JOURNAL_ADMINISTRATOR_READ_ONLY', order };
    await entered(college, 'administrator', 'grantRole', role);
    await confirmRoles(college.as('director'));
    const { accountRecord } = await college
      .as('auditor')
      .read('query ($id: ID!) { accountRecord(accountId: $id) { grants { role order } } }', {
        id: accountId,
      });
    expect(accountRecord).toMatchObject({
      grants: [{ role: 'JOURNAL_ADMINISTRATOR_READ_ONLY', order }, { role: 'DEPARTMENT_HEAD' }],
    });
  });
});

describe('003 in the first week', () => {
  it('R-ACC-10, D-17 (003 §3.2 L74-75): students and guardians are briefed in it; a day later is late', async () => {
    const rule = { parameter: 'onboarding.deadline', clause: '003 §3.2 L74-75', deadline: '2024-09-07' };
    college.at('2024-09-08');
    const students = { groupId: college.group, audience: 'STUDENTS', on: '2024-09-07' };
    expect(await entered(college, 'curator', 'briefGroup', students)).toMatchObject({ late: false, rule });
    const guardians = { ...students, audience: 'GUARDIANS', on: '2024-09-08' };
    expect(await entered(college, 'curator', 'briefGroup', guardians)).toMatchObject({ late: true, rule });
  });

  it('R-ACC-09 (003 §3.2 L76): the curator sees who has given neither e-mail nor telephone', async () => {
    const contacts = {
      accountId: college.accounts.mother,
      email: 'mother@example.com',
      phone: '+79001112233',
    };
    await entered(college, 'curator', 'recordContacts', contacts);
    const { registration } = await college
      .as('curator')
      .read('query ($id: ID!) { registration(groupId: $id) { registrants { accountId missing } } }', {
        id: college.group,
      });
    expect((registration as { readonly registrants: readonly unknown[] }).registrants).toEqual(
      expect.arrayContaining([
        { accountId: college.accounts.anna, missing: ['EMAIL', 'MOBILE_PHONE'] },
        { accountId: college.accounts.mother, missing: [] },
      ]),
    );
  });
});

describe('003 during the year: who comes and goes', () => {
  const movement = { number: '12-с', date: '2024-09-09' };
  const subgroups = async () => {
    const { courseUnit, period } = await openPage(college);
    const page = { courseUnitId: courseUnit, groupId: college.group, periodId: period };
    const { anna, boris, vera } = college.students;
    const open = async (subgroup: string, studentIds: readonly string[]) => {
      const terms = { ...page, subgroup, studentIds, scale: 'FIVE_POINT', attestationForm: 'CREDIT' };
      const { id } = await entered(college, 'administrator', 'openJournal', terms);
      const load = { journalId: id, accountId: college.accounts.teacher, from: '2024-09-01' };
      await entered(college, 'administrator', 'assignTeacher', load);
      return id ?? '';
    };
    return { first: await open('первая', [anna]), second: await open('вторая', [boris, vera]) };
  };

  it('R-ROLE-10, T-38 (003 §3.1 L48): a guardian hands on what is the own right, and no more', async () => {
    college.at('2024-09-09');
    const accountId = await newcomer('GUARDIAN');
    const OWN = '{ viewer { guardianships { id studentId delegations { id accountId rights } } } }';
    const { anna: studentId } = college.students;
    const id = college.guardianship;
    const none = { viewer: { guardianships: [{ id, studentId, delegations: [] }] } };
    expect(await college.as('mother').read(OWN)).toEqual(none);
    const delegation = { accountId, guardianshipId: id };
    const wider = { ...delegation, rights: ['MARK_RECORD'] };
    expect(await refused(college, 'mother', 'grantGuardianDelegation', wider)).toMatchObject({
      code: 'WIDER_THAN_OWN_RIGHTS',
    });
    const rights = ['DIARY_READ'];
    const granted = await entered(college, 'mother', 'grantGuardianDelegation', { ...delegation, rights });
    expect(await college.as('mother').read(OWN)).toEqual({
      viewer: { guardianships: [{ id, studentId, delegations: [{ id: granted.id, accountId, rights }] }] },
    });
    const taken = { accountId, delegationId: granted.id };
    await entered(college, 'mother', 'revokeGuardianDelegation', taken);
    expect(await college.as('mother').read(OWN)).toEqual(none);
    expect(await college.as('teacher').read(OWN)).toEqual({ viewer: { guardianships: [] } });
  });

  it('R-SUB-03, T-32, D-22 (003 §3.3 L82): a subgroup keeps its students until the period ends', async () => {
    const { first, second } = await subgroups();
    const lesson = await lessonOn(college, 'administrator', second, '2024-09-10');
    college.at('2024-09-10');
    await hold(college, lesson);
    college.at('2024-09-11');
    const { boris } = college.students;
    const refusal = {
      code: 'TRANSFER_IN_MID_PERIOD',
      parameter: 'transfer.betweenGroups',
      clause: '003 §3.3 L82; D-22',
      facts: { from: '2024-09-01', until: '2024-12-28' },
    };
    const leaving = { journalId: second, studentId: boris, until: '2024-09-10' };
    expect(await refused(college, 'administrator', 'endRosterEntry', leaving)).toMatchObject(refusal);
    const joining = { journalId: first, studentIds: [boris], from: '2024-09-11' };
    expect(await refused(college, 'administrator', 'extendRoster', joining)).toMatchObject(refusal);
  });

  it('R-PRM-03, D-22 (003 §3.3 L82): the administration moves a student to another group on any day, by an order', async () => {
    const { id: toGroupId } = await entered(college, 'administrator', 'formGroup', { name: 'С-22' });
    const transfer = { studentId: college.students.vera, toGroupId, on: '2024-09-12', order: movement };
    expect(await forbidden(college, 'curator', 'transferStudent', transfer)).toBe('FORBIDDEN');
    await entered(college, 'deputy', 'transferStudent', transfer);
    const { studentBody } = await college
      .as('administrator')
      .read('{ studentBody(on: "2024-09-12") { students group { name } } }');
    expect(studentBody).toEqual(
      expect.arrayContaining([
        { students: 2, group: { name: 'С-21' } },
        { students: 1, group: { name: 'С-22' } },
      ]),
    );
  });

  it('D-12, T-59: 003 gives a curator no right to correct the data of students; they ask for it', async () => {
    const name = { familyName: 'Иванова', givenName: 'Анна' };
    const correction = { studentId: college.students.anna, ...name };
    expect(await refused(college, 'curator', 'correctStudentData', correction)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'personalData.curatorMayEdit',
      clause: '003: silent, D-12',
    });
    const request = { kind: 'PERSONAL_DATA', studentId: college.students.anna, name };
    const { id: requestId } = await entered(college, 'curator', 'requestStudentChange', request);
    await entered(college, 'administrator', 'acceptStudentChange', { requestId });
    const { student } = await college
      .as('anna')
      .read('query ($id: ID!) { student(id: $id) { givenName } }', { id: college.students.anna });
    expect(student).toEqual({ givenName: 'Анна' });
  });

  it('R-RSP-12 (003 §5.1-5.2): every user reads the regulation, clause by clause', async () => {
    for (const person of ['anna', 'mother', 'teacher'] as const) {
      const { regulation } = await college
        .as(person)
        .read('{ regulation(parameters: ["currentMark.editWindowDays"]) { value clause origin } }');
      expect(regulation).toEqual([{ value: 21, clause: '003 §3.3 L89', origin: 'STATED' }]);
    }
  });
});
