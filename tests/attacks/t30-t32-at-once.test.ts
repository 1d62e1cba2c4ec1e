import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { cellIn, pageOf, trailOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

let served: ServedHouse;
let college: College;
let teacher: ApiClient;

const CROWD = 40;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  teacher = college.as('teacher');
  await teacher.do('conductLesson', {
    ...lesson(),
    deliveryForm: 'IN_PERSON',
    workTypes: ['TEST'],
    topic: 'Зачётная работа',
  });
});
afterAll(() => served.close());

const lesson = () => ({ journalId: college.journals.algebra, lessonId: college.lessons.today });
const cell = (student: 'ivanova' | 'petrov' | 'sidorov') => ({
  ...lesson(),
  studentId: college.students[student],
  workType: 'TEST',
});
const atOnce = <Answer>(act: (index: number) => Promise<Answer>): Promise<readonly Answer[]> =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => act(index)));
const codesOf = (answers: readonly { readonly userErrors: readonly { readonly code: string }[] }[]) =>
  answers.map(({ userErrors }) => userErrors[0]?.code ?? 'accepted').sort();

/*
 * Attacks T30 to T33: the same command again and again, another command under its id, many who change one cell at once.
 */
describe('attacks T30 to T33: many requests at once', () => {
  it('with one command id record one mark, and all get the same answer (T30)', async () => {
    const commandId = randomUUID();
    const answers = await atOnce(() =>
      teacher.do('recordMark', { ...cell('ivanova'), value: '4' }, commandId),
    );
    expect(new Set(answers.map(({ accepted }) => accepted))).toEqual(new Set([true]));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    const filter = {
      studentId: college.students.ivanova,
      kinds: ['MARK_RECORDED'],
      occurredFrom: '2026-11-20',
    };
    expect((await trailOf(college.as('auditor'), filter)).nodes).toHaveLength(1);
  });

  it('with one command id and different contents are all refused but one content (T31)', async () => {
    const commandId = randomUUID();
    const first = await teacher.do('recordMark', { ...cell('sidorov'), value: '4' }, commandId);
    const others = await atOnce((index) =>
      teacher.do('recordMark', { ...cell('sidorov'), value: index % 2 === 0 ? '5' : '3' }, commandId),
    );
    expect(first.accepted).toBe(true);
    expect(new Set(codesOf(others))).toEqual(new Set(['COMMAND_ID_REUSED']));
    const page = await pageOf(teacher, college.journals.algebra);
    expect(cellIn(page, college.students.sidorov, college.lessons.today)?.value).toBe('4');
  });

  it('that correct one mark from one revision end in one correction; the others learn what stands (T32)', async () => {
    const answers = await atOnce((index) =>
      teacher.do('correctMark', {
        ...cell('ivanova'),
        value: index % 2 === 0 ? '5' : '3',
        expectedRevision: 0,
        reason: 'Уточнено',
      }),
    );
    const codes = codesOf(answers);
    expect(codes.filter((code) => code === 'accepted')).toHaveLength(1);
    expect(codes.filter((code) => code === 'REVISION_CONFLICT')).toHaveLength(CROWD - 1);
    const winner = answers.find(({ accepted }) => accepted)?.cell?.marks[0]?.value;
    const page = await pageOf(teacher, college.journals.algebra);
    expect(cellIn(page, college.students.ivanova, college.lessons.today)?.value).toBe(winner);
  });

  it('that give one mark leave one, and a locked period stops those that come after it (T33)', async () => {
    const marks = atOnce(() => teacher.do('recordMark', { ...cell('petrov'), value: '5' }));
    const locked = college.as('administrator').do('lockAttestationPeriod', { periodId: college.period });
    const [answers, { accepted, position }] = await Promise.all([marks, locked]);
    expect(accepted).toBe(true);
    const recorded = answers.filter((answer) => answer.accepted);
    expect(recorded.length).toBeLessThanOrEqual(1);
    for (const mark of recorded) expect(Number(mark.position)).toBeLessThan(Number(position));
    expect(new Set(codesOf(answers))).not.toContain('TRY_AGAIN');
  });
});
