import { colleges, resultsOf, said, type Importing } from './importing.ts';
import { removeFolders } from './small-bundle.ts';

let all: Awaited<ReturnType<typeof colleges>>;
beforeAll(async () => {
  all = await colleges();
});
afterAll(async () => {
  await removeFolders();
  await all.close();
});

/** What a person did after the first import stands after the second. */
async function afterSecond(here: Importing) {
  const before = await here.history();
  const summary = await here.bringSmall();
  expect(await here.history()).toEqual(before);
  return summary;
}

describe('what a person did is not undone by the next import', () => {
  it('when a mark was taken back', async () => {
    const here = await all.open();
    await here.bringSmall(resultsOf());
    const cell = {
      journal: here.id('journal', 'm-21'),
      lesson: here.id('lesson', 'work-1'),
      student: here.id('student', 'student'),
      workType: 'test',
    } as const;
    const teacher = here.id('account', 'teacher');
    await here.act(teacher, { type: 'RecordMark', data: { ...cell, value: '78' } });
    const reason = 'Ошибка при вводе';
    await here.act(teacher, { type: 'WithdrawMark', data: { ...cell, expectedRevision: 0, reason } });

    const summary = await afterSecond(here);
    expect(summary.refusals).toEqual(new Map([['ENTERED_BY_PERSON', 1]]));
    expect(said(summary, 'refusal')).toMatchObject([{ file: 'results.csv', line: 2 }]);
  });

  it('when a teacher was released from the page, or lost the role', async () => {
    const here = await all.open();
    await here.bringSmall();
    const account = here.id('account', 'teacher');
    const journal = here.id('journal', 'm-21');
    await here.act(here.administrator, { type: 'ReleaseTeacher', data: { journal, account } });
    const data = { account, role: 'teacher', reason: 'Увольнение' } as const;
    await here.act(here.administrator, { type: 'RevokeRole', data });
    const { total } = await afterSecond(here);
    expect(total).toMatchObject({ recorded: 0, refused: 0 });
  });

  it('when a student was taken off the page, or expelled; what has changed since is told', async () => {
    const here = await all.open();
    await here.bringSmall();
    const student = here.id('student', 'student');
    const journal = here.id('journal', 'm-21');
    const until = '2026-11-20';
    await here.act(here.administrator, { type: 'EndRosterEntry', data: { journal, student, until } });
    await here.act(here.administrator, {
      type: 'ExpelStudent',
      data: { student, on: until, order: { number: '8-с', date: until }, reason: 'Собственное желание' },
    });
    const summary = await afterSecond(here);
    expect(said(summary, 'notice')).toContainEqual({
      file: 'enrollments.csv',
      line: 3,
      column: 'endDate',
      message: 'the student was on the page until 2026-11-20, and that stays so',
    });
  });
});
