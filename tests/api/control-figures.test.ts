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
