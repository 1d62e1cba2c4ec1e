import { randomUUID } from 'node:crypto';
import { ApiClient, type CommandAnswer } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { pageOf, wholeTrail } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { serversBeside } from '../support/server-apart.ts';

let served: ServedHouse;
let college: College;
let apart: ReturnType<typeof serversBeside>;

beforeAll(async () => {
  served = await serveHouse();
  apart = serversBeside(served);
  college = await foundCollege(served);
  const lesson = { journalId: college.journals.algebra, lessonId: college.lessons.today };
  const workTypes = ['TEST', 'PRACTICAL', 'LABORATORY', 'WRITTEN', 'HOMEWORK', 'CONTROL'];
  const held = { deliveryForm: 'IN_PERSON', workTypes, topic: 'Контрольная' };
  await college.as('teacher').do('conductLesson', { ...lesson, ...held });
});
afterAll(async () => {
  apart.stop();
  await served.close();
});

interface Attempt {
  readonly commandId: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Null where the server died before it answered. */
  answer: CommandAnswer | null;
}

/** Marks, corrections back and forth, each under an id of its own; without end until the server dies. */
const writeUntilItDies = async (
  client: ApiClient,
  studentId: string,
  workType: string,
  acknowledged: () => void,
): Promise<readonly Attempt[]> => {
  const cell = { journalId: college.journals.algebra, lessonId: college.lessons.today, studentId, workType };
  const attempts: Attempt[] = [];
  for (let turn = 0; ; turn += 1) {
    const name = turn % 2 === 0 ? 'recordMark' : 'withdrawMark';
    const expectedRevision = attempts.at(-1)?.answer?.cell?.revision;
    const input = turn % 2 === 0 ? { ...cell, value: '5' } : { ...cell, expectedRevision, reason: 'Повтор' };
    const attempt: Attempt = { commandId: randomUUID(), input, answer: null };
    attempts.push(attempt);
    try {
      attempt.answer = await client.do(name, input, attempt.commandId);
      acknowledged();
    } catch {
      return attempts;
    }
  }
};

describe('a server that is killed in the middle of writing', () => {
  it('has kept every mark that it acknowledged, and the last one of each writer once or not at all', async () => {
    const { token } = college.as('teacher');
    const first = await apart.start();
    const client = new ApiClient(first.origin, token);
    const students = [college.students.ivanova, college.students.petrov, college.students.sidorov];
    let answers = 0;
    const inTheMiddle = Promise.withResolvers<undefined>();
    const acknowledge = (): void => {
      if ((answers += 1) === 30) inTheMiddle.resolve(undefined);
    };
    const writing = students.map((studentId) => writeUntilItDies(client, studentId, 'TEST', acknowledge));
    await inTheMiddle.promise;
    first.child.kill('SIGKILL');
    const attempts = (await Promise.all(writing)).flat();
    const acknowledged = attempts.filter(({ answer }) => answer?.accepted);
    const unknown = attempts.filter(({ answer }) => answer === null);
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(unknown).toHaveLength(students.length);

    const second = await apart.start();
    const teacher = new ApiClient(second.origin, token);
    const again = async ({ commandId, input }: Attempt): Promise<CommandAnswer> =>
      teacher.do('value' in input ? 'recordMark' : 'withdrawMark', input, commandId);
    for (const attempt of [acknowledged[0], acknowledged.at(-1)])
      if (attempt) expect((await again(attempt)).events).toEqual(attempt.answer?.events);

    const retried = await Promise.all(unknown.map(again));
    const twice = await Promise.all(unknown.map(again));
    expect(retried.map(({ accepted }) => accepted)).toEqual([true, true, true]);
    expect(twice.map(({ events }) => events)).toEqual(retried.map(({ events }) => events));

    const trail = await wholeTrail(new ApiClient(second.origin, college.as('auditor').token));
    const stored = new Map(trail.map(({ position, kind }) => [position, kind]));
    const written = [...acknowledged.map(({ answer }) => answer), ...retried].flatMap(
      (answer) => answer?.events ?? [],
    );
    for (const { position, kind } of written) expect(stored.get(position)).toBe(kind);
    const marks = trail.filter(({ kind }) => kind === 'MARK_RECORDED' || kind === 'MARK_WITHDRAWN');
    // The mark of 5 October stands beside them.
    expect(marks).toHaveLength(written.length + 1);
    expect(new Set(written.map(({ position }) => position)).size).toBe(written.length);

    const page = await pageOf(teacher, college.journals.algebra);
    for (const [index, studentId] of students.entries()) {
      const cell = page?.rows
        .find((row) => row.studentId === studentId)
        ?.cells.find(({ lessonId }) => lessonId === college.lessons.today);
      const last = retried[index]?.events[0]?.kind;
      expect(cell?.value ?? null).toBe(last === 'MARK_RECORDED' ? '5' : null);
    }
  });
});
