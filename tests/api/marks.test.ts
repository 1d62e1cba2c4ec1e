import { randomUUID } from 'node:crypto';
import type { ExecutorKind } from '../../src/server/executor.ts';
import type { ApiClient } from '../support/api-client.ts';
import { foundCollege, type College } from '../support/college.ts';
import { cellIn, pageOf } from '../support/readings.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

describe.each<ExecutorKind>(['jit', 'graphql-js'])('a teacher, answered by %s,', (executor) => {
  let served: ServedHouse;
  let college: College;
  let teacher: ApiClient;
  let page: string;
  let lesson: { readonly journalId: string; readonly lessonId: string };

  beforeAll(async () => {
    served = await serveHouse({ executor });
    college = await foundCollege(served);
    teacher = college.as('teacher');
    page = college.journals.algebra;
    lesson = { journalId: page, lessonId: college.lessons.yesterday };
  });
  afterAll(() => served.close());

  const mark = (student: 'ivanova' | 'petrov' | 'sidorov', value: string, workType = 'TEST') => ({
    ...lesson,
    studentId: college.students[student],
    workType,
    value,
  });
  const correction = (value: string, expectedRevision: number, reason = 'Ошибка при вводе') => ({
    ...mark('ivanova', value),
    expectedRevision,
    reason,
  });
  const shown = async (student: 'ivanova' | 'petrov' | 'sidorov', at = {}) =>
    cellIn(await pageOf(teacher, page, at), college.students[student], lesson.lessonId)?.value ?? null;

  it('records a lesson as held before any mark is given (R-LES-01)', async () => {
    expect(await teacher.refusalOf('recordMark', mark('ivanova', '5'))).toBe('LESSON_NOT_CONDUCTED');
    const held = {
      deliveryForm: 'IN_PERSON',
      workTypes: ['TEST', 'PRACTICAL'],
      topic: 'Квадратные уравнения',
    };
    const answer = await teacher.do('conductLesson', { ...lesson, ...held });
    expect(answer).toMatchObject({ accepted: true, events: [{ kind: 'LESSON_CONDUCTED' }], userErrors: [] });
  });

  it('gives a whole lesson its marks in one call: the one that is refused leaves the rest (R-MRK-01)', async () => {
    const answer = await teacher.doAll('recordMark', [
      mark('ivanova', '4'),
      mark('petrov', '6'),
      mark('sidorov', '3'),
    ]);
    expect(answer).toMatchObject({ accepted: 2, refused: 1 });
    expect(answer.results.map(({ accepted }) => accepted)).toEqual([true, false, true]);
    expect(answer.results[1]?.userErrors).toMatchObject([
      {
        __typename: 'RuleRefusal',
        code: 'INVALID_MARK',
        field: ['value'],
        facts: [
          { name: 'scale', value: 'fivePoint' },
          { name: 'value', value: '6' },
        ],
      },
    ]);
    expect(answer.results[0]?.cell).toEqual({ revision: 0, marks: [{ workType: 'TEST', value: '4' }] });
    expect(await Promise.all([shown('ivanova'), shown('petrov'), shown('sidorov')])).toEqual([
      '4',
      null,
      '3',
    ]);
  });

  it('finds the same on the page in rows and in columns', async () => {
    const found = await pageOf(teacher, page);
    const { lessonIds, lines } = found?.columns ?? { lessonIds: [], lines: [] };
    const asRows = lines.map(({ studentId, ...line }) => ({
      studentId,
      cells: lessonIds.flatMap((lessonId, index) =>
        line.changedAt[index]
          ? [
              {
                lessonId,
                value: line.values[index],
                attendance: line.attendance[index],
                classified: line.classified[index],
                revision: line.revisions[index],
                changedAt: line.changedAt[index],
              },
            ]
          : [],
      ),
    }));
    expect(lessonIds).toHaveLength(4);
    expect(found?.rows).toMatchObject(asRows);
    expect(found?.rows.map(({ cells }) => cells.length)).toEqual(asRows.map(({ cells }) => cells.length));
  });

  it('corrects a mark for a reason, at once and as of a moment: the old one stands where it stood (R-MRK-09, R-RSP-02, T-23)', async () => {
    const before = { position: (await pageOf(teacher, page))?.revision, instant: college.clock.now };
    college.clock.now = '2026-11-20T07:05:00.000Z';
    expect(await teacher.refusalOf('correctMark', correction('5', 0, ' '))).toBe('REASON_REQUIRED');
    const answer = await teacher.do('correctMark', correction('5', 0));
    expect(answer).toMatchObject({ accepted: true, cell: { revision: 1, marks: [{ value: '5' }] } });
    expect(await shown('ivanova')).toBe('5');
    expect(await shown('ivanova', { minPosition: answer.position })).toBe('5');
    expect(await shown('ivanova', { asOf: before.instant })).toBe('4');
    expect(await shown('ivanova', { asOfPosition: before.position })).toBe('4');
    expect(await shown('ivanova', { asOfPosition: answer.position })).toBe('5');
    expect(await pageOf(teacher, page, { asOfPosition: '0' })).toBeNull();
  });

  it('is told the value that stands, by whom and since when, when somebody was quicker (T32)', async () => {
    const { accepted, userErrors } = await teacher.do('correctMark', correction('3', 0));
    expect(accepted).toBe(false);
    expect(userErrors).toMatchObject([
      {
        __typename: 'RevisionConflict',
        code: 'REVISION_CONFLICT',
        field: ['expectedRevision'],
        currentRevision: 1,
        currentValue: '5',
        changedAt: expect.stringMatching(/^2026-.*Z$/u) as string,
        changedBy: { id: expect.any(String) as string },
      },
    ]);
    expect(await shown('ivanova')).toBe('5');
  });

  it('gets the first answer again for the same command id, and a no for the same id with other content (T30, T31)', async () => {
    const commandId = randomUUID();
    const first = await teacher.do('recordMark', mark('petrov', '5', 'PRACTICAL'), commandId);
    const again = await teacher.do('recordMark', mark('petrov', '5', 'PRACTICAL'), commandId);
    expect(again).toEqual(first);
    const other = await teacher.do('recordMark', mark('petrov', '4', 'PRACTICAL'), commandId);
    expect(other).toMatchObject({ accepted: false, userErrors: [{ code: 'COMMAND_ID_REUSED' }] });
    const many = randomUUID();
    const list = [mark('sidorov', '5', 'PRACTICAL'), mark('petrov', '9')];
    expect(await teacher.doAll('recordMark', list, many)).toEqual(
      await teacher.doAll('recordMark', list, many),
    );
    expect(await shown('petrov')).toBe('5');
  });

  it('may give several marks in a cell, one for each kind of work done (R-MRK-01)', async () => {
    expect(await teacher.refusalOf('recordMark', mark('ivanova', '5', 'GRAPHIC'))).toBe('WORK_TYPE_NOT_DONE');
    expect((await teacher.do('recordMark', mark('ivanova', '2', 'PRACTICAL'))).accepted).toBe(true);
    expect(await teacher.refusalOf('recordMark', mark('ivanova', '3', 'PRACTICAL'))).toBe('ALREADY_RECORDED');
    expect(await shown('ivanova')).toBe('5/2');
  });

  it('takes a mark back, and it stays in history with the reason (R-MRK-09)', async () => {
    const { value: _, ...taken } = correction('', 2, 'Не та работа');
    const answer = await teacher.do('withdrawMark', taken);
    expect(answer.cell?.marks).toEqual([{ workType: 'PRACTICAL', value: '2' }]);
    expect(await shown('ivanova')).toBe('2');
    const { markHistory } = await teacher.read(
      'query ($s: ID!, $j: ID!, $l: ID) { markHistory(studentId: $s, journalId: $j, lessonId: $l) { kind workType from to reason } }',
      { s: college.students.ivanova, j: page, l: lesson.lessonId },
    );
    const test = { workType: 'TEST' };
    expect(markHistory).toEqual([
      { ...test, kind: 'MARK_RECORDED', from: null, to: '4', reason: null },
      { ...test, kind: 'MARK_CORRECTED', from: '4', to: '5', reason: 'Ошибка при вводе' },
      { kind: 'MARK_RECORDED', workType: 'PRACTICAL', from: null, to: '2', reason: null },
      { ...test, kind: 'MARK_WITHDRAWN', from: '5', to: null, reason: 'Не та работа' },
    ]);
  });

  it('may not touch the page of a colleague, and does not see it (T-29)', async () => {
    const { physics } = college.journals;
    const theirs = { ...mark('ivanova', '5'), journalId: physics, lessonId: college.lessons.physics };
    expect(
      await teacher.refusalOf('conductLesson', {
        journalId: physics,
        lessonId: college.lessons.physics,
        deliveryForm: 'IN_PERSON',
        workTypes: ['TEST'],
        topic: 'Чужая тема',
      }),
    ).toBe('NOT_IN_LOAD');
    expect(await teacher.refusalOf('recordMark', theirs)).not.toBe('accepted');
    expect(await pageOf(teacher, physics)).toBeNull();
    expect(await pageOf(teacher, physics, { asOf: college.clock.now })).toBeNull();
    const { journals } = await teacher.read('{ journals { id } }');
    expect(journals).toEqual([{ id: page }]);
  });
});
