import { randomUUID } from 'node:crypto';
import { foundCollege, type College } from '../support/college.ts';
import { uuidIn } from '../support/founding.ts';
import { pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let head: bigint;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  head = await served.house.log.head(college.id);
});
afterAll(async () => {
  await served.close();
});

const GROUP =
  'mutation ($commandId: UUID!, $input: FormGroupInput!) { formGroup(commandId: $commandId, input: $input) { id } }';
const HOMEWORK = `mutation ($commandId: UUID!, $input: AssignHomeworkInput!) {
  assignHomework(commandId: $commandId, input: $input) { accepted } }`;
const SCHEDULE = `mutation ($commandId: UUID!, $input: ScheduleLessonInput!) {
  scheduleLesson(commandId: $commandId, input: $input) { accepted } }`;
const MARK = `mutation ($commandId: UUID!, $input: RecordMarkInput!) {
  recordMark(commandId: $commandId, input: $input) { accepted userErrors { code facts { value } } } }`;
const MARKS = `mutation ($commandId: UUID!, $inputs: [RecordMarkInput!]!) {
  recordMarks(commandId: $commandId, inputs: $inputs) { accepted } }`;

type Case = readonly [name: string, document: string, variables: () => object];

const encoded = (text: string): string => Buffer.from(text, 'latin1').toString('base64url');
const command = (input: object) => ({ commandId: randomUUID(), input });
const label = (name: string) => command({ name });
const homework = (text: string) =>
  command({ journalId: college.journals.algebra, lessonId: college.lessons.today, homework: text });
const lesson = (change: object) =>
  command({
    journalId: college.journals.algebra,
    date: '2026-11-25',
    startsAt: '08:30',
    deliveryForm: 'IN_PERSON',
    ...change,
  });
const mark = (change: object = {}) => ({
  journalId: college.journals.algebra,
  lessonId: college.lessons.old,
  studentId: college.students.ivanova,
  workType: 'LESSON_WORK',
  value: '5',
  ...change,
});

const commands: readonly Case[] = [
  ['a command id that is no UUID', GROUP, () => ({ ...label('ИС-14'), commandId: 'again' })],
  [
    'a command id of no variant',
    GROUP,
    () => ({ ...label('ИС-14'), commandId: '00000000-0000-0000-0000-000000000001' }),
  ],
  ['a name with a line break', GROUP, () => label('ИС\n14')],
  ['a name with NUL', GROUP, () => label('ИС\u000014')],
  ['a name with half a surrogate pair', GROUP, () => label('ИС\ud800')],
  ['a name of 301 characters', GROUP, () => label('И'.repeat(301))],
  ['a name of blanks', GROUP, () => label('   ')],
  ['a year of text', GROUP, () => command({ name: 'ИС-14', year: 'второй' })],
  ['a year beyond the training', GROUP, () => command({ name: 'ИС-14', year: 7 })],
  ['a semester of nought', GROUP, () => command({ name: 'ИС-14', semester: 0 })],
  ['a field that is not of the input', GROUP, () => command({ name: 'ИС-14', role: 'AUDITOR' })],
  ['an input that is missing', GROUP, () => ({ commandId: randomUUID() })],
  ['a text of 4,001 characters', HOMEWORK, () => homework('я'.repeat(4_001))],
  ['a text with NUL', HOMEWORK, () => homework('§ 5\u0000')],
  ['a text with an escape', HOMEWORK, () => homework('\u001b[31m§ 5')],
  ['a text with half a surrogate pair', HOMEWORK, () => homework('\udc00')],
  ['a day that does not exist', SCHEDULE, () => lesson({ date: '2026-02-30' })],
  ['a date with a time', SCHEDULE, () => lesson({ date: '2026-11-25T08:00:00Z' })],
  ['a time that does not exist', SCHEDULE, () => lesson({ startsAt: '24:00' })],
  ['a day of another age', SCHEDULE, () => lesson({ date: '9999-12-31' })],
  ['a lesson of no length', SCHEDULE, () => lesson({ academicHours: 0 })],
  ['a lesson of a negative length', SCHEDULE, () => lesson({ academicHours: -2 })],
  ['a lesson of a thousand hours', SCHEDULE, () => lesson({ academicHours: 1_000 })],
];

const marks: readonly Case[] = [
  ['the id of another type', MARK, () => command(mark({ studentId: college.lessons.old }))],
  ['a bare UUID', MARK, () => command(mark({ studentId: uuidIn(college.students.ivanova) }))],
  ['an id that is none', MARK, () => command(mark({ journalId: 'journal' }))],
  ['an id with more behind it', MARK, () => command(mark({ journalId: `${college.journals.algebra}AAAA` }))],
  ['an id of a number', MARK, () => command(mark({ journalId: 17 }))],
  ['a kind of work that does not exist', MARK, () => command(mark({ workType: 'ESSAY' }))],
  ...['', '5\u0000', '\ud800', 'я'.repeat(9)].map((value): Case => [
    `a mark of ${JSON.stringify(value)}`,
    MARK,
    () => command(mark({ value })),
  ]),
  [
    'an id of no variant',
    MARK,
    () => command(mark({ lessonId: encoded('Lesson:00000000-0000-0000-0000-000000000001') })),
  ],
  [
    'a lesson without any kind of work',
    `mutation ($commandId: UUID!, $input: ConductLessonInput!) {
      conductLesson(commandId: $commandId, input: $input) { accepted } }`,
    () =>
      command({
        journalId: college.journals.algebra,
        lessonId: college.lessons.today,
        deliveryForm: 'IN_PERSON',
        workTypes: [],
        topic: 'Тема',
      }),
  ],
  [
    'a list with one bad id, of which the good ones are not written either',
    `mutation ($commandId: UUID!, $inputs: [RecordAbsenceInput!]!) {
      recordAbsences(commandId: $commandId, inputs: $inputs) { accepted } }`,
    () => {
      const { workType: _w, value: _v, ...cell } = mark();
      return { commandId: randomUUID(), inputs: [cell, { ...cell, studentId: college.lessons.old }] };
    },
  ],
  [
    '1,501 marks',
    MARKS,
    () => ({ commandId: randomUUID(), inputs: Array.from({ length: 1_501 }, () => mark()) }),
  ],
];

const TRAIL =
  'query ($first: Int!, $after: String) { auditTrail(first: $first, after: $after) { nodes { kind } } }';
const ATTEMPTS =
  'query ($first: Int!, $after: String) { refusedAttempts(first: $first, after: $after) { nodes { code } } }';
const JOURNALS = 'query ($first: Int!, $after: ID) { journals(first: $first, after: $after) { id } }';
const PAGE =
  'query ($at: Position, $of: Instant, $id: ID!) { gradebook(journalId: $id, asOfPosition: $at, asOf: $of) { revision } }';

const queries: readonly Case[] = [
  ['no entries at all', TRAIL, () => ({ first: 0 })],
  ['fewer than none', ATTEMPTS, () => ({ first: -1 })],
  ['more than a hundred', TRAIL, () => ({ first: 101 })],
  ['more than two hundred pages', JOURNALS, () => ({ first: 201 })],
  ['a forged cursor', TRAIL, () => ({ first: 5, after: encoded('1; DROP TABLE log.event') })],
  ['a cursor of another list', TRAIL, () => ({ first: 5, after: college.journals.algebra })],
  ['a cursor before the beginning', ATTEMPTS, () => ({ first: 5, after: encoded('-1') })],
  ['a cursor with NUL', ATTEMPTS, () => ({ first: 5, after: encoded('5\u0000') })],
  ['a page after a lesson', JOURNALS, () => ({ first: 5, after: college.lessons.old })],
  ['a position of text', PAGE, () => ({ id: college.journals.algebra, at: 'latest' })],
  ['a position below nought', PAGE, () => ({ id: college.journals.algebra, at: '-1' })],
  ['an instant without a zone', PAGE, () => ({ id: college.journals.algebra, of: '2026-11-20T07:00:00' })],
  [
    'an instant and a position',
    PAGE,
    () => ({ id: college.journals.algebra, of: '2026-11-20T07:00:00Z', at: '5' }),
  ],
  [
    'an unknown month',
    'query ($g: ID!) { attendanceSummary(groupId: $g, month: "2026-13") { missedHours } }',
    () => ({ g: college.groups.first }),
  ],
  [
    'a student and a group at once',
    'query ($g: ID!, $s: ID!) { standing(of: { groupId: $g, studentId: $s }) { debts { cause } } }',
    () => ({ g: college.groups.first, s: college.students.ivanova }),
  ],
  ['nobody’s standing', '{ standing(of: {}) { debts { cause } } }', () => ({})],
];

const refusedIn = async (
  client: 'administrator' | 'teacher' | 'auditor',
  [, document, variables]: Case,
): Promise<void> => {
  const { errors, data } = await college.as(client).query(document, variables() as Record<string, unknown>);
  expect(errors).toHaveLength(1);
  const [error] = errors ?? [];
  expect(error?.message).toMatch(/^[A-Z"`][^\n]{10,420}$/u);
  expect(error?.extensions?.['code']).toMatch(/^(BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED)$/u);
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(await served.house.log.head(college.id)).toBe(head);
};

describe('a command that is malformed', () => {
  it.each(commands.filter(([, document]) => document !== HOMEWORK))(
    'is answered with one sentence, and nothing is written: %s',
    (...given) => refusedIn('administrator', given),
  );
  it.each([...commands.filter(([, document]) => document === HOMEWORK), ...marks])(
    'of a teacher is answered with one sentence, and nothing is written: %s',
    (...given) => refusedIn('teacher', given),
  );
});

describe('a query that is malformed', () => {
  it.each(queries)('is answered with one sentence: %s', (...given) => refusedIn('auditor', given));
});

describe('a value that is no mark', () => {
  it.each([' 5', '５', '6', 'five', '<b>5</b>'])(
    'is refused by the rule, and free text is not kept: %j',
    async (value) => {
      const { journals, lessons, students } = college;
      const lesson = { journalId: journals.algebra, lessonId: lessons.today };
      const teacher = college.as('teacher');
      const held = { deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Ряды' };
      await teacher.do('conductLesson', { ...lesson, ...held });
      const given = mark({ ...lesson, studentId: students.petrov, value });
      const { accepted, userErrors } = await teacher.do('recordMark', given);
      expect(accepted).toBe(false);
      expect(userErrors).toMatchObject([{ code: 'INVALID_MARK' }]);
      const told = userErrors[0]?.facts.filter(({ name }) => name === 'value') ?? [];
      expect(told).toEqual(value === '6' ? [{ name: 'value', value: '6' }] : []);
    },
  );
});

describe('words to a person', () => {
  it('are in Russian for who reads Russian', async () => {
    const { data } = await college.as('teacher').query(
      `mutation ($commandId: UUID!, $input: RecordMarkInput!) {
        recordMark(commandId: $commandId, input: $input) { userErrors { message } } }`,
      command(mark()),
      'ru-RU,ru;q=0.9,en;q=0.5',
    );
    expect(data).toEqual({
      recordMark: {
        userErrors: [{ message: expect.stringMatching(/^[А-Я][^\n]+\.$/u) as unknown }],
      },
    });
  });

  it('keep the page as it was', async () => {
    expect((await pageOf(college.as('teacher'), college.journals.algebra))?.rows).toHaveLength(3);
  });
});
