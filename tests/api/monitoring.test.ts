import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

const AUTUMN = 'from: "2026-09-01", until: "2026-12-30"';
const ask = async <Shape>(client: ApiClient, query: string): Promise<Shape> =>
  (Object.values(await client.read(query))[0] ?? null) as Shape;
const codeOf = async (client: ApiClient, query: string): Promise<unknown> =>
  (await client.query(query)).errors?.[0]?.extensions?.['code'];
const conduct = (lesson: 'today' | 'yesterday') => ({
  journalId: college.journals.algebra,
  lessonId: college.lessons[lesson],
  deliveryForm: 'IN_PERSON',
  workTypes: ['LESSON_WORK'],
  topic: 'Функции',
});

describe('attendance, live', () => {
  const LIVE = '{ lessonsWithoutAttendance { lessonId startsAt gaps teachers { name } journal { id } } }';
  const live = (person: 'deputy' | 'teacher' | 'curator' | 'colleague') =>
    ask<readonly { readonly lessonId: string }[]>(college.as(person), LIVE);

  it('R-ATT-15: the administration sees which lessons of today have begun without it', async () => {
    const lesson = {
      lessonId: college.lessons.today,
      startsAt: '08:30',
      gaps: ['NOT_RECORDED'],
      teachers: [{ name: 'teacher' }],
      journal: { id: college.journals.algebra },
    };
    expect(await live('deputy')).toEqual([lesson]);
    expect(await live('teacher')).toEqual([lesson]);
    expect(await live('curator')).toEqual([lesson]);
    expect(await live('colleague')).toEqual([]);
  });

  it('R-ATT-15: the lesson is gone from the list once attendance was taken, though nobody was absent', async () => {
    const teacher = college.as('teacher');
    await teacher.do('conductLesson', conduct('today'));
    expect(await live('deputy')).toMatchObject([{ gaps: ['NO_ATTENDANCE', 'NO_MARKS', 'NO_HOMEWORK'] }]);
    const { journalId, lessonId } = conduct('today');
    await teacher.do('takeAttendance', { journalId, lessonId, absentStudentIds: [] });
    expect(await live('deputy')).toEqual([]);
  });

  it('R-MON-11: lessons of past days are told with what they lack', async () => {
    const gaps = (person: 'deputy' | 'teacher') =>
      ask(college.as(person), `{ lessonGaps(${AUTUMN}) { lessonId date gaps } }`);
    const old = { lessonId: college.lessons.old, date: '2026-10-05', gaps: ['NO_ATTENDANCE', 'NO_HOMEWORK'] };
    const yesterday = { lessonId: college.lessons.yesterday, date: '2026-11-19', gaps: ['NOT_RECORDED'] };
    const physics = { ...yesterday, lessonId: college.lessons.physics };
    expect(await gaps('teacher')).toEqual([old, yesterday]);
    expect(await gaps('deputy')).toEqual(expect.arrayContaining([old, yesterday, physics]));
  });
});

describe('absentees', () => {
  const ABSENT = (on = '') => `{ absentees(groupId: "${college.groups.first}"${on}) {
    on alertedBy clause absentees { studentId asksForReaction hoursMissed
      missed { lessonId announced classified } guardians { name declinedElectronicAccess } } } }`;

  beforeAll(async () => {
    const { journalId, lessonId } = conduct('yesterday');
    const { ivanova, petrov } = college.students;
    await college.as('teacher').do('conductLesson', conduct('yesterday'));
    await college.as('teacher').doAll('recordAbsence', [
      { journalId, lessonId, studentId: ivanova },
      { journalId, lessonId, studentId: petrov },
    ]);
    await college
      .as('curator')
      .do('classifyAbsence', { journalId, lessonId, studentId: petrov, as: 'EXCUSED' });
  });

  it('R-ATT-11, R-ATT-13: the curator finds whose guardians to tell, those to react to first', async () => {
    const { ivanova, petrov } = college.students;
    expect(await ask(college.as('curator'), ABSENT(', on: "2026-11-19"'))).toMatchObject({
      on: '2026-11-19',
      alertedBy: ['SYSTEM'],
      clause: '003 §3.2 L75',
      absentees: [
        {
          studentId: ivanova,
          asksForReaction: true,
          hoursMissed: 2,
          missed: [{ lessonId: college.lessons.yesterday, announced: false, classified: 'UNCLASSIFIED' }],
          guardians: [
            { name: 'father', declinedElectronicAccess: false },
            { name: 'mother', declinedElectronicAccess: false },
          ],
        },
        { studentId: petrov, asksForReaction: false, missed: [{ classified: 'EXCUSED' }] },
      ],
    });
  });

  it('a teacher sees who was absent from the own lessons, and no guardian', async () => {
    expect(await ask(college.as('teacher'), ABSENT(', on: "2026-11-19"'))).toMatchObject({
      absentees: [{ guardians: null }, { guardians: null }],
    });
    expect(await ask(college.as('colleague'), ABSENT(', on: "2026-11-19"'))).toMatchObject({ absentees: [] });
  });

  it('of today: none so far, and of a day ahead nothing can be said', async () => {
    expect(await ask(college.as('curator'), ABSENT())).toMatchObject({ on: '2026-11-20', absentees: [] });
    expect(await codeOf(college.as('curator'), ABSENT(', on: "2026-11-21"'))).toBe('BAD_USER_INPUT');
  });
});

describe('timeliness', () => {
  const lateFigures = (client: ApiClient, more = '') =>
    ask<readonly { readonly late: number }[]>(
      client,
      `{ timeliness(${AUTUMN}${more}) { parameter clause entries late latePercent accountId journalId month } }`,
    );

  it('R-MON-13: a late entry is counted under its parameter and clause, and found in the trail', async () => {
    const { algebra: journalId } = college.journals;
    const absence = { journalId, lessonId: college.lessons.old, studentId: college.students.petrov };
    await college.as('teacher').do('recordAbsence', absence);
    const of = `, journalId: "${journalId}", by: [ACCOUNT, JOURNAL, MONTH]`;
    const figures = await lateFigures(college.as('deputy'), of);
    expect(figures[0]).toEqual({
      parameter: 'attendance.entryDeadline',
      clause: '003 §3.3 L95',
      entries: 1,
      late: 1,
      latePercent: '100.0',
      accountId: college.accounts.teacher,
      journalId,
      month: '2026-10',
    });
    const trail = await ask(
      college.as('administrator'),
      `{ auditTrail(filter: { lateOnly: true, journalId: "${journalId}", actorId: "${college.accounts.teacher}",
        occurredFrom: "2026-10-01", occurredTo: "2026-10-31" }) { nodes { kind late rule { parameter clause } } } }`,
    );
    expect(trail).toMatchObject({
      nodes: [{ kind: 'ABSENCE_RECORDED', late: true, rule: { clause: '003 §3.3 L95' } }],
    });
  });

  it('a teacher sees the own pages’ figures only', async () => {
    expect(await lateFigures(college.as('teacher'))).toMatchObject([{ late: 1 }]);
    expect(await lateFigures(college.as('colleague'))).toEqual([]);
  });
});

describe('the completeness of journals', () => {
  it('R-MON-11, R-MON-15: is told page by page with what it is made of', async () => {
    const [page] = await ask<readonly object[]>(
      college.as('departmentHead'),
      `{ journalCompleteness(filter: { groupId: "${college.groups.first}" }) {
        journalId percent complete parts { part done due percent } hours { curriculum scheduled due delivered }
        students studentsWithoutMarks resultsMissing studentsShortOfMarks journal { id } } }`,
    );
    expect(page).toMatchObject({
      journalId: college.journals.algebra,
      complete: false,
      percent: '71.4',
      parts: [
        { part: 'LESSON_RECORDS', done: 2, due: 2, percent: '100.0' },
        { part: 'ATTENDANCE', done: 2, due: 2, percent: '100.0' },
        { part: 'STUDENTS_WITH_MARKS', done: 1, due: 3, percent: '33.3' },
        { part: 'RESULTS', done: 0, due: 0, percent: null },
      ],
      hours: { curriculum: null, scheduled: 8, due: 4, delivered: 6 },
      students: 3,
      studentsWithoutMarks: 2,
      resultsMissing: 3,
    });
  });

  it('R-MRK-07: names how many students are short of marks where the regulation counts them', async () => {
    const short = () =>
      ask(
        college.as('teacher'),
        `{ journalCompleteness(filter: { journalId: "${college.journals.algebra}" }) { studentsShortOfMarks } }`,
      );
    expect(await short()).toEqual([{ studentsShortOfMarks: null }]);
    const steps = [{ upToWeeklyHours: null, marks: 1 }];
    const { userErrors } = await college.as('administrator').do('proposeRegulationChange', {
      effectiveFrom: '2026-11-20',
      values: [{ parameter: 'attestation.minMarks', value: { kind: 'byWeeklyLoad', steps } }],
      order: '№ 7',
      reason: 'Накопляемость',
    });
    expect(userErrors).toEqual([]);
    expect(await short()).toEqual([{ studentsShortOfMarks: 2 }]);
  });
});

describe('participation', () => {
  const SHARES = 'staffAtWork { count of percent } studentsWithoutMarks { count of percent }';
  const participation = (client: ApiClient) =>
    ask(client, `{ participation(${AUTUMN}) { ${SHARES} groups { groupId ${SHARES} } } }`);

  it('R-MON-01, R-REP-09: is per cent of staff at work and of students without marks, with both numbers', async () => {
    expect(await participation(college.as('administrator'))).toMatchObject({
      staffAtWork: { count: 1, of: 2, percent: '50.0' },
      studentsWithoutMarks: { count: 4, of: 5, percent: '80.0' },
    });
  });

  it('a curator sees the own group’s', async () => {
    expect(await participation(college.as('curator'))).toMatchObject({
      groups: [
        {
          groupId: college.groups.first,
          staffAtWork: { count: 1, of: 1, percent: '100.0' },
          studentsWithoutMarks: { count: 2, of: 3, percent: '66.7' },
        },
      ],
    });
  });

  it('R-MON-06: rests on what each account entered on each day', async () => {
    const days = await ask(
      college.as('director'),
      `{ userActivity(${AUTUMN}, accountId: "${college.accounts.teacher}") { date entries pages account { name } } }`,
    );
    expect(days).toMatchObject([
      { date: '2026-11-20', pages: 1, account: { name: 'teacher' } },
      { date: '2026-10-05', entries: 2, pages: 1 },
    ]);
  });
});
