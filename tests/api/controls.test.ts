import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * A college under 001, the regulation of Bakal: control every month by the department head and by the administrator,
 * findings to the director, the deputies and the council, what fails to come to the deputies. It is 20 November 2026.
 */
let served: ServedHouse;
let college: College;
let head: ApiClient;
let curator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served, { regulation: '001' });
  head = college.as('departmentHead');
  curator = college.as('curator');
});
afterAll(() => served.close());

interface TaskAnswer {
  readonly duty: string;
  readonly dueOn: string;
  readonly state: string;
}

const TASKS = `query ($from: LocalDate!, $until: LocalDate!, $mine: Boolean!) {
  dueTasks(from: $from, until: $until, mine: $mine) {
    duty subject subjectId term roles handedTo dueOn state late doneOn parameter clause
    owners { id } group { id }
  }
}`;
const tasksOf = async (person: Person, mine = false, from = '2026-10-01', until = '2026-12-31') =>
  (await college.as(person).read(TASKS, { from, until, mine }))['dueTasks'] as readonly TaskAnswer[];
const dutiesOf = async (person: Person, mine = false) => [
  ...new Set((await tasksOf(person, mine)).map(({ duty }) => duty)),
];

describe('who owes what by when', () => {
  it('R-MON-16, T-43: a curator has the checks and statements of the own group, each with its clause', async () => {
    const tasks = await tasksOf('curator', true);
    expect(tasks).toContainEqual({
      duty: 'ATTENDANCE_REPORT',
      subject: 'GROUP',
      subjectId: college.groups.first,
      term: '2026-10',
      roles: ['GROUP_CURATOR'],
      handedTo: 'DEPARTMENT_HEAD',
      dueOn: '2026-11-10',
      state: 'OVERDUE',
      late: true,
      doneOn: null,
      parameter: 'curatorReport.attendance',
      clause: '001 §4.4',
      owners: [{ id: college.accounts.curator }],
      group: { id: college.groups.first },
    });
    expect(await dutiesOf('curator', true)).toEqual(
      expect.arrayContaining(['ATTENDANCE_WEEK_CHECK', 'PERSONAL_DATA_REVIEW', 'ATTENDANCE_REPORT']),
    );
  });

  it('R-MON-02, R-MON-06: who controls has the controls, and supervisors see the tasks of all', async () => {
    expect(await dutiesOf('departmentHead', true)).toEqual(['JOURNAL_CONTROL', 'PERIOD_END_CHECK']);
    expect(await dutiesOf('administrator', true)).toEqual(
      expect.arrayContaining(['JOURNAL_CONTROL', 'USAGE_REPORT', 'FINAL_SUMMARY']),
    );
    expect(await dutiesOf('auditor')).toEqual(
      expect.arrayContaining(['ATTENDANCE_WEEK_CHECK', 'USAGE_REPORT']),
    );
  });

  it('a teacher sees the own tasks and nobody else’s, students and guardians none', async () => {
    const from = '2026-08-01';
    const own = await tasksOf('teacher', false, from);
    expect(own).toMatchObject([
      { duty: 'WORK_PROGRAMME', dueOn: '2026-08-31', owners: [{ id: college.accounts.teacher }] },
      { duty: 'THEMATIC_PLAN', dueOn: '2026-10-04', subjectId: college.journals.algebra },
    ]);
    for (const person of ['ivanova', 'mother'] as const) {
      const { errors } = await college.as(person).query(TASKS, { from, until: '2026-12-31', mine: false });
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });

  it('T-43: a statement that is handed in late is done, and says so', async () => {
    const statement = { duty: 'ATTENDANCE_REPORT', groupId: college.groups.first, term: '2026-10' };
    expect(await curator.do('fulfilDuty', statement)).toMatchObject({
      accepted: true,
      events: [{ kind: 'DUTY_FULFILLED' }],
    });
    const [task] = (await tasksOf('curator')).filter(({ duty }) => duty === 'ATTENDANCE_REPORT');
    expect(task).toMatchObject({ dueOn: '2026-11-10', state: 'DONE', late: true, doneOn: '2026-11-20' });
    expect(await curator.refusalOf('fulfilDuty', statement)).toBe('ALREADY_DONE');
    expect(await curator.refusalOf('fulfilDuty', { ...statement, groupId: college.groups.second })).toBe(
      'NOT_IN_GROUP',
    );
    expect(await curator.refusalOf('fulfilDuty', { duty: 'USAGE_REPORT', term: '2026-11' })).toBe(
      'NOT_PERMITTED',
    );
  });

  it('R-MON-16: a week that was gone through is done', async () => {
    await curator.do('checkAttendanceWeek', { groupId: college.groups.first, week: '2026-11-16' });
    expect(await tasksOf('curator', true, '2026-11-22', '2026-11-22')).toMatchObject([
      { duty: 'ATTENDANCE_WEEK_CHECK', term: '2026-11-16', state: 'DONE', late: false, doneOn: '2026-11-20' },
    ]);
  });

  it('a stretch of days that is turned around, and a term that is none, are malformed', async () => {
    const { errors } = await curator.query(TASKS, { from: '2026-12-01', until: '2026-11-01', mine: true });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    const input = { duty: 'ATTENDANCE_REPORT', groupId: college.groups.first, term: '2026-13' };
    await expect(curator.do('fulfilDuty', input)).rejects.toThrow('BAD_USER_INPUT');
  });
});

const CONTROLS = `{ controls(from: "2026-11-01", until: "2026-11-30") {
  about aboutId on role findings summary clause by { id } } }`;
const FINDINGS = `{ findings { id about text roles pedagogicalCouncil clause answerBy answeredOn measures
  reportedBy { id } answeredBy { id } addressees { id } } }`;
const ESCALATIONS = `{ escalations(from: "2026-10-01", until: "2026-12-31") {
  task { duty dueOn } finding { text } to clause } }`;

const findingsOf = async (person: Person) =>
  (await college.as(person).read(FINDINGS))['findings'] as readonly { readonly id: string }[];

describe('a control', () => {
  it('R-MON-02, R-MON-14: is recorded by the department head, and closes the month', async () => {
    const control = {
      about: 'PAGE',
      aboutId: college.journals.algebra,
      on: '2026-11-20',
      findings: 1,
      summary: 'Нет отметок за ноябрь',
    };
    expect(await head.refusalOf('carryOutControl', control)).toBe('accepted');
    expect((await head.read(CONTROLS))['controls']).toEqual([
      {
        ...control,
        role: 'DEPARTMENT_HEAD',
        clause: '001 §5.3.1; 001 §7.2',
        by: { id: college.accounts.departmentHead },
      },
    ]);
    const own = (await tasksOf('departmentHead', true)).filter(({ duty }) => duty === 'JOURNAL_CONTROL');
    expect(own).toMatchObject([
      { dueOn: '2026-10-30', state: 'DONE', late: true, doneOn: '2026-11-20' },
      { dueOn: '2026-12-20', state: 'OPEN' },
    ]);
  });

  it('R-MON-14, T-50: is not a deputy’s under 001, nor a teacher’s, and nobody who controls enters a mark', async () => {
    const control = { about: 'COLLEGE', on: '2026-11-20', findings: 0 };
    const { userErrors } = await college.as('deputy').do('carryOutControl', control);
    expect(userErrors).toMatchObject([{ code: 'NOT_PERMITTED', clause: '001 §5.3.1; 001 §7.2' }]);
    await expect(college.as('teacher').do('carryOutControl', control)).rejects.toThrow('FORBIDDEN');
    const mark = {
      journalId: college.journals.algebra,
      lessonId: college.lessons.old,
      studentId: college.students.petrov,
      workType: 'LESSON_WORK',
      value: '5',
    };
    for (const person of ['departmentHead', 'deputy'] as const)
      await expect(college.as(person).do('recordMark', mark)).rejects.toThrow('FORBIDDEN');
  });

  it('R-MON-10, R-MON-08: what it finds goes to the director, the deputies and the teacher named, who answers', async () => {
    const { journals, accounts } = college;
    const finding = {
      about: 'PAGE',
      aboutId: journals.algebra,
      accountIds: [accounts.teacher],
      answerBy: '2026-11-24',
      text: 'Нет отметок за ноябрь',
    };
    const { id } = await head.do('reportFinding', finding);
    const reported = {
      id,
      about: 'PAGE',
      text: finding.text,
      roles: ['DIRECTOR', 'DEPUTY_DIRECTOR'],
      pedagogicalCouncil: true,
      clause: '001 §5.2.5; 001 §7.2; 001 §7.5',
      answeredOn: null,
      reportedBy: { id: accounts.departmentHead },
      addressees: [{ id: accounts.teacher }],
    };
    for (const person of ['teacher', 'director', 'deputy'] as const)
      expect(await findingsOf(person)).toMatchObject([reported]);
    expect(await findingsOf('colleague')).toEqual([]);
    expect(await findingsOf('curator')).toEqual([]);

    const answer = { findingId: id, measures: 'Отметки выставлены' };
    expect(await college.as('colleague').refusalOf('answerFinding', answer)).toBe('NOT_PERMITTED');
    expect(await college.as('teacher').refusalOf('answerFinding', answer)).toBe('accepted');
    expect(await findingsOf('departmentHead')).toMatchObject([
      { measures: answer.measures, answeredOn: '2026-11-20', answeredBy: { id: accounts.teacher } },
    ]);
  });

  it('R-MON-08: what is overdue or stays without an answer comes before the deputies, and before nobody else', async () => {
    const text = 'Темы занятий не записаны';
    await head.do('reportFinding', {
      about: 'PAGE',
      aboutId: college.journals.physics,
      accountIds: [college.accounts.colleague],
      answerBy: '2026-11-20',
      text,
    });
    const escalated = async (person: Person) =>
      (await college.as(person).read(ESCALATIONS))['escalations'] as readonly object[];
    const before = await escalated('deputy');
    expect(before).toContainEqual({
      task: { duty: 'THEMATIC_PLAN', dueOn: '2026-10-04' },
      finding: null,
      to: ['DEPUTY_DIRECTOR'],
      clause: '001 §5.3.3',
    });
    expect(before.filter((one) => 'finding' in one && one.finding !== null)).toEqual([]);
    const { clock } = college;
    const today = clock.now;
    clock.now = '2026-11-21T07:00:00.000Z';
    expect(await escalated('deputy')).toContainEqual({
      task: null,
      finding: { text },
      to: ['DEPUTY_DIRECTOR'],
      clause: '001 §5.3.3',
    });
    expect(await escalated('departmentHead')).toEqual([]);
    clock.now = today;
  });
});

const CHECKLIST = `query ($periodId: ID!) { periodEndChecklist(periodId: $periodId) {
  checks clause firstCheckedOn late findings conclusion
  pages { journalId lessonsDue lessonsRecorded lessonsWithMarks studentsWithoutMarks entries percent
    curriculumHours scheduledHours deliveredHours studentsCompared averageCurrent averageFinal
    deviating { studentId average result deviation } controlWorks { planned held marks } } } }`;
const MONITORING = `query ($groupId: ID!) { groupMonitoring(groupId: $groupId, from: "2026-10-01", until: "2026-11-20") {
  pages { journalId lessons lessonsWithMarks marks unmarkedStudentIds passed failed withoutResult
    controlWorks { held marks } }
  debts { studentId } attendance { studentId hoursMissed } missedHours
  measures { about studentId note } } }`;

describe('what the figures show', () => {
  beforeAll(async () => {
    const { journals, students, lessons } = college;
    const teacher = college.as('teacher');
    const lesson = { journalId: journals.algebra, lessonId: lessons.yesterday };
    await teacher.do('conductLesson', {
      ...lesson,
      deliveryForm: 'IN_PERSON',
      workTypes: ['CONTROL'],
      topic: 'Логарифмы',
    });
    await teacher.do('recordMark', {
      ...lesson,
      studentId: students.petrov,
      workType: 'CONTROL',
      value: '3',
    });
    await teacher.do('recordAbsence', { ...lesson, studentId: students.ivanova });
    const attested = { journalId: journals.algebra, heldOn: '2026-11-20' };
    await teacher.do('recordAttestationMark', { ...attested, studentId: students.ivanova, result: 'GRADE5' });
    await teacher.do('recordAttestationMark', {
      ...attested,
      studentId: students.petrov,
      result: 'ACADEMIC_DEBT',
    });
  });

  it('R-MON-07: the checklist has filling, delivery, objectivity and control works of every page', async () => {
    const { periodEndChecklist } = await college.as('deputy').read(CHECKLIST, { periodId: college.period });
    expect(periodEndChecklist).toMatchObject({
      checks: ['FILLING', 'PROGRAMME_DELIVERY', 'MARK_OBJECTIVITY', 'CONTROL_WORKS'],
      clause: '001 §7.3',
      firstCheckedOn: null,
      late: null,
    });
    const { pages } = periodEndChecklist as { readonly pages: readonly { readonly journalId: string }[] };
    expect(pages.find(({ journalId }) => journalId === college.journals.algebra)).toMatchObject({
      lessonsDue: 2,
      lessonsRecorded: 2,
      lessonsWithMarks: 2,
      studentsWithoutMarks: 1,
      deliveredHours: 4,
      scheduledHours: 8,
      curriculumHours: null,
      studentsCompared: 1,
      averageCurrent: '4.00',
      averageFinal: '5.00',
      deviating: [
        { studentId: college.students.ivanova, average: '4.00', result: 'GRADE5', deviation: '1.00' },
      ],
      controlWorks: { planned: 0, held: 1, marks: 1 },
    });
    const { errors } = await college.as('teacher').query(CHECKLIST, { periodId: college.period });
    expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });

  it('R-MON-07: that it was gone through is recorded, and closes the task', async () => {
    const checked = { periodId: college.period, pages: 2, findings: 1, conclusion: 'Проверено' };
    expect(await college.as('deputy').refusalOf('checkPeriodEnd', checked)).toBe('accepted');
    const { periodEndChecklist } = await head.read(CHECKLIST, { periodId: college.period });
    expect(periodEndChecklist).toMatchObject({
      firstCheckedOn: '2026-11-20',
      late: false,
      findings: 1,
      conclusion: 'Проверено',
    });
    const [task] = (await tasksOf('departmentHead', true)).filter(({ duty }) => duty === 'PERIOD_END_CHECK');
    expect(task).toMatchObject({ dueOn: '2026-12-30', state: 'DONE' });
  });

  it('R-MON-09, R-MON-12: a curator sees whether teachers mark the group, results, debts, attendance and control works', async () => {
    const { students, journals, groups } = college;
    const { groupMonitoring } = await curator.read(MONITORING, { groupId: groups.first });
    expect(groupMonitoring).toMatchObject({
      pages: [
        {
          journalId: journals.algebra,
          lessons: 2,
          lessonsWithMarks: 2,
          marks: 2,
          unmarkedStudentIds: [students.sidorov],
          passed: 1,
          failed: 1,
          withoutResult: 1,
          controlWorks: { held: 1, marks: 1 },
        },
      ],
      debts: [{ studentId: students.petrov }],
      missedHours: 2,
      measures: [],
    });
    expect((await curator.read(MONITORING, { groupId: groups.second }))['groupMonitoring']).toBeNull();
  });

  it('R-MON-12: a measure of the curator stands beside the figures, and is nobody else’s to take', async () => {
    const measure = {
      groupId: college.groups.first,
      studentId: college.students.petrov,
      about: 'DEBTS',
      on: '2026-11-20',
      note: 'Составлен график пересдач',
    };
    expect(await curator.refusalOf('takeMeasure', measure)).toBe('accepted');
    const { groupMonitoring } = await head.read(MONITORING, { groupId: college.groups.first });
    expect(groupMonitoring).toMatchObject({
      measures: [{ about: 'DEBTS', studentId: college.students.petrov, note: measure.note }],
    });
    expect(await curator.refusalOf('takeMeasure', { ...measure, groupId: college.groups.second })).toBe(
      'NOT_IN_GROUP',
    );
    await expect(college.as('teacher').do('takeMeasure', measure)).rejects.toThrow('FORBIDDEN');
  });
});
