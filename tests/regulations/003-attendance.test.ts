import { regulatedCollege, type RegulatedCollege, type YearPerson } from '../support/regulated-college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { entered, forbidden, refused } from '../support/year-acts.ts';
import { hold, lessonOn, openPage, type Autumn, type LessonOfPage } from '../support/year-pages.ts';

/* Regulation 003, ЭПОС.СПО, Berezniki: who is absent in September, who says so, and what it adds up to. */
let served: ServedHouse;
let college: RegulatedCollege;
let autumn: Autumn;
let monday: LessonOfPage;
let thursday: LessonOfPage;

beforeAll(async () => {
  served = await serveHouse();
  college = await regulatedCollege(served, '003');
  autumn = await openPage(college);
  monday = await lessonOn(college, 'administrator', autumn.journal, '2024-09-02');
  thursday = await lessonOn(college, 'administrator', autumn.journal, '2024-09-05');
});
afterAll(() => served.close());

type Name = 'anna' | 'boris' | 'vera';
const at = (lesson: LessonOfPage, student: Name) => ({ ...lesson, studentId: college.students[student] });
const RULE = { parameter: 'attendance.entryDeadline', clause: '003 §3.3 L95', deadline: '2024-09-03' };

const attendanceOf = async (person: YearPerson, student: Name, date: string): Promise<unknown> =>
  (
    await college.as(person).read(
      `query ($id: ID!, $date: LocalDate!) { diary(studentId: $id, from: $date, until: $date) {
        attendance classified hoursMissed } }`,
      { id: college.students[student], date },
    )
  )['diary'];

describe('003 on 2 September: who was absent', () => {
  it('R-ATT-15 (003 §3.3 L83, L85): the deputy sees, live, at which lessons nobody has taken attendance', async () => {
    college.at('2024-09-02', '11:00');
    await hold(college, monday);
    const live = '{ lessonsWithoutAttendance { lessonId } }';
    expect((await college.as('deputy').read(live))['lessonsWithoutAttendance']).toEqual([
      { lessonId: monday.lessonId },
    ]);
  });

  it('R-ATT-01, R-ATT-02, T-12 (003 §3.3 L95): the day after the lesson is still in time', async () => {
    college.at('2024-09-03', '23:55');
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'boris'))).toMatchObject({
      late: false,
      rule: RULE,
    });
    college.at('2024-09-04', '00:05');
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'anna'))).toMatchObject({
      late: true,
      rule: RULE,
    });
  });

  it('R-ATT-09, T-14 (003 App. 2 L564): the curator says by hand whether it is excused; until then it is neither', async () => {
    expect(await attendanceOf('anna', 'anna', '2024-09-02')).toEqual([
      { attendance: 'ABSENT', classified: 'UNCLASSIFIED', hoursMissed: 2 },
    ]);
    const excused = { ...at(monday, 'boris'), as: 'EXCUSED', reason: 'Справка' };
    for (const person of ['teacher', 'deputy', 'administrator'] as const)
      expect(await forbidden(college, person, 'classifyAbsence', excused)).toBe('FORBIDDEN');
    await entered(college, 'curator', 'classifyAbsence', excused);
    await entered(college, 'curator', 'classifyAbsence', { ...at(monday, 'anna'), as: 'UNEXCUSED' });
    expect(await attendanceOf('boris', 'boris', '2024-09-02')).toMatchObject([{ classified: 'EXCUSED' }]);
  });

  it('D-05, T-13 (003 §3.3 L96; App. 2 L564): but corrects no absence, neither alone nor with the teacher', async () => {
    const refusal = {
      code: 'NOT_PERMITTED',
      parameter: 'attendance.curatorMayCorrect',
      clause: '003 §3.3 L96; 003 App. 2 L564',
      facts: { capability: 'absence.correct' },
    };
    const cancellation = { ...at(monday, 'boris'), reason: 'Присутствовал' };
    expect(await refused(college, 'curator', 'cancelAbsence', cancellation)).toEqual(refusal);
    const proposal = { ...cancellation, to: 'PRESENT' };
    expect(await refused(college, 'curator', 'proposeAbsenceCorrection', proposal)).toEqual(refusal);
  });

  it('R-ATT-11 (003 §2 L29, §3.2 L75): who was absent without a word asks for a reaction; the system alerts', async () => {
    const { absentees } = await college.as('curator').read(
      `query ($id: ID!) { absentees(groupId: $id, on: "2024-09-02") {
        alertedBy clause absentees { studentId asksForReaction } } }`,
      { id: college.group },
    );
    expect(absentees).toEqual({
      alertedBy: ['SYSTEM'],
      clause: '003 §3.2 L75',
      absentees: [
        { studentId: college.students.anna, asksForReaction: true },
        { studentId: college.students.boris, asksForReaction: false },
      ],
    });
  });
});

describe('003 on 5 September: absences announced ahead', () => {
  it('R-ATT-03, T-11 (003 §3.3 L96): by the guardian or the curator; they count in nothing yet', async () => {
    const rule = { parameter: 'attendance.announcedAbsence', clause: '003 §3.3 L96' };
    const announcement = { ...at(thursday, 'anna'), reason: 'Приём у врача' };
    expect(await entered(college, 'mother', 'announceAbsence', announcement)).toMatchObject({ rule });
    expect(await entered(college, 'curator', 'announceAbsence', at(thursday, 'vera'))).toMatchObject({
      rule,
    });
    expect(await forbidden(college, 'boris', 'announceAbsence', at(thursday, 'boris'))).toBe('FORBIDDEN');
    expect(await attendanceOf('mother', 'anna', '2024-09-05')).toMatchObject([
      { attendance: 'ANNOUNCED', hoursMissed: 0 },
    ]);
  });

  it('R-ATT-04, T-10 (003 §3.3 L96): the teacher takes it back from who came after all; the notice stays in history', async () => {
    college.at('2024-09-05');
    await hold(college, thursday);
    const present = { ...at(thursday, 'anna'), reason: 'Присутствует' };
    await entered(college, 'teacher', 'cancelAbsence', present);
    await entered(college, 'teacher', 'recordAbsence', at(thursday, 'vera'));
    const { auditTrail } = await college
      .as('auditor')
      .read(
        `query ($filter: AuditFilter!) { auditTrail(filter: $filter) { nodes { kind onBehalfOf { id } } } }`,
        { filter: { studentId: college.students.anna, kinds: ['ABSENCE_ANNOUNCED', 'ABSENCE_CANCELLED'] } },
      );
    expect(auditTrail).toEqual({
      nodes: [
        { kind: 'ABSENCE_CANCELLED', onBehalfOf: null },
        { kind: 'ABSENCE_ANNOUNCED', onBehalfOf: { id: college.students.anna } },
      ],
    });
  });
});

describe('003 in September: other forms of lessons', () => {
  const BASIS = `query ($id: ID!) { gradebook(journalId: $id) { lessons { date deliveryForm attendanceBasis } } }`;

  it('R-LES-09, R-LES-10, T-56 (003 §3.3 L99-101): attendance rests on the live session, or on the results of tasks', async () => {
    const at12 = await lessonOn(college, 'administrator', autumn.journal, '2024-09-12');
    const at13 = await lessonOn(college, 'administrator', autumn.journal, '2024-09-13');
    college.at('2024-09-13');
    await hold(college, at12, { deliveryForm: 'DISTANCE' });
    await hold(college, at13, { deliveryForm: 'ELECTRONIC' });
    const late = { ...at(at13, 'anna'), minutes: 5 };
    expect(await refused(college, 'teacher', 'recordLateArrival', late)).toMatchObject({
      code: 'ATTENDANCE_BY_RESULTS',
      parameter: 'distanceAndElectronicForms',
      clause: '003 §3.3 L99-101',
    });
    const { gradebook } = await college.as('teacher').read(BASIS, { id: autumn.journal });
    const { lessons } = gradebook as { readonly lessons: readonly unknown[] };
    expect(lessons).toEqual(
      expect.arrayContaining([
        { date: '2024-09-12', deliveryForm: 'DISTANCE', attendanceBasis: 'LIVE_SESSION' },
        { date: '2024-09-13', deliveryForm: 'ELECTRONIC', attendanceBasis: 'TASK_RESULTS' },
      ]),
    );
  });

  it('R-LES-11 (003 §3.3 L98, L100): the tasks of an electronic lesson are issued and checked', async () => {
    const lesson = await lessonOn(college, 'administrator', autumn.journal, '2024-09-14');
    college.at('2024-09-14');
    await hold(college, lesson, { deliveryForm: 'ELECTRONIC', workTypes: ['INDEPENDENT'] });
    const task = { ...lesson, workType: 'INDEPENDENT', contents: 'Тест 1', electronic: true };
    const { id: assignmentId } = await entered(college, 'teacher', 'issueAssignment', task);
    const checked = { journalId: autumn.journal, assignmentId, checkedOn: '2024-09-14' };
    await entered(college, 'teacher', 'checkAssignment', { ...checked, studentIds: [college.students.anna] });
    const { assignments } = await college
      .as('anna')
      .read('query ($id: ID!) { assignments(journalId: $id) { electronic checkedStudentIds } }', {
        id: autumn.journal,
      });
    expect(assignments).toEqual([{ electronic: true, checkedStudentIds: [college.students.anna] }]);
  });

  it('R-LES-15 (003 §3.3 L106): the curator keeps the extracurricular journal of the own group', async () => {
    const activity = { groupId: college.group, heldOn: '2024-09-14', academicHours: 2, notes: 'Субботник' };
    const held = { ...activity, studentIds: [college.students.anna] };
    expect(await forbidden(college, 'teacher', 'recordActivity', held)).toBe('FORBIDDEN');
    await entered(college, 'curator', 'recordActivity', held);
    const { extracurricularJournal } = await college
      .as('anna')
      .read(
        'query ($id: ID!) { extracurricularJournal(groupId: $id) { notes academicHours participants } }',
        {
          id: college.group,
        },
      );
    expect(extracurricularJournal).toEqual([{ notes: 'Субботник', academicHours: 2, participants: 1 }]);
  });
});

describe('003 at the end of September', () => {
  it('T-09, D-04 (003 §3.3 L89, L95): the window of marks is none of absences: one is taken weeks later, and is late', async () => {
    college.at('2024-09-30');
    const mark = { ...at(monday, 'vera'), workType: 'LESSON_WORK', value: '4' };
    expect(await refused(college, 'teacher', 'recordMark', mark)).toMatchObject({
      code: 'EDIT_WINDOW_CLOSED',
    });
    expect(await entered(college, 'teacher', 'recordAbsence', at(monday, 'vera'))).toMatchObject({
      late: true,
      rule: RULE,
    });
  });

  it('R-ATT-10, T-15, T-16 (003 App. 2 L357-367, L558-560): days, lessons and hours are counted apart, and per cent of person-hours', async () => {
    const { attendanceSummary } = await college.as('curator').read(
      `query ($id: ID!) { attendanceSummary(groupId: $id, month: "2024-09") {
        missedHours unexcusedHours personHours missedPercent
        students { studentId daysMissed lessonsMissed hoursMissed excusedHours unexcusedHours unclassifiedHours } } }`,
      { id: college.group },
    );
    const { students, ...totals } = attendanceSummary as { readonly students: readonly unknown[] };
    expect(totals).toEqual({ missedHours: 8, unexcusedHours: 2, personHours: 30, missedPercent: '26.7' });
    const none = { excusedHours: 0, unexcusedHours: 0, unclassifiedHours: 0 };
    const { anna, boris, vera } = college.students;
    const one = { ...none, daysMissed: 1, lessonsMissed: 1, hoursMissed: 2 };
    expect(students).toEqual(
      expect.arrayContaining([
        { ...one, studentId: anna, unexcusedHours: 2 },
        { ...one, studentId: boris, excusedHours: 2 },
        { ...none, studentId: vera, daysMissed: 2, lessonsMissed: 2, hoursMissed: 4, unclassifiedHours: 4 },
      ]),
    );
  });

  it('R-MON-12, R-ROLE-25 (003 §3.3 L107-109): the curator watches the own group, and what has been done about it', async () => {
    const measure = { groupId: college.group, about: 'ATTENDANCE', on: '2024-09-30', note: 'Беседа' };
    await entered(college, 'curator', 'takeMeasure', { ...measure, studentId: college.students.vera });
    const { groupMonitoring } = await college.as('curator').read(
      `query ($id: ID!) { groupMonitoring(groupId: $id, from: "2024-09-01", until: "2024-09-30") {
        missedHours measures { about } pages { journalId } } }`,
      { id: college.group },
    );
    expect(groupMonitoring).toMatchObject({ missedHours: 8, measures: [{ about: 'ATTENDANCE' }] });
  });

  it('R-MON-11 (003 §3.3 L85, L95): what came late is counted under its clause', async () => {
    const { timeliness } = await college
      .as('deputy')
      .read('{ timeliness(from: "2024-09-01", until: "2024-09-30") { parameter clause entries late } }');
    expect(timeliness).toEqual([
      { parameter: 'attendance.entryDeadline', clause: '003 §3.3 L95', entries: 5, late: 2 },
    ]);
  });
});
