import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College, type Person } from '../support/college.ts';
import { dueTasksOf, TASKS } from '../support/due-tasks.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * A college under 001, the regulation of Bakal: control every month by the department head and by the administrator,
 * findings to the director, the deputies and the council, what fails to come to the deputies. It is 20 November 2026.
 */
let served: ServedHouse;
let college: College;
let curator: ApiClient;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served, { regulation: '001' });
  curator = college.as('curator');
});
afterAll(() => served.close());

const tasksOf = async (person: Person, mine = false, from = '2026-10-01', until = '2026-12-31') =>
  await dueTasksOf(college.as(person), { from, until, mine });
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
