import { voicesOf } from '../support/clauses.ts';
import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { held, lessonsOf, openPages, type TaughtPages } from '../support/taught-pages.ts';

/*
 * A group and its curator at a college that works by regulation 002 (Dnevnik.ru), from September 2024 to July 2025:
 * subgroups that stand until the period ends, guardians who want paper, weekly and monthly duties.
 */
let served: ServedHouse;
let college: RegulatedCollege;
let pages: TaughtPages;
let lesson: { readonly journalId: string; readonly lessonId: string };
const subgroups = { first: '', second: '' };

const MOVES = { parameter: 'transfer.betweenGroups', clause: '002 §3.3 L44; 002 §3.2 L31' };

const { tellAs, act, no } = voicesOf(() => college);
const read = async (person: YearPerson, document: string, variables = {}) =>
  await college.as(person).read(document, variables);
const own = (student: keyof RegulatedCollege['students']) => ({
  ...lesson,
  studentId: college.students[student],
});

interface Task {
  readonly duty: string;
}
const TASKS = `query ($from: LocalDate!, $until: LocalDate!) { dueTasks(from: $from, until: $until, mine: true) {
  duty term dueOn state late handedTo parameter clause } }`;
const tasksOf = async (person: YearPerson, duty: string, from: string, until: string) => {
  const { dueTasks } = await read(person, TASKS, { from, until });
  return (dueTasks as readonly Task[]).filter((task) => task.duty === duty);
};

const openSubgroups = async (): Promise<void> => {
  const unit = { code: 'ОП.07', title: 'Информатика', kind: 'DISCIPLINE' };
  const { id: courseUnitId } = await tellAs('administrator', 'registerCourseUnit', unit);
  const page = { courseUnitId, groupId: college.group, periodId: pages.period, studentIds: [] };
  for (const [subgroup, teacher] of [
    ['first', 'teacher'],
    ['second', 'colleague'],
  ] as const) {
    const opened = { ...page, subgroup, scale: 'FIVE_POINT', attestationForm: 'CREDIT' };
    const { id } = await tellAs('administrator', 'openJournal', opened);
    subgroups[subgroup] = id ?? '';
    const load = { journalId: id, accountId: college.accounts[teacher], from: '2024-08-26' };
    await tellAs('administrator', 'assignTeacher', load);
  }
};

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '002');
  pages = await openPages(college, college.as('administrator'));
  await openSubgroups();
  const scheduled = { date: '2024-09-02', deliveryForm: 'IN_PERSON' };
  const office = college.as('officeHead');
  await office.do('scheduleLesson', { ...scheduled, journalId: pages.maths, startsAt: '08:30' });
  await office.do('scheduleLesson', { ...scheduled, journalId: subgroups.first, startsAt: '10:10' });
  const lessons = await lessonsOf(college.as('teacher'), pages.maths);
  lesson = { journalId: pages.maths, lessonId: lessons.get('2024-09-02') ?? '' };
});
afterAll(() => served.close());

describe('September under 002', () => {
  it('R-SUB-01, R-SUB-02 (002 §3.2 L28, §3.3 L44): curator and teachers divide the group together, and each subgroup has its own records', async () => {
    const { anna, boris, vera } = college.students;
    const parts = [
      { journalId: subgroups.first, studentIds: [anna] },
      { journalId: subgroups.second, studentIds: [boris, vera] },
    ];
    const { id: divisionId } = await tellAs('curator', 'proposeSubgroups', { groupId: college.group, parts });
    const one = await tellAs('teacher', 'agreeToSubgroups', { divisionId });
    expect(one.events.map(({ kind }) => kind)).not.toContain('SUBGROUP_ASSIGNED');
    const all = await tellAs('colleague', 'agreeToSubgroups', { divisionId });
    expect(all.events.map(({ kind }) => kind)).toContain('SUBGROUP_ASSIGNED');
    college.at('2024-09-02', '16:00');
    const teacher = college.as('teacher');
    const [subgroupLesson = ''] = (await lessonsOf(teacher, subgroups.first)).values();
    await act('teacher', 'conductLesson', held(subgroups.first, subgroupLesson));
    const mark = {
      journalId: subgroups.first,
      lessonId: subgroupLesson,
      workType: 'LESSON_WORK',
      value: '5',
    };
    expect(await no('teacher', 'recordMark', { ...mark, studentId: boris })).toMatchObject({
      code: 'NOT_ON_ROSTER',
    });
    expect(await no('colleague', 'recordMark', { ...mark, studentId: anna })).toMatchObject({
      code: 'NOT_IN_LOAD',
      parameter: 'teacher.scope',
      clause: '002 §3.3 L44',
    });
  });

  it('R-ATT-08, R-MON-16 (002 §3.2 L26, L33): the curator goes through the attendance of each week', async () => {
    await act('teacher', 'conductLesson', held(lesson.journalId, lesson.lessonId));
    await act('teacher', 'recordAbsence', own('anna'));
    const week = { groupId: college.group, week: '2024-09-02' };
    expect(await tasksOf('curator', 'ATTENDANCE_WEEK_CHECK', '2024-09-02', '2024-09-08')).toMatchObject([
      { term: '2024-09-02', state: 'OPEN', clause: '002 §3.2 L26; 002 §3.2 L33' },
    ]);
    expect(await act('curator', 'checkAttendanceWeek', week)).toMatchObject({
      rule: { parameter: 'attendance.weeklyCheck', clause: '002 §3.2 L26; 002 §3.2 L33' },
    });
  });

  it('R-ATT-13, R-MSG-11, D-13 (002 §3.2 L36): the curator tells guardians of who was missing without a valid reason', async () => {
    expect(await tellAs('curator', 'classifyAbsence', { ...own('anna'), as: 'UNEXCUSED' })).toMatchObject({
      accepted: true,
    });
    const { absentees } = await read(
      'curator',
      `query ($id: ID!) { absentees(groupId: $id, on: "2024-09-02") {
        alertedBy clause absentees { studentId asksForReaction } } }`,
      { id: college.group },
    );
    expect(absentees).toEqual({
      alertedBy: ['GROUP_CURATOR'],
      clause: '002 §3.2 L36',
      absentees: [{ studentId: college.students.anna, asksForReaction: true }],
    });
  });

  it('R-MSG-12, R-REP-26, T-40 (002 §3.2 L30): a guardian who declined in writing is informed on paper every week', async () => {
    const statement = { accountId: college.accounts.mother, on: '2024-09-02', statement: 'вх. № 3' };
    expect(await tellAs('curator', 'declineElectronicAccess', statement)).toMatchObject({ accepted: true });
    const { absentees } = await read(
      'curator',
      `query ($id: ID!) { absentees(groupId: $id, on: "2024-09-02") { absentees {
        guardians { declinedElectronicAccess } } } }`,
      { id: college.group },
    );
    expect(absentees).toEqual({ absentees: [{ guardians: [{ declinedElectronicAccess: true }] }] });
    const printout = { duty: 'GUARDIAN_PRINTOUT', groupId: college.group, term: '2024-09-02' };
    expect(await act('curator', 'fulfilDuty', printout)).toMatchObject({
      late: false,
      rule: { parameter: 'guardian.paperFallback', clause: '002 §3.2 L30', deadline: '2024-09-08' },
    });
  });

  it('R-ROLE-18, T-59 (002 §2.3, §2.5): learners are shown marks, homework and progress, and attendance is not among them', async () => {
    await act('teacher', 'recordMark', { ...own('boris'), workType: 'LESSON_WORK', value: '4' });
    const DIARY = `query ($id: ID!) { diary(studentId: $id, from: "2024-09-02", until: "2024-09-02") {
      attendance marks { value } } }`;
    const { diary: marked } = await read('boris', DIARY, { id: college.students.boris });
    expect(marked).toContainEqual({ attendance: null, marks: [{ value: '4' }] });
    const { diary: absent } = await read('anna', DIARY, { id: college.students.anna });
    expect(absent).toContainEqual({ attendance: null, marks: [] });
  });
});

describe('a move in the middle of the period', () => {
  const early = () => ({
    journalId: subgroups.first,
    studentId: college.students.anna,
    until: '2024-10-14',
  });

  it('R-PRM-04, R-SUB-03, T-32 (002 §3.3 L44): to another subgroup is refused, to the administrator too', async () => {
    college.at('2024-10-14');
    expect(await no('administrator', 'endRosterEntry', early())).toMatchObject({
      ...MOVES,
      code: 'TRANSFER_IN_MID_PERIOD',
      facts: { on: '2024-10-14', from: '2024-09-02', until: '2024-12-28' },
    });
  });

  it('R-PRM-04, T-32 (002 §3.3 L44): is the responsible person’s alone when the period ends', async () => {
    const atTheEnd = { ...early(), until: '2024-12-28' };
    expect(await no('deputy', 'endRosterEntry', atTheEnd)).toMatchObject({ ...MOVES, code: 'NOT_PERMITTED' });
    expect(await tellAs('administrator', 'endRosterEntry', atTheEnd)).toMatchObject({ accepted: true });
  });

  it('R-PRM-02, R-PRM-03, D-22 (002 §3.2 L31): to another group is told by the curator, and made by order on its day', async () => {
    const { id: toGroupId } = await tellAs('administrator', 'formGroup', { name: 'С-22' });
    const move = { studentId: college.students.vera, toGroupId, on: '2024-10-15' };
    const asked = await tellAs('curator', 'requestStudentChange', { kind: 'TRANSFER', ...move });
    expect(asked).toMatchObject({ accepted: true });
    const transfer = { ...move, order: { number: '12-с', date: '2024-10-14' } };
    const leaving = { ...transfer, leavesJournalIds: [pages.maths, pages.english, subgroups.second] };
    expect(await no('deputy', 'transferStudent', leaving)).toMatchObject({ ...MOVES, code: 'NOT_PERMITTED' });
    expect(await tellAs('administrator', 'transferStudent', leaving)).toMatchObject({ accepted: true });
    expect(await tellAs('administrator', 'acceptStudentChange', { requestId: asked.id })).toMatchObject({
      accepted: true,
    });
  });

  it('R-REF-05, D-12 (002 §3.2 L32): personal data are looked over every month, and the curator only starts a correction', async () => {
    const data = { studentId: college.students.boris, familyName: 'Петров', givenName: 'Борис' };
    expect(await no('curator', 'correctStudentData', data)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'personalData.curatorMayEdit',
      clause: '002 §3.2 L32',
    });
    expect(await tasksOf('curator', 'PERSONAL_DATA_REVIEW', '2024-10-01', '2024-10-31')).toMatchObject([
      { term: '2024-10', parameter: 'personalData.reviewPeriod', clause: '002 §3.2 L32' },
    ]);
  });
});

describe('control and the end of the year under 002', () => {
  it('R-MON-04, R-MON-06, D-14 (002 §3.4 L50, §3.1 L23): office head and deputy control every month, the administrator reports use', async () => {
    college.at('2024-11-05');
    expect(
      await no('departmentHead', 'carryOutControl', { about: 'COLLEGE', on: '2024-11-05', findings: 0 }),
    ).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'control.frequency',
      clause: '002 §3.4 L50',
    });
    expect(
      await act('officeHead', 'carryOutControl', { about: 'COLLEGE', on: '2024-11-05', findings: 1 }),
    ).toMatchObject({ role: 'ACADEMIC_OFFICE_HEAD' });
    expect(await act('administrator', 'fulfilDuty', { duty: 'USAGE_REPORT', term: '2024-10' })).toMatchObject(
      {
        late: true,
        rule: { parameter: 'usageReport.frequency', clause: '002 §3.1 L23', deadline: '2024-10-31' },
      },
    );
  });

  it('R-MON-07, R-REP-13, T-60 (002 §3.4 L53, §3.2 L35): a study period ends with its checklist and the curator’s report to the office', async () => {
    college.at('2024-12-30');
    const { periodEndChecklist } = await read(
      'officeHead',
      'query ($id: ID!) { periodEndChecklist(periodId: $id) { clause checks } }',
      { id: pages.period },
    );
    expect(periodEndChecklist).toEqual({
      clause: '002 §3.4 L53',
      checks: ['PROGRAMME_DELIVERY', 'MARK_OBJECTIVITY', 'CONTROL_WORKS'],
    });
    expect(await tasksOf('curator', 'PERFORMANCE_REPORT', '2024-12-01', '2025-01-31')).toMatchObject([
      { term: pages.period, handedTo: 'ACADEMIC_OFFICE_HEAD', clause: '002 §3.2 L35' },
    ]);
  });

  it('R-PRT-02 (002 §4.1): the paper copy of the year is the curator’s, by 5 July', async () => {
    college.at('2025-07-06');
    const copy = { duty: 'ANNUAL_PAPER_COPY', groupId: college.group, term: '2024' };
    expect(await act('curator', 'fulfilDuty', copy)).toMatchObject({
      late: true,
      rule: { parameter: 'print.annualCopy', clause: '002 §4.1; 002 §4.3', deadline: '2025-07-05' },
    });
  });
});
