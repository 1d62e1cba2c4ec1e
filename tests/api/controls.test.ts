import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { dueTasksOf } from '../support/due-tasks.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * A college under 001, the regulation of Bakal: control every month by the department head and by the administrator,
 * findings to the director, the deputies and the council, what fails to come to the deputies. It is 20 November 2026.
 */
let served: ServedHouse;
let college: College;
let head: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served, { regulation: '001' });
  head = college.as('departmentHead');
});
afterAll(() => served.close());

const tasksOf = async (person: Person, mine = false, from = '2026-10-01', until = '2026-12-31') =>
  await dueTasksOf(college.as(person), { from, until, mine });

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
