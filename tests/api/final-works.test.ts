import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { codeFor, signIn } from '../support/founding.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

interface Acted {
  readonly accepted: boolean;
  readonly events: readonly { readonly kind: string }[];
  readonly userErrors: readonly { readonly code: string }[];
}

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let administrator: ApiClient;
let supervisor: ApiClient;
let supervisorId: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  administrator = college.as('administrator');
  const opened = await administrator.do('openAccount', { holder: 'STAFF', name: 'Руководитель' });
  supervisorId = opened.id ?? '';
  for (const role of ['THESIS_SUPERVISOR', 'PRACTICE_SUPERVISOR'])
    await administrator.do('grantRole', { accountId: supervisorId, role });
  supervisor = await signIn(served.origin, await codeFor(administrator, supervisorId));
});
afterAll(() => served.close());

const WORKS = `query ($filter: CourseWorkFilter!) { courseWorks(filter: $filter) {
  studentId topic mark defendedOn late revision courseUnit { title } } }`;
const FINAL = `query ($studentId: ID!) { finalQualification(studentId: $studentId) {
  supervisors { of accountId order } thesis defendedOn demonstrationExam demonstrationExamPoints revision } }`;
const FINALS = '{ finalQualifications { studentId familyName thesis } }';

/** A command of the supervisor, who reads no marks and so does not ask for the cell of an answer. */
const act = async (name: string, input: object): Promise<Acted> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($commandId: UUID!, $input: ${type}!) {
    ${name}(commandId: $commandId, input: $input) { accepted events { kind } userErrors { code } } }`;
  return (await supervisor.read(document, { commandId: randomUUID(), input }))[name] as Acted;
};

const worksOf = async (client: ApiClient, filter: object = {}): Promise<unknown> =>
  (await client.read(WORKS, { filter }))['courseWorks'];
const finalOf = async (client: ApiClient): Promise<unknown> =>
  (await client.read(FINAL, { studentId: college.students.ivanova }))['finalQualification'];
const cell = () => ({ journalId: college.journals.algebra, studentId: college.students.ivanova });

describe('a course work', () => {
  const mark = (value: string) => ({ ...cell(), value, defendedOn: '2026-11-20' });

  it('T-54, R-WRK-01: takes no mark before it has a topic', async () => {
    const { userErrors } = await teacher.do('recordCourseWorkMark', mark('5'));
    expect(userErrors).toMatchObject([{ code: 'TOPIC_REQUIRED', parameter: 'courseWork' }]);
    await teacher.do('assignCourseWorkTopic', { ...cell(), topic: 'Графы и сети' });
    expect(await worksOf(teacher)).toMatchObject([{ topic: 'Графы и сети', mark: null, revision: 0 }]);
  });

  it('R-WRK-01: has topic and mark per student, corrected by the revision that was read', async () => {
    expect((await teacher.do('recordCourseWorkMark', mark('4'))).accepted).toBe(true);
    const correction = { ...cell(), value: '5', expectedRevision: 1, reason: 'Описка' };
    expect((await teacher.do('correctCourseWorkMark', correction)).accepted).toBe(true);
    expect(await worksOf(college.as('deputy'), { journalId: college.journals.algebra })).toMatchObject([
      { topic: 'Графы и сети', mark: '5', late: false, revision: 2, courseUnit: { title: 'Алгебра' } },
    ]);
  });

  it('R-PA-18: is shown to the student, the guardian and the curator, and to no other student', async () => {
    for (const person of ['ivanova', 'mother', 'curator'] as const)
      expect(await worksOf(college.as(person))).toHaveLength(1);
    for (const person of ['petrov', 'colleague'] as const)
      expect(await worksOf(college.as(person))).toEqual([]);
  });
});

describe('a thesis', () => {
  const result = () => ({
    studentId: college.students.ivanova,
    result: 'GRADE5',
    defendedOn: '2026-11-20',
  });
  const appointment = (of: string) => ({
    studentId: college.students.ivanova,
    accountId: supervisorId,
    of,
    from: '2026-11-01',
    order: '№ 31 от 01.11.2026',
  });

  it('T-55, R-WRK-02: is entered by the supervisor named in an order, and by nobody before that', async () => {
    const refused = [{ code: 'NOT_NAMED_BY_ORDER' }];
    expect((await act('recordThesisResult', result())).userErrors).toEqual(refused);
    expect((await administrator.do('appointSupervisor', appointment('THESIS'))).accepted).toBe(true);
    expect((await act('recordThesisResult', result())).accepted).toBe(true);
    const { errors } = await teacher.query(
      'mutation ($commandId: UUID!, $input: RecordThesisResultInput!) { recordThesisResult(commandId: $commandId, input: $input) { accepted } }',
      { commandId: '0197f000-0000-7000-8000-000000000002', input: result() },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    const another = { ...result(), studentId: college.students.petrov };
    expect((await act('recordThesisResult', another)).userErrors).toEqual(refused);
  });

  it('R-WRK-04: stands beside the demonstration exam', async () => {
    const exam = { studentId: college.students.ivanova, result: 'GRADE4', points: 71, heldOn: '2026-11-20' };
    expect((await college.as('deputy').do('recordDemonstrationExam', exam)).accepted).toBe(true);
    expect(await finalOf(college.as('departmentHead'))).toMatchObject({
      supervisors: [{ of: 'THESIS', accountId: supervisorId, order: '№ 31 от 01.11.2026' }],
      thesis: 'GRADE5',
      defendedOn: '2026-11-20',
      demonstrationExam: 'GRADE4',
      demonstrationExamPoints: 71,
      revision: 2,
    });
    const appeal = { ...exam, heldOn: undefined, result: 'GRADE5', points: 86, expectedRevision: 2 };
    const corrected = await college
      .as('deputy')
      .do('correctDemonstrationExam', { ...appeal, reason: 'Апелляция' });
    expect(corrected.accepted).toBe(true);
    const correction = { studentId: exam.studentId, result: 'GRADE4', expectedRevision: 3, reason: 'Описка' };
    expect((await act('correctThesisResult', correction)).accepted).toBe(true);
    expect(await finalOf(college.as('ivanova'))).toMatchObject({
      thesis: 'GRADE4',
      demonstrationExam: 'GRADE5',
      revision: 4,
    });
  });

  it('T-55: is in reach of its supervisor, the student and the guardian, and of no other student or teacher', async () => {
    for (const client of [supervisor, college.as('ivanova'), college.as('mother'), college.as('curator')])
      expect((await client.read(FINALS))['finalQualifications']).toMatchObject([
        { studentId: college.students.ivanova, familyName: 'Фамилия-ivanova' },
      ]);
    expect((await college.as('petrov').read(FINALS))['finalQualifications']).toEqual([]);
    const { errors } = await teacher.query(FINALS);
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('T-55, R-WRK-03: its pre-diploma practice has a page of its own, attested by the supervisor alone', async () => {
    const { id: courseUnitId } = await administrator.do('registerCourseUnit', {
      code: 'ПДП',
      title: 'Преддипломная практика',
      kind: 'PRACTICE',
    });
    await administrator.do('placeCourseUnit', { courseUnitId, practiceKind: 'PRE_DIPLOMA' });
    const { id: journalId } = await administrator.do('openJournal', {
      groupId: college.groups.first,
      courseUnitId,
      periodId: college.period,
      scale: 'FIVE_POINT',
      attestationForm: 'GRADED_CREDIT',
    });
    await administrator.do('assignTeacher', {
      journalId,
      accountId: college.accounts.teacher,
      from: '2026-09-01',
    });
    const mark = { ...cell(), journalId, result: 'ACADEMIC_DEBT', heldOn: '2026-11-20' };
    expect(await teacher.refusalOf('recordAttestationMark', mark)).toBe('NOT_NAMED_BY_ORDER');
    await administrator.do('appointSupervisor', appointment('PRE_DIPLOMA_PRACTICE'));
    const { events } = await act('recordAttestationMark', mark);
    expect(events.map(({ kind }) => kind)).toEqual(['ATTESTATION_MARK_RECORDED', 'ACADEMIC_DEBT_INCURRED']);
  });
});
