import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { lessonOn, openPage, type Autumn, type LessonOfPage } from '../support/year-pages.ts';
import { stretchesOf2024 } from '../support/year-stretches.ts';

/* Regulation 001, Сетевой город, Bakal: who controls the journal and tells whom; an outage, and what is brought over. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '001');
  await entered(college, 'deputy', 'setAcademicCalendar', { year: 2024, stretches: stretchesOf2024 });
  autumn = await openPage(college);
});
afterAll(() => served.close());

const tasksOf = async (person: YearPerson, duty: string): Promise<readonly object[]> => {
  const { dueTasks } = await college.as(person).read(`{
    dueTasks(from: "2024-09-01", until: "2025-06-30") { duty dueOn clause state roles } }`);
  return (dueTasks as readonly { readonly duty: string }[]).filter((task) => task.duty === duty);
};

describe('001 in September: the control of journals', () => {
  const control = { about: 'COLLEGE', on: '2024-09-20', findings: 1, summary: 'Нет тем' };
  const rule = { parameter: 'control.frequency', clause: '001 §5.3.1; 001 §7.2' };

  it('R-MON-02, R-MON-03 (001 §5.3.1, §7.2): is the department head’s and the administrator’s, each once a month', async () => {
    college.at('2024-09-20');
    expect(await refused(college, 'deputy', 'carryOutControl', control)).toMatchObject({
      code: 'NOT_PERMITTED',
      ...rule,
    });
    expect(await entered(college, 'departmentHead', 'carryOutControl', control)).toMatchObject({ rule });
    expect(await tasksOf('director', 'JOURNAL_CONTROL')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ roles: ['DEPARTMENT_HEAD'], state: 'DONE', clause: rule.clause }),
        expect.objectContaining({ roles: ['DEPARTMENT_HEAD'], dueOn: '2024-10-20', state: 'OPEN' }),
        expect.objectContaining({ roles: ['JOURNAL_ADMINISTRATOR'], dueOn: '2024-09-30', state: 'OPEN' }),
      ]),
    );
  });

  it('R-MON-10 (001 §5.2.5, §7.5): what was found goes to the director, the deputies and the pedagogical council', async () => {
    const finding = {
      about: 'PAGE',
      aboutId: autumn.journal,
      text: 'Темы не записаны',
      answerBy: '2024-09-27',
    };
    const told = { ...finding, accountIds: [college.accounts.teacher] };
    await entered(college, 'departmentHead', 'reportFinding', told);
    const { findings } = await college
      .as('deputy')
      .read('{ findings { roles pedagogicalCouncil clause addressees { id } } }');
    expect(findings).toEqual([
      {
        roles: ['DIRECTOR', 'DEPUTY_DIRECTOR'],
        pedagogicalCouncil: true,
        clause: '001 §5.2.5; 001 §7.2; 001 §7.5',
        addressees: [{ id: college.accounts.teacher }],
      },
    ]);
  });

  it('R-MON-08 (001 §5.3.3): where nothing follows, the deputies are informed', async () => {
    college.at('2024-10-02');
    const escalations =
      '{ escalations(from: "2024-09-01", until: "2024-10-01") { to clause finding { answerBy } } }';
    const { escalations: told } = await college.as('deputy').read(escalations);
    expect(told).toContainEqual({
      to: ['DEPUTY_DIRECTOR'],
      clause: '001 §5.3.3',
      finding: { answerBy: '2024-09-27' },
    });
    expect(await college.as('director').read(escalations)).toEqual({ escalations: [] });
  });

  it('R-MON-06, R-REP-07 (001 §8.1): the administrator reports every month how the journal is used', async () => {
    const report = { duty: 'USAGE_REPORT', term: '2024-09' };
    expect(await entered(college, 'administrator', 'fulfilDuty', report)).toMatchObject({
      late: true,
      rule: { parameter: 'usageReport.frequency', clause: '001 §8.1', deadline: '2024-09-30' },
    });
  });

  it('R-REP-03, T-43 (001 §4.4): the curator hands the attendance statement in by the 10th of the next month', async () => {
    const statement = { duty: 'ATTENDANCE_REPORT', term: '2024-09', groupId: college.group };
    college.at('2024-10-10', '23:50');
    expect(await forbidden(college, 'teacher', 'fulfilDuty', statement)).toBe('FORBIDDEN');
    expect(await entered(college, 'curator', 'fulfilDuty', statement)).toMatchObject({
      late: false,
      rule: { parameter: 'curatorReport.attendance', clause: '001 §4.4', deadline: '2024-10-10' },
    });
  });
});

describe('001 at the end of the semester', () => {
  it('R-MON-07 (001 §7.3): filling, delivery, objectivity and control works are gone through in each', async () => {
    college.at('2024-12-28', '20:00');
    const check = { periodId: autumn.period, pages: 1, findings: 0, conclusion: 'Замечаний нет' };
    expect(await entered(college, 'departmentHead', 'checkPeriodEnd', check)).toMatchObject({
      late: false,
      rule: { parameter: 'control.periodEndCheck', clause: '001 §7.3', deadline: '2024-12-28' },
    });
    const { periodEndChecklist } = await college
      .as('deputy')
      .read(
        `query ($id: ID!) { periodEndChecklist(periodId: $id) { checks clause late pages { journalId } } }`,
        { id: autumn.period },
      );
    expect(periodEndChecklist).toEqual({
      checks: ['FILLING', 'PROGRAMME_DELIVERY', 'MARK_OBJECTIVITY', 'CONTROL_WORKS'],
      clause: '001 §7.3',
      late: false,
      pages: [{ journalId: autumn.journal }],
    });
  });

  it('R-REP-10 (001 §10.4): the summary of marks is the administrator’s, once a semester', async () => {
    expect(await tasksOf('administrator', 'FINAL_SUMMARY')).toEqual([
      {
        duty: 'FINAL_SUMMARY',
        dueOn: '2024-12-28',
        clause: '001 §10.4',
        state: 'OPEN',
        roles: ['JOURNAL_ADMINISTRATOR'],
      },
    ]);
  });
});

describe('001 in spring: the journal is out of reach', () => {
  let lesson: LessonOfPage;
  let outageId: string;
  const record = { deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Тема' };

  it('R-OUT-01 (001 §10.1): temporary journals are kept, and an inspection is put off until it is back', async () => {
    const spring = await entered(college, 'administrator', 'setAttestationPeriod', {
      kind: 'SEMESTER',
      title: '2 семестр',
      from: '2025-01-09',
      until: '2025-06-28',
    });
    const { journal } = await openPage(college, { period: spring.id ?? '', code: 'ОУД.02' });
    lesson = await lessonOn(college, 'scheduler', journal, '2025-02-03');
    college.at('2025-03-03');
    const outage = { from: '2025-02-03', reason: 'Авария на линии' };
    expect(await forbidden(college, 'deputy', 'declareOutage', outage)).toBe('FORBIDDEN');
    const declared = await entered(college, 'administrator', 'declareOutage', outage);
    expect(declared).toMatchObject({ rule: { parameter: 'outage.temporaryJournal', clause: '001 §10.1' } });
    outageId = declared.id ?? '';
  });

  it('R-OUT-03 (001 §10.3): an inspection that falls into it waits for its data until access is back', async () => {
    const inspection = { outageId, inspection: 'Распоряжение № 5' };
    expect(await entered(college, 'administrator', 'deferInspection', inspection)).toMatchObject({
      rule: { parameter: 'outage.inspectionDeferral', clause: '001 §10.3' },
    });
  });

  it('R-OUT-02, T-42, T-08 (001 §10.2): five working days from the restoration are for bringing entries over', async () => {
    const holiday = { date: '2025-03-08', kind: 'DAY_OFF' };
    const calendar = { year: 2025, source: 'Постановление № 1335', days: [holiday] };
    await entered(college, 'administrator', 'importProductionCalendar', calendar);
    college.at('2025-03-05');
    const rule = { parameter: 'outage.backEntryWorkingDays', clause: '001 §10.2', deadline: '2025-03-12' };
    const access = { outageId, on: '2025-03-05' };
    expect(await entered(college, 'administrator', 'restoreAccess', access)).toMatchObject({ rule });
    expect(await tasksOf('teacher', 'BACK_ENTRY')).toMatchObject([
      { dueOn: '2025-03-12', clause: '001 §10.2', state: 'OPEN' },
    ]);
  });

  it('R-OUT-02, T-42 (001 §10.2): though the window closed meanwhile; not without the temporary journal', async () => {
    college.at('2025-03-12', '23:50');
    expect(await refused(college, 'teacher', 'conductLesson', { ...lesson, ...record })).toMatchObject({
      code: 'EDIT_WINDOW_CLOSED',
    });
    expect(
      await entered(college, 'teacher', 'conductLesson', { ...lesson, ...record }, { outageId }),
    ).toMatchObject({
      late: false,
      rule: { parameter: 'outage.backEntryWorkingDays', clause: '001 §10.2', deadline: '2025-03-12' },
    });
    const mark = { ...lesson, studentId: college.students.anna, workType: 'LESSON_WORK', value: '5' };
    await entered(college, 'teacher', 'recordMark', mark, { outageId });
    const { auditTrail } = await college
      .as('auditor')
      .read('{ auditTrail(filter: { kinds: [MARK_RECORDED] }) { nodes { occurredOn source outageId } } }');
    expect(auditTrail).toEqual({
      nodes: [{ occurredOn: '2025-02-03', source: 'TEMPORARY_JOURNAL', outageId }],
    });
  });

  it('R-OUT-02 (001 §10.2): from the sixth on the window is closed again', async () => {
    college.at('2025-03-13', '00:05');
    const mark = { ...lesson, studentId: college.students.boris, workType: 'LESSON_WORK', value: '5' };
    expect(await refused(college, 'teacher', 'recordMark', mark, { outageId })).toMatchObject({
      code: 'EDIT_WINDOW_CLOSED',
      clause: '001: silent, D-01',
    });
  });
});
