import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn } from '../support/year-pages.ts';

/* Regulation 001, Сетевой город, Bakal: plans before the first classes, and the people of the year. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let physics: Autumn;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '001');
  autumn = await openPage(college);
  physics = await openPage(college, { code: 'ОУД.02', period: autumn.period, teacher: 'colleague' });
});
afterAll(() => served.close());

const order = '№ 86 от 19.08.2024';
const line = (semester: number, hours: number, { courseUnit }: Autumn = autumn) => ({
  courseUnitId: courseUnit,
  semester,
  hours,
  weeklyHours: 2,
  formOfControl: 'EXAM',
});
const topics = (...hours: readonly number[]) =>
  hours.map((each, index) => ({ topic: `Тема ${index + 1}`, hours: each, workTypes: ['LESSON_WORK'] }));

describe('001 before the academic year', () => {
  it('R-SCH-06, D-08 (001 §9.1.5): the lab assistant makes the timetable, and neither deputies nor administrators', async () => {
    const title = { title: 'Осень', from: '2024-09-01', until: '2024-12-28' };
    for (const other of ['deputy', 'administrator', 'officeHead'] as const)
      expect(await refused(college, other, 'composeTimetable', title)).toEqual({
        code: 'NOT_PERMITTED',
        parameter: 'timetable.producedBy',
        clause: '001 §9.1.5',
        facts: { capability: 'lesson.schedule', named: 'scheduler' },
      });
    const { id: timetableId } = await entered(college, 'scheduler', 'composeTimetable', title);
    const entry = { timetableId, journalId: autumn.journal, weekday: 2, startsAt: '08:30', room: '301' };
    await entered(college, 'scheduler', 'addTimetableEntry', { ...entry, deliveryForm: 'IN_PERSON' });
    const week = { timetableId, from: '2024-09-02', until: '2024-09-08' };
    await entered(college, 'scheduler', 'generateLessons', week);
    const { timetable } = await college
      .as('anna')
      .read('{ timetable(from: "2024-09-02", until: "2024-09-08") { date startsAt room } }');
    expect(timetable).toEqual([{ date: '2024-09-03', startsAt: '08:30', room: '301' }]);
  });

  it('R-REF-11 (001 §5.5.2): work programmes are there before the year', async () => {
    const curriculum = await entered(college, 'administrator', 'adoptCurriculum', {
      programmeKind: 'SPECIALTY',
      code: '15.02.12',
      title: 'Монтаж и ремонт',
      formOfStudy: 'FULL_TIME',
      intakeYear: 2024,
      effectiveFrom: '2024-09-01',
      lines: [line(1, 4), line(2, 2), line(1, 2, physics)],
    });
    const assigned = { groupId: college.group, curriculumId: curriculum.id, from: '2024-09-01' };
    await entered(college, 'administrator', 'assignCurriculum', assigned);
    college.at('2024-08-31', '23:30');
    const programme = { journalId: autumn.journal, hours: 6, contents: 'Модуль 1' };
    expect(await entered(college, 'teacher', 'setWorkProgramme', programme)).toMatchObject({
      late: false,
      rule: { parameter: 'workProgramme.deadline', clause: '001 §5.5.2', deadline: '2024-08-31' },
    });
  });

  it('R-REF-13 (001 §5.5.2): a thematic plan whose hours differ from curriculum and programme is refused', async () => {
    const plan = { journalId: autumn.journal, topics: topics(4) };
    expect(await refused(college, 'teacher', 'adoptThematicPlan', plan)).toEqual({
      code: 'HOURS_DO_NOT_ADD_UP',
      parameter: 'thematicPlan.hoursMustEqual',
      clause: '001 §5.5.2',
      facts: { with: 'curriculum', planned: '4', wanted: '6', difference: '-2' },
    });
    const reason = 'Меньше практики';
    const programme = { journalId: autumn.journal, hours: 5, contents: 'Модуль 1', reason };
    await entered(college, 'teacher', 'setWorkProgramme', programme);
    expect(
      await refused(college, 'teacher', 'adoptThematicPlan', { ...plan, topics: topics(4, 2) }),
    ).toMatchObject({ clause: '001 §5.5.2', facts: { with: 'workProgramme', difference: '1' } });
    await entered(college, 'teacher', 'setWorkProgramme', { ...programme, hours: 6, reason: 'Как в плане' });
  });

  it('R-REF-12 (001 §4.2): it is due before the first lesson; a second plan comes after its classes, late', async () => {
    college.at('2024-09-02', '20:00');
    const plan = { journalId: autumn.journal, topics: topics(4, 2) };
    expect(await entered(college, 'teacher', 'adoptThematicPlan', plan)).toMatchObject({
      late: false,
      rule: { parameter: 'thematicPlan.deadline', clause: '001 §4.2', deadline: '2024-09-02' },
    });
    await lessonOn(college, 'scheduler', physics.journal, '2024-09-03', { startsAt: '10:15' });
    college.at('2024-09-03', '07:00');
    const later = { journalId: physics.journal, topics: topics(2) };
    expect(await entered(college, 'colleague', 'adoptThematicPlan', later)).toMatchObject({
      late: true,
      rule: { clause: '001 §4.2', deadline: '2024-09-02' },
    });
  });

  it('R-LES-02, R-LES-13, R-MON-15 (001 §5.5.10, §3.11): lessons follow the plan; a topic beside it is pointed out', async () => {
    const lesson = await lessonOn(college, 'scheduler', autumn.journal, '2024-09-04');
    college.at('2024-09-04');
    expect(await hold(college, lesson, { topic: 'Другое' })).toMatchObject({
      warnings: [
        {
          code: 'TOPIC_NOT_IN_PLAN',
          parameter: 'thematicPlan.hoursMustEqual',
          clause: '001 §5.5.2',
        },
      ],
    });
    const { programmeProgress } = await college
      .as('deputy')
      .read('query ($id: ID!) { programmeProgress(journalId: $id) { curriculumHours plannedHours } }', {
        id: autumn.journal,
      });
    expect(programmeProgress).toEqual({ curriculumHours: 4, plannedHours: 6 });
  });

  it('R-REF-16, R-MRK-12 (001 §4.3, §5.5.3): what a mark asks for is published', async () => {
    const criteria = { journalId: autumn.journal, workTypes: ['GRAPHIC'], criteria: '5: без ошибок' };
    await entered(college, 'teacher', 'setGradingCriteria', { ...criteria, checkingDays: 7 });
    const { gradingCriteria } = await college
      .as('anna')
      .read('query ($id: ID!) { gradingCriteria(courseUnitId: $id) { criteria checkingDays } }', {
        id: autumn.courseUnit,
      });
    expect(gradingCriteria).toEqual({ criteria: '5: без ошибок', checkingDays: 7 });
  });
});

describe('001 in September: the people', () => {
  const data = () => ({ studentId: college.students.boris, familyName: 'Иванов', givenName: 'Борис' });

  it('R-REF-05, D-12 (001 §5.4.1): the curator corrects the data of the own students at once', async () => {
    await entered(college, 'curator', 'correctStudentData', data());
    const { student } = await college
      .as('boris')
      .read('query ($id: ID!) { student(id: $id) { familyName givenName } }', { id: data().studentId });
    expect(student).toEqual({ familyName: 'Иванов', givenName: 'Борис' });
    expect(await forbidden(college, 'teacher', 'correctStudentData', data())).toBe('FORBIDDEN');
  });

  it('R-REF-05 (001 §5.4.1): and goes through the questionnaires once a month', async () => {
    college.at('2024-09-30', '23:30');
    const review = { what: 'PERSONAL_DATA', term: '2024-09', groupId: college.group };
    const rule = { parameter: 'personalData.reviewPeriod', clause: '001 §5.4.1', deadline: '2024-09-30' };
    expect(await entered(college, 'curator', 'checkReferenceData', review)).toMatchObject({
      late: false,
      rule,
    });
  });

  it('R-PRM-02 (001 §5.4.3): tells the administrator of a new surname, who carries it out by an order', async () => {
    college.at('2024-10-01');
    const { boris: studentId } = college.students;
    const name = { familyName: 'Петров', givenName: 'Борис' };
    const request = { kind: 'SURNAME_CHANGE', studentId, on: '2024-10-01', name };
    const { id: requestId } = await entered(college, 'curator', 'requestStudentChange', request);
    expect(await forbidden(college, 'curator', 'acceptStudentChange', { requestId })).toBe('FORBIDDEN');
    const byOrder = { requestId, order: { number: '20-с', date: '2024-10-01' } };
    await entered(college, 'administrator', 'acceptStudentChange', byOrder);
    const { studentNameOn } = await college
      .as('administrator')
      .read('query ($id: ID!) { studentNameOn(studentId: $id, on: "2024-09-30") { familyName } }', {
        id: studentId,
      });
    expect(studentNameOn).toEqual({ familyName: 'Иванов' });
  });

  it('R-ROLE-01, T-38 (001 §2.5): trusted persons are no users of this journal; instructors are', async () => {
    const grandmother = { holder: 'GUARDIAN', name: 'Бабушка' };
    const { id: accountId } = await entered(college, 'administrator', 'openAccount', grandmother);
    const delegation = { accountId, guardianshipId: college.guardianship, rights: ['DIARY_READ'] };
    expect(await refused(college, 'mother', 'grantGuardianDelegation', delegation)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'userCategories.trustedPerson',
      clause: '001 §2.5',
    });
    const role = { accountId: college.accounts.colleague, role: 'PRACTICAL_TRAINING_INSTRUCTOR', order };
    await entered(college, 'administrator', 'grantRole', role);
    const { viewer } = await college.as('colleague').read('{ viewer { roles } }');
    expect(viewer).toEqual({ roles: expect.arrayContaining(['PRACTICAL_TRAINING_INSTRUCTOR']) as unknown });
  });

  it('R-SUB-02, D-22 (001 §5.5.9, §5.4.3): each subgroup has its own page; students change whenever it is notified', async () => {
    const languages = { courseUnitId: autumn.courseUnit, groupId: college.group, periodId: autumn.period };
    const terms = { ...languages, scale: 'FIVE_POINT', attestationForm: 'CREDIT' };
    const open = async (
      subgroup: string,
      teacher: 'teacher' | 'colleague',
      studentIds: readonly string[],
    ) => {
      const page = { ...terms, subgroup, studentIds };
      const { id: journalId } = await entered(college, 'administrator', 'openJournal', page);
      const load = { journalId, accountId: college.accounts[teacher], from: '2024-09-01' };
      await entered(college, 'administrator', 'assignTeacher', load);
      return journalId ?? '';
    };
    const { anna, boris, vera } = college.students;
    const first = await open('первая', 'teacher', [anna]);
    const second = await open('вторая', 'colleague', [boris, vera]);
    const lesson = await lessonOn(college, 'scheduler', second, '2024-10-02');
    college.at('2024-10-02');
    await hold(college, lesson, {}, 'colleague');
    const mark = { ...lesson, studentId: boris, workType: 'LESSON_WORK', value: '4' };
    expect(await refused(college, 'teacher', 'recordMark', mark)).toMatchObject({
      code: 'NOT_IN_LOAD',
      clause: '001 §5.5.9',
    });
    const leaving = { journalId: second, studentId: boris, until: '2024-10-02' };
    await entered(college, 'administrator', 'endRosterEntry', leaving);
    const joining = { journalId: first, studentIds: [boris], from: '2024-10-03' };
    expect(await entered(college, 'administrator', 'extendRoster', joining)).toMatchObject({ warnings: [] });
  });

  it('T-59: 001 knows no extracurricular journal, so nobody keeps one', async () => {
    const activity = { groupId: college.group, plannedOn: '2024-10-11', title: 'Субботник' };
    expect(await refused(college, 'curator', 'planActivity', activity)).toMatchObject({
      code: 'NOT_PERMITTED',
      parameter: 'extracurricularJournal',
      clause: '001: silent',
    });
  });
});
