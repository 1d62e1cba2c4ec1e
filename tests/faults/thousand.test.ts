import { randomUUID } from 'node:crypto';
import type { CommandAnswer } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';
import { untilAnswered } from './editors.ts';
import { examineLog, SOUND, type Promised } from './log-invariants.ts';

const THOUSAND = 1_000;

let served: ServedHouse;
let college: College;

beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
  const held = { deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Зачётная работа' };
  await college.as('teacher').do('conductLesson', { ...lesson(), ...held });
});
afterAll(() => served.close());

const lesson = () => ({ journalId: college.journals.algebra, lessonId: college.lessons.today });
const cell = () => ({ ...lesson(), studentId: college.students.ivanova, workType: 'TEST' });
const aThousandTimes = (act: (index: number) => Promise<CommandAnswer>): Promise<readonly CommandAnswer[]> =>
  Promise.all(Array.from({ length: THOUSAND }, (_, index) => untilAnswered(() => act(index))));
const promisedBy = (answers: readonly CommandAnswer[]): readonly Promised[] =>
  answers.flatMap(({ commandId, position }) =>
    position === null ? [] : [{ commandId, first: null, last: BigInt(position) }],
  );

describe('a thousand at once', () => {
  it('times one command is one mark, and a thousand equal answers (F07, attack T30)', async () => {
    const commandId = randomUUID();
    const teacher = college.as('teacher');
    const answers = await aThousandTimes(() =>
      teacher.do('recordMark', { ...cell(), value: '4' }, commandId),
    );
    expect(new Set(answers.map(({ accepted }) => accepted))).toEqual(new Set([true]));
    expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
    expect(answers[0]?.cell?.marks).toEqual([{ workType: 'TEST', value: '4' }]);
    expect(await examineLog(served.database.operatorUrl, promisedBy(answers))).toEqual(SOUND);
  }, 300_000);

  it('editors of one cell are one correction and 999 who learn what stands (F07, attack T32)', async () => {
    const teacher = college.as('teacher');
    const change = { ...cell(), expectedRevision: 0, reason: 'Уточнено' };
    const ids = Array.from({ length: THOUSAND }, () => randomUUID());
    const answers = await aThousandTimes((index) =>
      teacher.do('correctMark', { ...change, value: index % 2 === 0 ? '5' : '3' }, ids[index]),
    );
    expect(answers.filter(({ accepted }) => accepted)).toHaveLength(1);
    const refused = answers.filter(({ accepted }) => !accepted);
    expect(new Set(refused.map(({ userErrors }) => userErrors[0]?.code))).toEqual(
      new Set(['REVISION_CONFLICT']),
    );
    expect(new Set(refused.map(({ userErrors }) => userErrors[0]?.currentRevision))).toEqual(new Set([1]));
    expect(await examineLog(served.database.operatorUrl, promisedBy(answers))).toEqual(SOUND);
  }, 300_000);
});
