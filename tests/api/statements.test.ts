import { Client } from 'pg';
import { foundCollege, type College } from '../support/college.ts';
import { change } from '../support/programme-inputs.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let fullPage: string;

const STUDENTS = 30;
const LESSONS = 20;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const administrator = college.as('administrator');
  const make = async (name: string, inputs: readonly object[]): Promise<readonly string[]> =>
    (await administrator.doAll(name, inputs as readonly Record<string, unknown>[])).results.map(
      ({ id }) => id ?? '',
    );
  const names = Array.from({ length: STUDENTS }, (_, index) => `Студент-${index}`);
  const students = await make(
    'registerStudent',
    names.map((familyName) => ({ familyName, givenName: 'Имя' })),
  );
  const [groupId] = await make('formGroup', [{ name: 'ИС-21' }]);
  await make(
    'enrolStudent',
    students.map((studentId) => ({
      studentId,
      groupId,
      from: '2026-09-01',
      formOfStudy: 'FULL_TIME',
      order: { number: '3-с', date: '2026-08-28' },
    })),
  );
  await make('assignCurator', [{ groupId, accountId: college.accounts.curator }]);
  const [courseUnitId] = await make('registerCourseUnit', [
    { code: 'МДК.01.01', title: 'Сети', kind: 'INTERDISCIPLINARY_COURSE' },
  ]);
  [fullPage = ''] = await make('openJournal', [
    { groupId, courseUnitId, periodId: college.period, scale: 'FIVE_POINT', attestationForm: 'EXAM' },
  ]);
  await make('assignTeacher', [
    { journalId: fullPage, accountId: college.accounts.teacher, from: '2026-09-01' },
  ]);
  await make(
    'scheduleLesson',
    Array.from({ length: LESSONS }, (_, index) => ({
      journalId: fullPage,
      date: `2026-11-${String(index + 1).padStart(2, '0')}`,
      startsAt: '10:00',
      deliveryForm: 'IN_PERSON',
    })),
  );
});
afterAll(() => served.close());

const PAGE = `query ($journalId: ID!) {
  gradebook(journalId: $journalId) {
    journal { teachers { name } group { name curator { name } } courseUnit { title } period { title } }
    lessons { id substitute { name } }
    rows { student { familyName givenName group { name } } cells { value } attestation { current } }
  }
}`;

type Query = (this: Client, ...given: readonly unknown[]) => unknown;

/** The statements by which the server reads its tables while it answers; finding the session, once a second, is beside it. */
const statementsOf = async (act: () => Promise<unknown>): Promise<readonly string[]> => {
  const sent: string[] = [];
  const client = Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function (this: Client, ...given) {
    const [statement] = given;
    sent.push(typeof statement === 'string' ? statement : (statement as { text: string }).text);
    return query.apply(this, given as unknown[]);
  };
  try {
    await act();
  } finally {
    client.query = query;
  }
  // Exports and webhooks look for work by themselves, whoever asks for what.
  return sent.filter(
    (text) => /^\s*select/iu.test(text) && text.includes('"read".') && !/"export_job"|"webhook"/u.test(text),
  );
};

/** Session, roles and reach, the page and its parts, and one for each kind of thing that an edge leads to. */
const AT_MOST = 14;

describe('a page of thirty students with names, groups and teachers', () => {
  it('costs as many SQL statements as one of three students: fourteen at first, then one for each kind of edge', async () => {
    const auditor = college.as('auditor');
    const read = (journalId: string) => () => auditor.read(PAGE, { journalId });
    const first = await statementsOf(read(fullPage));
    await read(college.journals.algebra)();
    const few = await statementsOf(read(college.journals.algebra));
    const many = await statementsOf(read(fullPage));
    const { gradebook } = await auditor.read(PAGE, { journalId: fullPage });
    expect(gradebook).toMatchObject({ rows: { length: STUDENTS }, lessons: { length: LESSONS } });
    expect(first.length).toBeLessThanOrEqual(AT_MOST);
    expect(many).toHaveLength(few.length);
  });

  it('is for the list of all groups with their students and curators no statement for each', async () => {
    const auditor = college.as('auditor');
    const groups = '{ groups { name curator { name } students { familyName group { name } } } }';
    await auditor.read(groups);
    const before = await statementsOf(() => auditor.read(groups));
    await college.as('administrator').doAll('formGroup', [{ name: 'А' }, { name: 'Б' }, { name: 'В' }]);
    await auditor.read(groups);
    const after = await statementsOf(() => auditor.read(groups));
    expect(after.length).toBe(before.length);
  });
});

describe('a list that leads to pages', () => {
  it('costs as many SQL statements for three reports of mistakes, with their pages, as for one', async () => {
    const teacher = college.as('teacher');
    await change(college.as('administrator'), 'currentMark.correctionPolicy', 'avoided');
    const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.today };
    const held = { ...lesson, deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Числа' };
    await teacher.do('conductLesson', held);
    const report = async (student: 'ivanova' | 'petrov' | 'sidorov') => {
      const cell = { ...lesson, studentId: college.students[student], workType: 'TEST' };
      await teacher.do('recordMark', { ...cell, value: '2' });
      const { userErrors } = await college
        .as(student)
        .do('reportMarkMistake', { ...cell, explanation: 'Не моя' });
      expect(userErrors).toEqual([]);
    };
    const reports = `query ($page: ID!) { mistakeReports(journalId: $page) { student { familyName }
      journal { group { name } courseUnit { title } teachers { name } } } }`;
    const read = () => teacher.read(reports, { page: college.journals.algebra });
    await report('ivanova');
    await read();
    const one = await statementsOf(read);
    await report('petrov');
    await report('sidorov');
    const { mistakeReports } = await read();
    const three = await statementsOf(read);
    expect(mistakeReports).toMatchObject([
      { journal: { group: { name: 'ИС-11' } } },
      { journal: { courseUnit: { title: 'Алгебра' } } },
      { journal: { teachers: [{ name: 'teacher' }] } },
    ]);
    expect(three).toHaveLength(one.length);
  });
});
