import { randomUUID } from 'node:crypto';
import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, refused } from '../support/year-acts.ts';
import { openPage, type Autumn } from '../support/year-pages.ts';

/* Regulation 000, psi.thinkery, Perm: what the administration does from August to January, and how debts are kept. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '000');
  autumn = await openPage(college);
});
afterAll(() => served.close());

const order = '1-к от 20.08.2024';
const books = (term: string) => ({ what: 'REFERENCE_BOOKS', term });
const newcomer = async (holder: 'STAFF' | 'GUARDIAN'): Promise<string | null> =>
  (await entered(college, 'administrator', 'openAccount', { holder, name: 'Новиков Пётр' })).id;
const dutiesOf = async (person: YearPerson): Promise<readonly { readonly duty: string }[]> => {
  const { dueTasks } = await college
    .as(person)
    .read('{ dueTasks(from: "2024-08-20", until: "2025-07-31") { duty dueOn clause } }');
  return dueTasks as readonly { readonly duty: string }[];
};

describe('000 in August', () => {
  it('R-ROLE-07, T-37 (000 §3.1 L29, L31): administrators alone make somebody a teacher; deputies give other roles', async () => {
    const accountId = await newcomer('STAFF');
    const teacher = { accountId, role: 'TEACHER', order };
    expect(await refused(college, 'deputy', 'grantRole', teacher)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'teacherRoles.grantedBy',
      clause: '000 §3.1 L29; 000 §3.1 L31',
    });
    await entered(college, 'administrator', 'grantRole', teacher);
    await entered(college, 'deputy', 'grantRole', { accountId, role: 'SUBSTITUTION_OPERATOR', order });
    const { accountRecord } = await college
      .as('auditor')
      .read('query ($id: ID!) { accountRecord(accountId: $id) { grants { role } } }', { id: accountId });
    expect((accountRecord as { readonly grants: readonly unknown[] }).grants).toHaveLength(2);
  });

  it('R-ROLE-01 (000 §1.7): there are trusted persons here, and no instructors', async () => {
    const instructor = {
      accountId: college.accounts.colleague,
      role: 'PRACTICAL_TRAINING_INSTRUCTOR',
      order,
    };
    expect(await refused(college, 'administrator', 'grantRole', instructor)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'userCategories.practicalTrainingInstructor',
      clause: '000 §1.7',
    });
    const accountId = await newcomer('GUARDIAN');
    const delegation = { accountId, guardianshipId: college.guardianship, rights: ['DIARY_READ'] };
    expect((await entered(college, 'mother', 'grantGuardianDelegation', delegation)).id).not.toBeNull();
  });

  it('R-ACC-03 (000 §3.1 L33-34): students come in by the portal; the curator makes no codes for them', async () => {
    const issue = `mutation ($id: UUID!, $account: ID!) { issueSignInCode(commandId: $id, accountId: $account) {
      userErrors { code parameter clause } } }`;
    const input = { id: randomUUID(), account: college.accounts.anna };
    expect((await college.as('curator').read(issue, input))['issueSignInCode']).toEqual({
      userErrors: [{ code: 'NOT_PERMITTED', parameter: 'learnerAccounts.issuer', clause: '000 §3.1 L33-34' }],
    });
  });

  it('R-REF-23 (000 §3.2.1 L42): the journal of the year is opened by the administration', async () => {
    await entered(college, 'deputy', 'setAcademicCalendar', {
      year: 2024,
      stretches: [{ kind: 'STUDY_PERIOD', from: '2024-09-01', until: '2024-12-28' }],
    });
    await entered(college, 'deputy', 'openJournalYear', { year: 2024, order: '№ 201 от 26.08.2024' });
    const { academicCalendar } = await college
      .as('anna')
      .read('{ academicCalendar(year: 2024) { journalOpenedAt } }');
    expect(academicCalendar).toEqual({ journalOpenedAt: '2024-08-20T04:00:00.000Z' });
  });

  it('R-SCH-02, R-SCH-07, D-08 (000 §3.2.1 L38; §2.2 L20): the deputy makes the timetable, week by week', async () => {
    const week = { title: '1-я неделя', from: '2024-09-02', until: '2024-09-07' };
    for (const other of ['administrator', 'scheduler', 'officeHead'] as const)
      expect(await refused(college, other, 'composeTimetable', week)).toMatchObject({
        code: 'NOT_PERMITTED',
        parameter: 'timetable.producedBy',
        clause: '000 §3.2.1 L38',
      });
    const { id: timetableId } = await entered(college, 'deputy', 'composeTimetable', week);
    const entry = { timetableId, journalId: autumn.journal, weekday: 1, startsAt: '08:30', room: '301' };
    await entered(college, 'deputy', 'addTimetableEntry', { ...entry, deliveryForm: 'DISTANCE' });
    await entered(college, 'deputy', 'generateLessons', { timetableId, from: week.from, until: week.until });
    const { timetable } = await college
      .as('mother')
      .read('{ timetable(from: "2024-09-02", until: "2024-09-08") { date startsAt room deliveryForm } }');
    expect(timetable).toEqual([
      { date: '2024-09-02', startsAt: '08:30', room: '301', deliveryForm: 'DISTANCE' },
    ]);
  });

  it('R-REF-07 (000 §3.2.3 L50): the curator checks the group by 30 August', async () => {
    college.at('2024-08-31');
    const check = { what: 'GROUP_COMPOSITION', term: '2024', groupId: college.group };
    expect(await entered(college, 'curator', 'checkReferenceData', check)).toMatchObject({
      late: true,
      rule: {
        parameter: 'groupComposition.checkDeadline',
        clause: '000 §3.2.3 L50',
        deadline: '2024-08-30',
      },
    });
  });
});

describe('000 month by month', () => {
  const rule = { parameter: 'referenceData.checkDeadline', clause: '000 §3.2.1 L37' };

  it('R-REF-02, T-58, D-18 (000 §3.2.1 L37): reference books are checked by the 25th of each month, not once a year', async () => {
    college.at('2024-09-25', '23:50');
    expect(await refused(college, 'deputy', 'checkReferenceData', books('2024'))).toMatchObject({
      code: 'IMPOSSIBLE_VALUE',
      ...rule,
    });
    expect(await entered(college, 'deputy', 'checkReferenceData', books('2024-09'))).toMatchObject({
      late: false,
      rule: { ...rule, deadline: '2024-09-25' },
    });
  });

  it('R-ACC-10, D-17 (000 §3.2.3 L53): students and guardians are briefed in the first month, not week', async () => {
    college.at('2024-10-01');
    const briefing = { groupId: college.group, audience: 'STUDENTS', on: '2024-09-30' };
    const due = { parameter: 'onboarding.deadline', clause: '000 §3.2.3 L53', deadline: '2024-09-30' };
    expect(await entered(college, 'curator', 'briefGroup', briefing)).toMatchObject({
      late: false,
      rule: due,
    });
    const late = { ...briefing, audience: 'GUARDIANS', on: '2024-10-01' };
    expect(await entered(college, 'curator', 'briefGroup', late)).toMatchObject({ late: true, rule: due });
  });

  it('R-REF-02, T-58 (000 §3.2.1 L37): in October the check comes back, and is late on the 26th', async () => {
    college.at('2024-10-26', '00:05');
    expect(await entered(college, 'director', 'checkReferenceData', books('2024-10'))).toMatchObject({
      late: true,
      rule: { ...rule, deadline: '2024-10-25' },
    });
  });

  it('R-MON-01, R-REP-09, D-14 (000 §3.2.1 L41): the administration controls, without a number that would make a date', async () => {
    const control = { about: 'COLLEGE', on: '2024-10-26', findings: 0 };
    expect(await refused(college, 'administrator', 'carryOutControl', control)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'control.frequency',
      clause: '000 §3.2.1 L41',
    });
    await entered(college, 'deputy', 'carryOutControl', control);
    const { participation } = await college.as('deputy')
      .read(`{ participation(from: "2024-09-01", until: "2024-10-26") {
        staffAtWork { count of percent } studentsWithoutMarks { count of percent } } }`);
    expect(participation).toEqual({
      staffAtWork: { count: 0, of: 3, percent: '0.0' },
      studentsWithoutMarks: { count: 3, of: 3, percent: '100.0' },
    });
    const duties = new Set((await dutiesOf('deputy')).map(({ duty }) => duty));
    for (const undated of ['JOURNAL_CONTROL', 'USAGE_REPORT', 'THEMATIC_PLAN', 'ATTENDANCE_WEEK_CHECK'])
      expect(duties).not.toContain(undated);
    expect(duties).toContain('REFERENCE_DATA_CHECK');
  });
});

describe('000 in winter: debts', () => {
  const result = (value: string, heldOn: string) => ({
    journalId: autumn.journal,
    studentId: college.students.boris,
    result: value,
    heldOn,
  });

  it('R-PA-04, R-PA-15, T-26 (000 §3.2.2 L48): a failed attestation leaves a debt on the page', async () => {
    college.at('2024-12-25');
    const failed = result('ACADEMIC_DEBT', '2024-12-20');
    expect(await entered(college, 'teacher', 'recordAttestationMark', failed)).toMatchObject({
      late: true,
      due: { parameter: 'attestation.entryDeadline', clause: '000: silent, D-02', until: '2024-12-24' },
    });
    const { academicDebts } = await college.as('boris').read('{ academicDebts { cause state } }');
    expect(academicDebts).toEqual([{ cause: 'FAILED', state: 'STANDING' }]);
  });

  it('R-ROLE-25, R-MON-12 (000 §3.2.3 L51): the curator watches results, debts and attendance of the own group', async () => {
    const { groupMonitoring } = await college.as('curator').read(
      `query ($id: ID!) { groupMonitoring(groupId: $id, from: "2024-09-01", until: "2024-12-28") {
        debts { studentId } pages { journalId } } }`,
      { id: college.group },
    );
    expect(groupMonitoring).toEqual({
      debts: [{ studentId: college.students.boris }],
      pages: [{ journalId: autumn.journal }],
    });
  });

  it('T-24, T-25, T-59: 000 says nothing of repeats; one is kept beside the original all the same', async () => {
    college.at('2025-02-10');
    const repeat = result('GRADE3', '2025-02-10');
    expect(await entered(college, 'deputy', 'recordRepeatAttestation', repeat)).toMatchObject({
      rule: { parameter: 'attestation.repeatRecorded', clause: '000: silent' },
    });
    const { academicDebts } = await college.as('boris').read('{ academicDebts { state original } }');
    expect(academicDebts).toEqual([{ state: 'CLEARED', original: 'ACADEMIC_DEBT' }]);
  });

  it('R-REP-12 (000 §3.2.1 L42): the summary of final marks is the administration’s, and closes the year', async () => {
    const { dueTasks } = await college
      .as('director')
      .read('{ dueTasks(from: "2025-08-01", until: "2025-08-31") { duty dueOn clause roles } }');
    expect(dueTasks).toContainEqual({
      duty: 'FINAL_SUMMARY',
      dueOn: '2025-08-31',
      clause: '000 §3.2.1 L42',
      roles: ['DIRECTOR', 'DEPUTY_DIRECTOR', 'DEPARTMENT_HEAD'],
    });
  });
});
