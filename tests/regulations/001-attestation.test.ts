import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn } from '../support/year-pages.ts';

/* Regulation 001, Сетевой город, Bakal: results after the semester, on enough marks; works, theses, forecasts. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let drawing: Autumn;
let practice: Autumn;

const order = '№ 31 от 01.11.2024';

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '001');
  autumn = await openPage(college);
  const { period } = autumn;
  drawing = await openPage(college, { period, code: 'ОУД.02', attestationForm: 'FINAL_MARK' });
  practice = await openPage(college, {
    period,
    code: 'ПДП',
    kind: 'PRACTICE',
    attestationForm: 'GRADED_CREDIT',
    more: { practiceKind: 'PRE_DIPLOMA' },
  });
  const curriculum = await entered(college, 'administrator', 'adoptCurriculum', {
    programmeKind: 'SPECIALTY',
    code: '15.02.12',
    title: 'Монтаж и ремонт',
    formOfStudy: 'FULL_TIME',
    intakeYear: 2024,
    effectiveFrom: '2024-09-01',
    lines: [
      { courseUnitId: autumn.courseUnit, semester: 1, hours: 32, weeklyHours: 2, formOfControl: 'EXAM' },
      { courseUnitId: drawing.courseUnit, semester: 1, hours: 64, weeklyHours: 4 },
    ],
  });
  const assigned = { groupId: college.group, curriculumId: curriculum.id, from: '2024-09-01' };
  await entered(college, 'administrator', 'assignCurriculum', assigned);
  for (const role of ['THESIS_SUPERVISOR', 'PRACTICE_SUPERVISOR'])
    await entered(college, 'administrator', 'grantRole', {
      accountId: college.accounts.colleague,
      role,
      order,
    });
});
afterAll(() => served.close());

type Name = 'anna' | 'boris' | 'vera';
const result = ({ journal }: Autumn, student: Name, value: string, heldOn = '2024-12-20') => ({
  journalId: journal,
  studentId: college.students[student],
  result: value,
  heldOn,
});

describe('001 in the autumn: marks that a result stands on', () => {
  const accumulation = async ({ journal }: Autumn) =>
    (
      await college.as('teacher').read(
        `query ($id: ID!) { markAccumulation(journalId: $id) {
          weeklyHours needed clause students { studentId marks missing } } }`,
        { id: journal },
      )
    )['markAccumulation'];

  it('R-MRK-06, R-MRK-07, T-28 (001 §6.2, §5.5.7): three at two hours a week, more above that', async () => {
    for (const date of ['2024-10-01', '2024-10-08', '2024-10-15']) {
      const lesson = await lessonOn(college, 'scheduler', autumn.journal, date);
      college.at(date);
      await hold(college, lesson);
      const mark = { ...lesson, studentId: college.students.anna, workType: 'LESSON_WORK', value: '5' };
      await entered(college, 'teacher', 'recordMark', mark);
    }
    expect(await accumulation(autumn)).toMatchObject({
      weeklyHours: 2,
      needed: 3,
      clause: '001 §6.2',
      students: expect.arrayContaining([
        { studentId: college.students.anna, marks: 3, missing: 0 },
        { studentId: college.students.boris, marks: 0, missing: 3 },
      ]) as unknown,
    });
    expect(await accumulation(drawing)).toMatchObject({ weeklyHours: 4, needed: 4 });
  });
});

describe('001 in the autumn: course works', () => {
  const cell = () => ({ journalId: autumn.journal, studentId: college.students.anna });

  it('R-WRK-01, T-54 (001 §5.5.12): have a topic for each student, without which there is no mark', async () => {
    college.at('2024-11-15');
    const mark = { ...cell(), value: '5', defendedOn: '2024-11-15' };
    expect(await refused(college, 'teacher', 'recordCourseWorkMark', mark)).toMatchObject({
      code: 'TOPIC_REQUIRED',
      parameter: 'courseWork',
      clause: '001 §5.5.12',
    });
    await entered(college, 'teacher', 'assignCourseWorkTopic', { ...cell(), topic: 'Привод станка' });
    expect(await entered(college, 'teacher', 'recordCourseWorkMark', mark)).toMatchObject({
      late: false,
      due: { parameter: 'courseWork', clause: '001 §5.5.12', until: '2024-12-28' },
    });
    const { courseWorks } = await college.as('mother').read('{ courseWorks { topic mark } }');
    expect(courseWorks).toEqual([{ topic: 'Привод станка', mark: '5' }]);
  });
});

describe('001 at the end of December: final marks', () => {
  const rule = { parameter: 'attestation.entryDeadline', clause: '001 §4.6; 001 §5.5.11' };

  it('R-PA-12, T-21, D-02 (001 §4.6): come after the semester; before it they are taken with a warning', async () => {
    college.at('2024-12-27');
    const early = await entered(
      college,
      'teacher',
      'recordAttestationMark',
      result(autumn, 'anna', 'GRADE5'),
    );
    expect(early).toMatchObject({
      late: false,
      due: null,
      warnings: [{ code: 'ENTERED_EARLY', ...rule, facts: { from: '2024-12-29', today: '2024-12-27' } }],
    });
  });

  it('R-PA-14, R-MRK-06 (001 §6.1, §6.2): on too few marks they are taken, and how many are missing is said', async () => {
    college.at('2025-01-09');
    const few = await entered(college, 'teacher', 'recordAttestationMark', result(autumn, 'boris', 'GRADE3'));
    expect(few).toMatchObject({
      late: false,
      due: null,
      warnings: [
        {
          code: 'TOO_FEW_MARKS',
          parameter: 'attestation.minMarks',
          clause: '001 §6.2',
          facts: { needed: '3', marks: '0', missing: '3' },
        },
      ],
    });
  });

  it('R-PA-09 (001 §5.5.11): a final mark without a form is a pass or a grade; an exam is graded', async () => {
    for (const [student, value] of [
      ['anna', 'PASS'],
      ['boris', 'GRADE4'],
    ] as const)
      await entered(college, 'teacher', 'recordAttestationMark', result(drawing, student, value));
    const passed = result(autumn, 'vera', 'PASS');
    expect(await refused(college, 'teacher', 'recordAttestationMark', passed)).toMatchObject({
      code: 'INVALID_MARK',
      parameter: 'attestation.allowedMarks',
      clause: '001 §5.5.11',
    });
  });

  it('R-PA-17 (001 §5.3.4): the head of the department sees whose result has not come in', async () => {
    const { attestationSheets } = await college.as('departmentHead').read(
      `query ($id: ID!) { attestationSheets(filter: { periodId: $id, incomplete: true }) {
        journalId missingStudentIds } }`,
      { id: autumn.period },
    );
    expect(attestationSheets).toContainEqual({
      journalId: autumn.journal,
      missingStudentIds: [college.students.vera],
    });
  });

  it('D-03, T-59: 001 gives no window for results; the default of 31 days says of itself that it is one', async () => {
    college.at('2025-01-29');
    const late = result(autumn, 'vera', 'GRADE4');
    expect(await refused(college, 'teacher', 'recordAttestationMark', late)).toEqual({
      code: 'EDIT_WINDOW_CLOSED',
      parameter: 'attestation.editWindowDays',
      clause: '001: silent, D-03',
      facts: { closedOn: '2025-01-28' },
    });
  });

  it('R-ROLE-14, T-50 (001 §5.2.2): deputies record no repeat here, though other colleges let them', async () => {
    const repeat = result(autumn, 'boris', 'GRADE4', '2025-01-29');
    expect(await refused(college, 'deputy', 'recordRepeatAttestation', repeat)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'deputy.journalEdit',
      clause: '001 §5.2.2',
    });
  });
});

describe('001 for graduates: practice, thesis, demonstration exam', () => {
  const graduate = () => ({ studentId: college.students.anna });
  const unnamed = { code: 'NOT_NAMED_BY_ORDER', parameter: 'thesis', clause: '001 §5.5.13' };

  it('R-WRK-02, T-55 (001 §5.5.13): whoever an order names enters results of theses, and nobody else', async () => {
    college.at('2025-06-20');
    const thesis = { ...graduate(), result: 'GRADE5', defendedOn: '2025-06-19' };
    expect(await refused(college, 'colleague', 'recordThesisResult', thesis)).toMatchObject(unnamed);
    const named = { accountId: college.accounts.colleague, from: '2024-11-01', order };
    await entered(college, 'administrator', 'appointSupervisor', { ...graduate(), ...named, of: 'THESIS' });
    expect(await entered(college, 'colleague', 'recordThesisResult', thesis)).toMatchObject({
      rule: { parameter: 'thesis', clause: '001 §5.5.13' },
    });
  });

  it('R-WRK-02 (001 §5.5.13): and of pre-diploma practice, though the page is in a teacher’s load', async () => {
    const grant = { journalId: practice.journal, covers: 'ATTESTATION_MARKS', until: '2025-06-30' };
    await entered(college, 'administrator', 'grantEditWindow', { ...grant, reason: 'Практика летом' });
    const input = result(practice, 'anna', 'GRADE5');
    expect(await refused(college, 'teacher', 'recordAttestationMark', input)).toMatchObject(unnamed);
    const named = { accountId: college.accounts.colleague, from: '2024-11-01', order };
    const of = 'PRE_DIPLOMA_PRACTICE';
    await entered(college, 'administrator', 'appointSupervisor', { ...graduate(), ...named, of });
    expect((await entered(college, 'colleague', 'recordAttestationMark', input)).due).toBeNull();
  });

  it('R-MRK-13, R-WRK-04 (001 §3.8): student and group are forecast, demonstration exam and thesis with them', async () => {
    const exam = { ...graduate(), result: 'GRADE4', points: 71, heldOn: '2025-06-18' };
    expect(await refused(college, 'deputy', 'recordDemonstrationExam', exam)).toMatchObject({
      code: 'NOT_PERMITTED',
      clause: '001 §5.2.2',
    });
    await entered(college, 'administrator', 'recordDemonstrationExam', exam);
    const { overallForecast } = await college
      .as('curator')
      .read('query ($studentId: ID!) { overallForecast(studentId: $studentId) { expected finalResults } }', {
        ...graduate(),
      });
    expect(overallForecast).toEqual({ expected: 4.67, finalResults: [4, 5] });
    const { performanceForecast } = await college
      .as('teacher')
      .read(
        'query ($id: ID!) { performanceForecast(journalId: $id) { expectedOfGroup students { studentId } } }',
        {
          id: autumn.journal,
        },
      );
    expect(performanceForecast).toMatchObject({ students: [{ studentId: college.students.anna }] });
  });
});
