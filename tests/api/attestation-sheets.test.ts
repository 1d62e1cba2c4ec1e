import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;
let administrator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  administrator = college.as('administrator');
});
afterAll(() => served.close());

type Name = 'ivanova' | 'petrov' | 'sidorov';

const algebra = () => ({ journalId: college.journals.algebra });
const attest = (student: Name, result: string) =>
  teacher.do('recordAttestationMark', {
    ...algebra(),
    studentId: college.students[student],
    result,
    heldOn: '2026-11-20',
  });

const SHEET = `query ($journalId: ID!) { attestationSheet(journalId: $journalId) {
  form completedOn locks students missingStudentIds
  lines { studentId original current late marksCount average } courseUnit { title } } }`;
const SHEETS = `query ($filter: AttestationSheetFilter!) { attestationSheets(filter: $filter) {
  journalId students missingStudentIds completedOn } }`;
const ACCUMULATION = `query ($journalId: ID!) { markAccumulation(journalId: $journalId) {
  weeklyHours needed clause students { studentId marks missing } } }`;
const WARNED = `mutation ($commandId: UUID!, $input: RecordAttestationMarkInput!) {
  recordAttestationMark(commandId: $commandId, input: $input) {
    accepted warnings { code message parameter clause facts { name value } } } }`;

const sheetOf = async (client: ApiClient): Promise<unknown> =>
  (await client.read(SHEET, algebra()))['attestationSheet'];
const sheetsOf = async (client: ApiClient, filter: object = {}): Promise<unknown> =>
  (await client.read(SHEETS, { filter: { periodId: college.period, ...filter } }))['attestationSheets'];

/** A change of the regulation from today on; the director is the second person where one is asked for. */
const change = async (parameter: string, value: unknown): Promise<void> => {
  const { id } = await administrator.do('proposeRegulationChange', {
    effectiveFrom: '2026-11-20',
    values: [{ parameter, value }],
    order: '№ 7 от 20.11.2026',
    reason: 'Решение педагогического совета',
  });
  await college.as('director').query(
    `mutation ($commandId: UUID!, $changeId: ID!) {
        confirmRegulationChange(commandId: $commandId, input: { changeId: $changeId }) { accepted } }`,
    { commandId: randomUUID(), changeId: id },
  );
};

describe('the accumulation of marks', () => {
  it('R-MRK-07: is counted for each student, without a number where the regulation has none', async () => {
    const { markAccumulation } = await teacher.read(ACCUMULATION, algebra());
    expect(markAccumulation).toMatchObject({
      weeklyHours: 1,
      needed: null,
      clause: '003: silent',
      students: expect.arrayContaining([
        { studentId: college.students.ivanova, marks: 1, missing: null },
        { studentId: college.students.petrov, marks: 0, missing: null },
      ]) as unknown,
    });
  });

  it('R-MRK-06, T-28: says how many are missing, and warns where a final mark stands on too few', async () => {
    const steps = [{ upToWeeklyHours: null, marks: 3 }];
    await change('attestation.minMarks', { kind: 'byWeeklyLoad', steps });
    const { markAccumulation } = await teacher.read(ACCUMULATION, algebra());
    expect(markAccumulation).toMatchObject({
      needed: 3,
      clause: '№ 7 от 20.11.2026',
      students: expect.arrayContaining([
        { studentId: college.students.ivanova, marks: 1, missing: 2 },
      ]) as unknown,
    });
    const input = {
      ...algebra(),
      studentId: college.students.ivanova,
      result: 'GRADE5',
      heldOn: '2026-11-20',
    };
    const answer = await teacher.read(WARNED, { commandId: randomUUID(), input });
    expect(answer['recordAttestationMark']).toMatchObject({
      accepted: true,
      warnings: [
        {
          code: 'TOO_FEW_MARKS',
          parameter: 'attestation.minMarks',
          clause: '№ 7 от 20.11.2026',
          facts: expect.arrayContaining([{ name: 'missing', value: '2' }]) as unknown,
        },
      ],
    });
  });

  it('R-ROLE-17: is shown to a student of themselves only, and to nobody of another page', async () => {
    const { markAccumulation } = await college.as('ivanova').read(ACCUMULATION, algebra());
    expect((markAccumulation as { students: readonly unknown[] }).students).toHaveLength(1);
    expect((await college.as('colleague').read(ACCUMULATION, algebra()))['markAccumulation']).toBeNull();
  });
});

describe('an attestation sheet', () => {
  it('R-PA-17: shows the department head who has no result, page by page', async () => {
    const head = college.as('departmentHead');
    expect(await sheetsOf(head, { incomplete: true })).toEqual(
      expect.arrayContaining([
        {
          journalId: college.journals.algebra,
          students: 3,
          missingStudentIds: expect.arrayContaining([
            college.students.petrov,
            college.students.sidorov,
          ]) as unknown,
          completedOn: null,
        },
      ]),
    );
    expect(await sheetsOf(head, { groupId: college.groups.first })).toHaveLength(1);
    expect(await sheetsOf(teacher)).toHaveLength(1);
  });

  it('is not completed while somebody is missing, with how many', async () => {
    const { userErrors } = await teacher.do('completeAttestationSheet', algebra());
    expect(userErrors).toMatchObject([
      {
        code: 'SHEET_INCOMPLETE',
        facts: [
          { name: 'missing', value: '2' },
          { name: 'students', value: '3' },
        ],
      },
    ]);
  });

  it('T-22, R-PA-13: is completed by the teacher, and closes the page where the regulation says so', async () => {
    await attest('petrov', 'ACADEMIC_DEBT');
    await attest('sidorov', 'GRADE4');
    await change('attestation.lockOnEntry', true);
    const { events } = await teacher.do('completeAttestationSheet', algebra());
    expect(events.map(({ kind }) => kind)).toEqual(['ATTESTATION_SHEET_COMPLETED']);
    expect(await sheetOf(teacher)).toMatchObject({
      form: 'EXAM',
      completedOn: '2026-11-20',
      locks: true,
      missingStudentIds: [],
      courseUnit: { title: 'Алгебра' },
      lines: expect.arrayContaining([
        {
          studentId: college.students.petrov,
          original: 'ACADEMIC_DEBT',
          current: 'ACADEMIC_DEBT',
          late: false,
          marksCount: 0,
          average: null,
        },
      ]) as unknown,
    });
    expect(await sheetsOf(teacher, { incomplete: true })).toEqual([]);
  });

  const correction = () => ({
    ...algebra(),
    studentId: college.students.sidorov,
    result: 'GRADE5',
    expectedRevision: 0,
    reason: 'Описка',
  });

  it('T-22: refuses attestation and current marks of the page after that, with its clause and who can help', async () => {
    const { userErrors } = await teacher.do('correctAttestationMark', correction());
    expect(userErrors).toMatchObject([
      {
        code: 'SHEET_COMPLETED',
        parameter: 'attestation.lockOnEntry',
        clause: '№ 7 от 20.11.2026',
        facts: [{ name: 'completedOn', value: '2026-11-20' }],
        whoCanHelp: ['JOURNAL_ADMINISTRATOR'],
      },
    ]);
    const lesson = { ...algebra(), lessonId: college.lessons.yesterday };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Прогрессии' };
    expect(await teacher.refusalOf('conductLesson', held)).toBe('SHEET_COMPLETED');
    const mark = {
      ...lesson,
      lessonId: college.lessons.old,
      studentId: college.students.petrov,
      workType: 'LESSON_WORK',
      value: '5',
    };
    expect(await teacher.refusalOf('recordMark', mark)).toBe('SHEET_COMPLETED');
  });

  it('T-22: leaves the other pages open', async () => {
    const answer = await college.as('colleague').do('recordAttestationMark', {
      journalId: college.journals.physics,
      studentId: college.students.petrova,
      result: 'PASS',
      heldOn: '2026-11-20',
    });
    expect(answer.accepted).toBe(true);
  });

  it('T-22, T-49: takes a correction under a grant of the administrator', async () => {
    await administrator.do('grantEditWindow', {
      ...algebra(),
      covers: 'ATTESTATION_MARKS',
      until: '2026-11-25',
      reason: 'Ошибка в ведомости',
    });
    expect((await teacher.do('correctAttestationMark', correction())).accepted).toBe(true);
  });

  it('R-PA-18: shows a student and the guardian their own line only', async () => {
    for (const person of ['ivanova', 'mother'] as const)
      expect(await sheetOf(college.as(person))).toMatchObject({
        students: 1,
        lines: [{ studentId: college.students.ivanova, original: 'GRADE5' }],
      });
    expect(await sheetOf(college.as('petrova'))).toBeNull();
  });
});
