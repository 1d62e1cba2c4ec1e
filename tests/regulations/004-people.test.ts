import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { voicesOf } from '../support/clauses.ts';
import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { held, lessonsOf, openPages, type TaughtPages } from '../support/taught-pages.ts';

/*
 * The people of a college that works by regulation 004 (Setevoy Gorod, Tula): class teachers hand out access, guardians
 * look on while the child is a minor, the deputy controls every two weeks. One lesson was held, on 2 September.
 */
const FRESH_MS = 1100;

let served: ServedHouse;
let college: RegulatedCollege;
let pages: TaughtPages;
let lesson: { readonly journalId: string; readonly lessonId: string };

const read = async (person: YearPerson, document: string, variables = {}) =>
  await college.as(person).read(document, variables);
const { tellAs, act, no } = voicesOf(() => college);

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '004');
  pages = await openPages(college, college.as('deputy'));
  const scheduled = {
    journalId: pages.maths,
    date: '2024-09-02',
    startsAt: '08:30',
    deliveryForm: 'IN_PERSON',
  };
  await college.as('deputy').do('scheduleLesson', scheduled);
  const lessons = await lessonsOf(college.as('teacher'), pages.maths);
  lesson = { journalId: pages.maths, lessonId: lessons.get('2024-09-02') ?? '' };
  college.at('2024-09-02');
  const teacher = college.as('teacher');
  await teacher.do('conductLesson', held(lesson.journalId, lesson.lessonId));
  await teacher.do('assignHomework', { ...lesson, homework: 'с. 12' });
  const anna = { ...lesson, studentId: college.students.anna };
  await teacher.do('recordMark', { ...anna, workType: 'LESSON_WORK', value: '4' });
  await teacher.do('recordAbsence', { ...lesson, studentId: college.students.vera });
});
afterAll(() => served.close());

const ISSUE = `mutation ($commandId: UUID!, $accountId: ID!) {
  issueSignInCode(commandId: $commandId, accountId: $accountId) { code userErrors { code clause } } }`;
const RENEW = `mutation ($commandId: UUID!) {
  renewOwnSignInCode(commandId: $commandId) { code userErrors { code parameter clause } } }`;
const CODE = { code: expect.any(String) as unknown, userErrors: [] };

describe('access under 004', () => {
  const issued = async (by: YearPerson, to: YearPerson) =>
    (await read(by, ISSUE, { commandId: randomUUID(), accountId: college.accounts[to] }))['issueSignInCode'];
  const renewed = async (by: YearPerson) =>
    (await read(by, RENEW, { commandId: randomUUID() }))['renewOwnSignInCode'];

  it('R-ACC-06, R-ACC-05 (004 §3.2 L116-122): students and guardians get it from their class teacher, staff from the administrator', async () => {
    expect(await issued('curator', 'anna')).toEqual(CODE);
    expect(await issued('curator', 'mother')).toEqual(CODE);
    expect(await issued('curator', 'teacher')).toMatchObject({ code: null, userErrors: [{ clause: null }] });
    expect(await issued('administrator', 'teacher')).toEqual(CODE);
  });

  it('R-ACC-08, T-41 (004 §4.3.2 L255-256): a student changes no credentials alone; the ban names students, so a guardian may', async () => {
    expect(await renewed('anna')).toEqual({
      code: null,
      userErrors: [
        {
          code: 'NOT_PERMITTED',
          parameter: 'learnerAccounts.selfServiceCredentialChange',
          clause: '004 §4.3.2 L255-256',
        },
      ],
    });
    expect(await renewed('mother')).toEqual(CODE);
  });

  it('R-ROLE-13, R-ROLE-16, R-ROLE-25 (004 §4.2.1 L191-192, §4.7.1 L417): class teacher and director see the pages of all teachers', async () => {
    for (const person of ['curator', 'director'] as const) {
      const { journals } = await read(person, '{ journals { id } }');
      expect(new Set((journals as { id: string }[]).map(({ id }) => id))).toEqual(
        new Set([pages.maths, pages.english]),
      );
    }
    const { journals } = await read('teacher', '{ journals { id } }');
    expect(journals).toEqual([{ id: pages.maths }]);
  });

  it('R-ROLE-18, R-ATT-14, R-LES-16 (004 §3.8, §4.3.1 L242-243): a student sees own marks, attendance, homework and timetable', async () => {
    const DIARY = `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") {
      homework attendance marks { value } } }`;
    expect((await read('anna', DIARY, { id: college.students.anna }))['diary']).toEqual([
      { homework: 'с. 12', attendance: 'NONE', marks: [{ value: '4' }] },
    ]);
    expect((await read('vera', DIARY, { id: college.students.vera }))['diary']).toMatchObject([
      { attendance: 'ABSENT' },
    ]);
    expect((await read('vera', DIARY, { id: college.students.anna }))['diary']).toEqual([]);
    const { timetable } = await read(
      'anna',
      '{ timetable(from: "2024-09-02", until: "2024-09-08") { date } }',
    );
    expect(timetable).toEqual([{ date: '2024-09-02' }]);
  });

  it('R-RSP-12, R-RSP-10: anybody reads the regulation they live under, each value with its clause', async () => {
    const { regulation } = await read(
      'mother',
      `{ regulation(parameters: ["guardian.onlyMinors", "attestation.lockOnEntry", "guardian.paperFallback"]) {
        parameter value clause origin } }`,
    );
    expect(new Set(regulation as object[])).toEqual(
      new Set([
        { parameter: 'guardian.onlyMinors', value: true, clause: '004 §4.4.1 L263-265', origin: 'STATED' },
        {
          parameter: 'attestation.lockOnEntry',
          value: true,
          clause: '004 §4.5.1 L288-290',
          origin: 'STATED',
        },
        { parameter: 'guardian.paperFallback', value: null, clause: '004: silent', origin: 'SILENT' },
      ]),
    );
  });
});

describe('personal data under 004', () => {
  it('R-REF-05, D-12 (004 §3.3, §4.2.2 L215-217): the class teacher does not change them but asks, and the administrator carries it out', async () => {
    const studentId = college.students.boris;
    const name = { familyName: 'Петров', givenName: 'Борис' };
    expect(await no('curator', 'correctStudentData', { studentId, ...name })).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'personalData.curatorMayEdit',
      clause: '004 §3.3; 004 §4.2.2 L215-217; D-12',
    });
    const asked = await tellAs('curator', 'requestStudentChange', { kind: 'PERSONAL_DATA', studentId, name });
    const { role } = await act('administrator', 'acceptStudentChange', { requestId: asked.id });
    expect(role).toBe('JOURNAL_ADMINISTRATOR');
  });

  it('R-REF-06 (004 §4.4.2 L278-279): a guardian reports a change of the child’s data, of no other child’s', async () => {
    const change = { kind: 'PERSONAL_DATA', name: { familyName: 'Орлова', givenName: 'Анна' } };
    expect(
      await act('mother', 'requestStudentChange', { ...change, studentId: college.students.anna }),
    ).toMatchObject({ role: 'LEGAL_GUARDIAN' });
    expect(
      await no('mother', 'requestStudentChange', { ...change, studentId: college.students.boris }),
    ).toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('R-ATT-13, R-MSG-11, D-13 (004 §4.5.2 L323-324): the teacher is who tells the guardians of an absentee', async () => {
    const { absentees } = await read(
      'curator',
      'query ($id: ID!) { absentees(groupId: $id, on: "2024-09-02") { alertedBy clause absentees { studentId } } }',
      { id: college.group },
    );
    expect(absentees).toEqual({
      alertedBy: ['TEACHER'],
      clause: '004 §4.5.2 L323-324',
      absentees: [{ studentId: college.students.vera }],
    });
  });

  it('T-14, T-59 (004 is silent): nobody says which absences are excused, and nothing is printed for guardians', async () => {
    const absence = { ...lesson, studentId: college.students.vera, as: 'EXCUSED' };
    expect(await no('curator', 'classifyAbsence', absence)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'attendance.excuseClassifier',
      clause: '004: silent',
    });
    const printout = { duty: 'GUARDIAN_PRINTOUT', groupId: college.group, term: '2024-09-02' };
    expect(await no('curator', 'fulfilDuty', printout)).toMatchObject({
      code: 'NOT_FOUND',
      parameter: 'guardian.paperFallback',
      clause: '004: silent',
    });
  });
});

describe('control under 004', () => {
  it('R-MON-05, R-MON-13, D-14 (004 §3.6): is the deputy’s every two weeks, and not the administrator’s', async () => {
    college.at('2024-09-16');
    const control = { about: 'COLLEGE', on: '2024-09-16', findings: 0 };
    expect(await no('administrator', 'carryOutControl', control)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'control.frequency',
      clause: '004 §3.6',
    });
    expect(await act('deputy', 'carryOutControl', control)).toMatchObject({
      rule: { parameter: 'control.frequency', clause: '004 §3.6' },
    });
    const { dueTasks } = await read(
      'deputy',
      `{ dueTasks(from: "2024-09-16", until: "2024-10-14", mine: true) { duty dueOn state roles clause } }`,
    );
    const controls = (dueTasks as { duty: string }[]).filter(({ duty }) => duty === 'JOURNAL_CONTROL');
    const each = { duty: 'JOURNAL_CONTROL', roles: ['DEPUTY_DIRECTOR'], clause: '004 §3.6', state: 'OPEN' };
    expect(controls.slice(-2)).toEqual([
      { ...each, dueOn: '2024-09-30' },
      { ...each, dueOn: '2024-10-14' },
    ]);
  });

  it('R-OUT-04, T-59 (004 §3.7): an outage is answered by a request to the developers; no inspection is put off for it', async () => {
    const failure = { from: '2024-09-16', reason: 'Сервер недоступен' };
    const { id: outageId } = await tellAs('administrator', 'declareOutage', failure);
    const asked = { outageId, reference: 'Заявка № 17' };
    expect(await tellAs('administrator', 'askDevelopers', asked)).toMatchObject({ accepted: true });
    expect(await no('administrator', 'deferInspection', { outageId, inspection: 'Проверка' })).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'outage.inspectionDeferral',
      clause: '004: silent',
    });
  });
});

describe('the guardian of a minor', () => {
  it('R-ROLE-10, T-38 (004 §1.7): hands nothing on: the regulation knows no trusted persons', async () => {
    const { id: guardianshipId, warnings } = await tellAs('administrator', 'establishGuardianship', {
      accountId: college.accounts.mother,
      studentId: college.students.vera,
    });
    expect(warnings).toMatchObject([
      { code: 'BIRTH_DATE_UNKNOWN', parameter: 'guardian.onlyMinors', clause: '004 §4.4.1 L263-265' },
    ]);
    const grandmother = { holder: 'GUARDIAN', name: 'Бабушка' };
    const { id: accountId } = await tellAs('administrator', 'openAccount', grandmother);
    const delegation = { accountId, guardianshipId, rights: ['DIARY_READ'] };
    expect(await no('mother', 'grantGuardianDelegation', delegation)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'userCategories.trustedPerson',
      clause: '004 §1.7',
    });
  });

  it('R-ROLE-19, T-39 (004 §4.4.1 L263-265): looks on until the day on which the child comes of age', async () => {
    const studentId = college.students.anna;
    await tellAs('administrator', 'recordBirthDate', { studentId, birthDate: '2006-10-15' });
    const DIARY = `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") { date } }`;
    const seenOn = async (date: string) => {
      college.at(date);
      await setTimeout(FRESH_MS);
      return (await read('mother', DIARY, { id: studentId }))['diary'];
    };
    expect(await seenOn('2024-10-14')).toEqual([{ date: '2024-09-02' }]);
    expect(await seenOn('2024-10-15')).toEqual([]);
  });
});
