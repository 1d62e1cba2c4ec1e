import { regulatedCollege, type RegulatedCollege } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { openPage, type Autumn } from '../support/year-pages.ts';
import { stretchesOf2024 } from '../support/year-stretches.ts';

/* Regulation 003, ЭПОС.СПО, Berezniki: the last days before the year 2024/25. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let timetable: string;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '003');
});
afterAll(() => served.close());

const order = '№ 201 от 26.08.2024';
const books = { what: 'REFERENCE_BOOKS', term: '2024' };
const composition = () => ({ what: 'GROUP_COMPOSITION', term: '2024', groupId: college.group });

describe('003 until 28 August: reference data, calendar, curricula, timetable', () => {
  it('R-REF-03, T-47 (003 §1.6): source documents come a week before the check they are for', async () => {
    college.at('2024-08-21', '23:50');
    expect(await entered(college, 'deputy', 'handOverSourceDocuments', books)).toMatchObject({
      late: false,
      rule: { parameter: 'referenceData.docsLeadDays', clause: '003 §1.6', deadline: '2024-08-21' },
    });
    college.at('2024-08-24', '00:10');
    expect(await entered(college, 'deputy', 'handOverSourceDocuments', composition())).toMatchObject({
      late: true,
      rule: { clause: '003 §1.6', deadline: '2024-08-23' },
    });
  });

  it('R-CAL-01, R-CAL-02 (003 §3.2 L57, L60): the deputy sets the calendar and the attestation period', async () => {
    college.at('2024-08-26');
    const calendar = { year: 2024, stretches: stretchesOf2024, order };
    expect(await forbidden(college, 'scheduler', 'setAcademicCalendar', calendar)).toBe('FORBIDDEN');
    await entered(college, 'deputy', 'setAcademicCalendar', calendar);
    autumn = await openPage(college);
    const { attestationPeriods } = await college
      .as('mother')
      .read('{ attestationPeriods { title attestationMarksUntil } }');
    expect(attestationPeriods).toEqual([{ title: '1 семестр', attestationMarksUntil: '2025-01-28' }]);
  });

  it('R-REF-09, R-REF-10, R-CAL-08 (003 §3.2 L59, L62; §2 L27): students see the curriculum and its forms of control', async () => {
    const curriculum = await entered(college, 'deputy', 'adoptCurriculum', {
      programmeKind: 'SPECIALTY',
      code: '08.02.01',
      title: 'Строительство зданий',
      formOfStudy: 'FULL_TIME',
      intakeYear: 2024,
      effectiveFrom: '2024-09-01',
      lines: [
        { courseUnitId: autumn.courseUnit, semester: 1, hours: 4, weeklyHours: 2, formOfControl: 'EXAM' },
      ],
    });
    const assigned = { groupId: college.group, curriculumId: curriculum.id, from: '2024-09-01' };
    await entered(college, 'deputy', 'assignCurriculum', assigned);
    const { curriculumOf } = await college.as('anna').read(
      `query ($group: ID!) { curriculumOf(groupId: $group, on: "2024-09-01") {
        hours lines { formOfControl courseUnit { code } } } }`,
      { group: college.group },
    );
    expect(curriculumOf).toEqual({
      hours: 4,
      lines: [{ formOfControl: 'EXAM', courseUnit: { code: 'ОУД.01' } }],
    });
  });

  it('R-SCH-01, D-08 (003 §3.2 L65): the timetable is the administrators’, distance lessons included', async () => {
    college.at('2024-08-28');
    const title = { title: 'Осень', from: '2024-09-01', until: '2024-12-28' };
    for (const other of ['scheduler', 'officeHead'] as const)
      expect(await refused(college, other, 'composeTimetable', title)).toEqual({
        code: 'NOT_PERMITTED',
        parameter: 'timetable.producedBy',
        clause: '003 §3.2 L65',
        facts: { capability: 'lesson.schedule', named: 'journalAdministrator deputyDirector' },
      });
    timetable = (await entered(college, 'administrator', 'composeTimetable', title)).id ?? '';
    const entry = { timetableId: timetable, journalId: autumn.journal, startsAt: '08:30', room: '301' };
    const weekly = [
      { ...entry, weekday: 1, deliveryForm: 'IN_PERSON' },
      { ...entry, weekday: 4, deliveryForm: 'DISTANCE' },
    ];
    for (const each of weekly) await entered(college, 'deputy', 'addTimetableEntry', each);
    const week = { timetableId: timetable, from: '2024-09-02', until: '2024-09-08' };
    await entered(college, 'administrator', 'generateLessons', week);
    const { timetable: seen } = await college
      .as('mother')
      .read('{ timetable(from: "2024-09-02", until: "2024-09-08") { date startsAt room deliveryForm } }');
    expect(seen).toEqual([
      { date: '2024-09-02', startsAt: '08:30', room: '301', deliveryForm: 'IN_PERSON' },
      { date: '2024-09-05', startsAt: '08:30', room: '301', deliveryForm: 'DISTANCE' },
    ]);
  });

  it('R-REF-01, T-58 (003 §3.2 L51-56): reference books are checked by 28 August, once a year', async () => {
    college.at('2024-08-28', '23:30');
    const monthly = { ...books, term: '2024-08' };
    expect(await refused(college, 'administrator', 'checkReferenceData', monthly)).toMatchObject({
      code: 'IMPOSSIBLE_VALUE',
      clause: '003 §3.2 L51-56',
    });
    const check = { ...books, faults: 2 };
    const rule = {
      parameter: 'referenceData.checkDeadline',
      clause: '003 §3.2 L51-56',
      deadline: '2024-08-28',
    };
    expect(await entered(college, 'deputy', 'checkReferenceData', check)).toMatchObject({
      late: false,
      rule,
    });
    college.at('2024-08-29', '00:05');
    expect(await entered(college, 'administrator', 'checkReferenceData', books)).toMatchObject({
      late: true,
      rule,
    });
  });
});

describe('003 until 30 August: programmes and groups', () => {
  const programme = { hours: 6, contents: 'Модуль 1' };

  it('R-REF-07 (003 §3.2 L71-73): the curator checks the group by 30 August', async () => {
    college.at('2024-08-30', '19:00');
    expect(await entered(college, 'curator', 'checkReferenceData', composition())).toMatchObject({
      late: false,
      rule: {
        parameter: 'groupComposition.checkDeadline',
        clause: '003 §3.2 L71-73',
        deadline: '2024-08-30',
      },
    });
  });

  it('R-REF-17 (003 §3.2 L71-72): and plans what the group does beside lessons', async () => {
    const activity = { groupId: college.group, plannedOn: '2024-09-13', title: 'Субботник' };
    expect(await forbidden(college, 'deputy', 'planActivity', activity)).toBe('FORBIDDEN');
    expect((await entered(college, 'curator', 'planActivity', activity)).id).not.toBeNull();
  });

  it('R-REF-11 (003 §3.2 L67-69): work programmes are due on 30 August; the next day is late, and taken', async () => {
    const physics = await openPage(college, { code: 'ОУД.02', period: autumn.period, teacher: 'colleague' });
    college.at('2024-08-30', '20:00');
    const rule = { parameter: 'workProgramme.deadline', clause: '003 §3.2 L67-69', deadline: '2024-08-30' };
    expect(
      await entered(college, 'teacher', 'setWorkProgramme', { ...programme, journalId: autumn.journal }),
    ).toMatchObject({ late: false, rule, warnings: [] });
    college.at('2024-08-31');
    expect(
      await entered(college, 'colleague', 'setWorkProgramme', { ...programme, journalId: physics.journal }),
    ).toMatchObject({ late: true, rule });
  });

  it('R-REF-13, T-59: a thematic plan may differ from the curriculum: 003 asks for no equality, and dates no plan', async () => {
    const topics = [{ topic: 'Функции', hours: 6, workTypes: ['LESSON_WORK'] }];
    expect(
      await entered(college, 'teacher', 'adoptThematicPlan', { journalId: autumn.journal, topics }),
    ).toMatchObject({ warnings: [], rule: null, late: false });
  });
});

describe('003 at the beginning of September', () => {
  it('R-MON-11, R-REP-01 (003 §3.3 L85, §3.3 L108): what is owed has its clause; a control without a number gives no date', async () => {
    college.at('2024-09-08');
    const { dueTasks } = await college
      .as('administrator')
      .read('{ dueTasks(from: "2024-08-20", until: "2024-09-30") { duty dueOn clause state } }');
    expect(dueTasks).toEqual(
      expect.arrayContaining([
        { duty: 'SOURCE_DOCUMENTS', dueOn: '2024-08-21', clause: '003 §1.6', state: 'DONE' },
        { duty: 'REFERENCE_DATA_CHECK', dueOn: '2024-08-28', clause: '003 §3.2 L51-56', state: 'DONE' },
        { duty: 'TIMETABLE', dueOn: '2024-08-28', clause: '003 §3.2 L65; 003 §3.3 L86', state: 'DONE' },
        { duty: 'WORK_PROGRAMME', dueOn: '2024-08-30', clause: '003 §3.2 L67-69', state: 'DONE' },
        {
          duty: 'PERFORMANCE_REPORT',
          dueOn: '2024-09-05',
          clause: '003 §3.3 L108; 003 App. 1',
          state: 'OVERDUE',
        },
        {
          duty: 'ATTENDANCE_REPORT',
          dueOn: '2024-09-30',
          clause: '003 §3.3 L109; 003 App. 2',
          state: 'OPEN',
        },
      ]),
    );
    const duties = (dueTasks as readonly { readonly duty: string }[]).map(({ duty }) => duty);
    expect(duties).not.toContain('JOURNAL_CONTROL');
    expect(duties).not.toContain('FINAL_SUMMARY');
    expect(duties).not.toContain('THEMATIC_PLAN');
  });
});
