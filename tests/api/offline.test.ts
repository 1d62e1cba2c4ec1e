import { randomUUID } from 'node:crypto';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import {
  ConductLessonDocument,
  CorrectMarkDocument,
  PageMarksDocument,
  RecordMarkDocument,
  RecordMarksDocument,
  TakeAttendanceDocument,
  type CommandOutcomeFragment,
} from '../../schema/documents/documents.ts';
import { serve, type Serving } from '../../src/serve.ts';
import { askedByHash } from '../support/asked-by-hash.ts';
import { foundCollege, type College } from '../support/college.ts';
import { EXECUTOR } from '../support/executor.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/* A front end enters a whole page at once, and sends what was done while there was no network, by typed documents alone. */
const [STUDENTS, LESSONS] = [30, 40] as const;

let served: ServedHouse;
let production: Serving;
let college: College;
let page: { readonly id: string; readonly students: readonly string[]; readonly lessons: readonly string[] };

const ask = <Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables) =>
  askedByHash(production.origin, college.as('teacher'), document, variables);

/** A group of thirty, and a page of forty lessons of which the last was not held. */
const fillPage = async (): Promise<typeof page> => {
  const make = async (name: string, inputs: readonly object[]): Promise<readonly string[]> => {
    const { results } = await college
      .as('administrator')
      .doAll(name, inputs as readonly Record<string, unknown>[]);
    return results.map(({ id }) => id ?? '');
  };
  const names = Array.from({ length: STUDENTS }, (_, at) => `Студент-${String(at)}`);
  const students = await make(
    'registerStudent',
    names.map((familyName) => ({ familyName, givenName: 'Имя' })),
  );
  const [groupId = ''] = await make('formGroup', [{ name: 'ИС-21' }]);
  const order = { number: '3-с', date: '2026-08-28' };
  const enrolment = { groupId, from: '2026-09-01', formOfStudy: 'FULL_TIME', order };
  await make(
    'enrolStudent',
    students.map((studentId) => ({ ...enrolment, studentId })),
  );
  const [courseUnitId = ''] = await make('registerCourseUnit', [
    { code: 'МДК.01.01', title: 'Сети', kind: 'INTERDISCIPLINARY_COURSE' },
  ]);
  const marked = { scale: 'FIVE_POINT', attestationForm: 'EXAM' };
  const [id = ''] = await make('openJournal', [
    { groupId, courseUnitId, periodId: college.period, ...marked },
  ]);
  const { teacher, colleague } = college.accounts;
  await make('assignTeacher', [
    { journalId: id, accountId: teacher, from: '2026-09-01' },
    { journalId: college.journals.algebra, accountId: colleague, from: '2026-09-01' },
  ]);
  const lessons = await make(
    'scheduleLesson',
    Array.from({ length: LESSONS }, (_, at) => ({
      journalId: id,
      date: `2026-11-${String(Math.floor(at / 2) + 1).padStart(2, '0')}`,
      startsAt: at % 2 ? '14:00' : '10:30',
      deliveryForm: 'IN_PERSON',
    })),
  );
  const held = { journalId: id, deliveryForm: 'IN_PERSON', workTypes: ['LESSON_WORK'], topic: 'Сети' };
  const { refused } = await college.as('teacher').doAll(
    'conductLesson',
    lessons.slice(0, -1).map((lessonId) => ({ ...held, lessonId })),
  );
  expect(refused).toBe(0);
  return { id, students, lessons };
};

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const options = { host: '127.0.0.1', port: 0, trustedOnly: true };
  production = await serve(served.house, options, { executor: EXECUTOR, log: { write: () => undefined } });
  page = await fillPage();
});
afterAll(async () => {
  await production.close();
  await served.close();
});

const head = (): Promise<bigint> => served.house.log.head(college.id);

describe('a whole page in one mutation', () => {
  const commandId = randomUUID();
  const inputs = () =>
    page.lessons.flatMap((lessonId, column) =>
      page.students.map((studentId, line) => ({
        journalId: page.id,
        lessonId,
        studentId,
        workType: 'LESSON_WORK' as const,
        value: column === 0 && line === 0 ? '9' : String(2 + ((line + column) % 4)),
      })),
    );
  const send = async () => (await ask(RecordMarksDocument, { commandId, inputs: inputs() })).recordMarks;
  let first: Awaited<ReturnType<typeof send>>;

  it('has a result for each of its 1,200 cells, in their order: what is refused holds up nothing else', async () => {
    first = await send();
    expect(first.results).toHaveLength(STUDENTS * LESSONS);
    expect([first.accepted, first.refused]).toEqual([STUDENTS * (LESSONS - 1) - 1, STUDENTS + 1]);
    const codes = first.results.map(({ accepted, userErrors }) => (accepted ? 'ok' : userErrors[0]?.code));
    expect(codes[0]).toBe('INVALID_MARK');
    expect(new Set(codes.slice(1, -STUDENTS))).toEqual(new Set(['ok']));
    expect(new Set(codes.slice(-STUDENTS))).toEqual(new Set(['LESSON_NOT_CONDUCTED']));
    const { gradebook } = await ask(PageMarksDocument, { journalId: page.id, minPosition: first.position });
    const shown = gradebook?.columns.lines.flatMap(({ values }) => values.filter((value) => value !== null));
    expect(shown).toHaveLength(first.accepted);
  });

  it('sent again because its answer was lost, is answered the same, and writes nothing', async () => {
    const before = await head();
    expect(await send()).toEqual(first);
    expect(await head()).toBe(before);
  });
});

/** A command as a client keeps it while there is no network: the document, and the id that makes it safe to send twice. */
interface Queued {
  readonly document: TypedDocumentNode<Readonly<Record<string, unknown>>, never>;
  readonly commandId: string;
  readonly input: object;
}

const later = <Input extends object>(
  document: TypedDocumentNode<object, { commandId: string; input: Input }>,
  input: Input,
): Queued => ({ document: document as unknown as Queued['document'], commandId: randomUUID(), input });

const answerOf = async ({ document, commandId, input }: Queued): Promise<CommandOutcomeFragment> => {
  const [answer] = Object.values(await ask(document, { commandId, input } as never));
  return answer as CommandOutcomeFragment;
};

describe('a client that was offline for an hour', () => {
  const algebra = (lessonId: string) => ({ journalId: college.journals.algebra, lessonId });
  const held = { deliveryForm: 'IN_PERSON', workTypes: ['TEST', 'LESSON_WORK'], topic: 'Корни' } as const;
  const test = (lessonId: string, studentId: string, value: string) =>
    later(RecordMarkDocument, { ...algebra(lessonId), studentId, workType: 'TEST', value });
  const correction = (studentId: string, value: string) =>
    later(CorrectMarkDocument, {
      ...algebra(college.lessons.yesterday),
      ...{ studentId, workType: 'TEST', value, expectedRevision: 0, reason: 'Описка' },
    });

  const twentyCommands = (): readonly Queued[] => {
    const { lessons, students } = college;
    const last = { journalId: page.id, lessonId: page.lessons.at(-1) ?? '' };
    return [
      later(ConductLessonDocument, { ...algebra(lessons.today), ...held }),
      ...[students.ivanova, students.petrov, students.sidorov].map((id) => test(lessons.today, id, '5')),
      later(TakeAttendanceDocument, { ...algebra(lessons.today), absentStudentIds: [] }),
      correction(students.ivanova, '5'),
      correction(students.petrov, '4'),
      test(lessons.yesterday, students.sidorov, '5'),
      test(lessons.old, students.petrov, '5'),
      later(ConductLessonDocument, { ...last, ...held }),
      ...page.students
        .slice(0, 10)
        .map((studentId) => later(RecordMarkDocument, { ...last, studentId, workType: 'TEST', value: '4' })),
    ];
  };

  it('sends its queue in order and gets each answer: what others wrote meanwhile is told, not overwritten', async () => {
    const { lessons, students } = college;
    await college.as('teacher').do('conductLesson', { ...algebra(lessons.yesterday), ...held });
    const yesterday = (studentId: string, value: string) => ({
      ...algebra(lessons.yesterday),
      ...{ studentId, workType: 'TEST', value },
    });
    await college.as('teacher').do('recordMark', yesterday(students.ivanova, '4'));
    await college.as('teacher').do('recordMark', yesterday(students.petrov, '3'));

    const queue = twentyCommands();
    expect(queue).toHaveLength(20);
    const colleague = college.as('colleague');
    const another = { ...yesterday(students.ivanova, '3'), expectedRevision: 0, reason: 'Пересдача' };
    expect((await colleague.do('correctMark', another)).accepted).toBe(true);
    expect((await colleague.do('recordMark', yesterday(students.sidorov, '2'))).accepted).toBe(true);
    college.clock.now = new Date(Date.parse(college.clock.now) + 3_600_000).toISOString();

    // The network goes again after the twelfth, before its answer: the client begins anew, and loses nothing by it.
    const lost: CommandOutcomeFragment[] = [];
    for (const command of queue.slice(0, 12)) lost.push(await answerOf(command));
    const before = await head();
    const answers: CommandOutcomeFragment[] = [];
    for (const command of queue.slice(0, 12)) answers.push(await answerOf(command));
    expect(answers).toEqual(lost);
    expect(await head()).toBe(before);
    for (const command of queue.slice(12)) answers.push(await answerOf(command));

    const refused = answers.flatMap(({ accepted, userErrors: [error] }, at) =>
      accepted ? [] : [[at, error?.code]],
    );
    expect(refused).toEqual([
      [5, 'REVISION_CONFLICT'],
      [7, 'ALREADY_RECORDED'],
      [8, 'EDIT_WINDOW_CLOSED'],
    ]);
    expect(answers[5]?.userErrors).toMatchObject([{ currentRevision: 1, currentValue: '3' }]);
    expect(answers[7]?.userErrors[0]?.facts).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'value', value: '2' })]),
    );
    expect(answers[8]?.userErrors).toMatchObject([
      { closedOn: '2026-10-26', whoCanHelp: ['JOURNAL_ADMINISTRATOR'] },
    ]);
  });
});
