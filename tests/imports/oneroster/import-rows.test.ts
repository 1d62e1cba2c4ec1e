import { colleges, resultsOf, said } from './importing.ts';
import { removeFolders, SMALL, type Files } from './small-bundle.ts';

let all: Awaited<ReturnType<typeof colleges>>;
beforeAll(async () => {
  all = await colleges();
});
afterAll(async () => {
  await removeFolders();
  await all.close();
});

const TWO_WORKS: Files = {
  'lineItems.csv':
    'sourcedId,title,classSourcedId,categorySourcedId,dueDate\n' +
    'work-1,Работа 1,m-21,test,2026-10-20\nwork-2,Работа 2,m-21,test,2026-11-02\n',
};

const delta = (...tables: readonly string[]): Files =>
  Object.fromEntries([
    ...Object.keys(SMALL).map((name) => [name, undefined] as const),
    [
      'manifest.csv',
      ['propertyName,value', 'oneroster.version,1.2', ...tables.map((name) => `file.${name},delta`)].join(
        '\n',
      ),
    ],
  ]);

describe('rows of a bundle', () => {
  it('that are wrong are located, and cost no good row', async () => {
    const here = await all.open();
    const summary = await here.bringSmall({
      ...TWO_WORKS,
      ...resultsOf(
        'work-1,student,100,2026-10-19',
        'work-2,student,101,2026-10-30',
        'work-3,student,50,2026-10-30',
        'work-2,student,fifty,2026-10-30',
      ),
    });
    expect(summary.rows.get('results')).toMatchObject({ recorded: 1, refused: 0 });
    expect(said(summary, 'problem')).toMatchObject([
      { file: 'results.csv', line: 4, column: 'lineItemSourcedId' },
      { file: 'results.csv', line: 5, column: 'score' },
      { file: 'results.csv', line: 3, column: 'score', message: 'is no mark of the scale hundredPoint' },
    ]);
  });

  it('give no mark without a score, and round half a point up with a notice', async () => {
    const here = await all.open();
    const scores = resultsOf('work-1,student,,2026-10-19', 'work-2,student,77.5,2026-10-30');
    const summary = await here.bringSmall({ ...TWO_WORKS, ...scores });
    expect(summary.rows.get('results')).toMatchObject({ recorded: 1, empty: 1 });
    expect(said(summary, 'notice')).toContainEqual(
      expect.objectContaining({ line: 3, message: 'the journal knows whole points: 78' }),
    );
  });

  it('that speak twice of one mark count once, so that a second run has nothing to correct', async () => {
    const here = await all.open();
    const twice = {
      'results.csv': `${String(SMALL['results.csv'])}two,work-1,student,fully graded,79,2026-10-19\n`,
    };
    expect(said(await here.bringSmall(twice), 'problem')).toMatchObject([{ line: 3 }]);
    expect((await here.bringSmall(twice)).events).toBe(0);
  });

  it('of a class whose course or term is unknown are reported, one by one', async () => {
    const here = await all.open();
    const summary = await here.bringSmall({
      'classes.csv':
        'sourcedId,title,courseSourcedId,schoolSourcedId,termSourcedIds\nm-21,М-21,maths,college,spring\n',
    });
    expect(said(summary, 'problem').map(({ file, column }) => [file, column])).toEqual([
      ['classes.csv', 'termSourcedIds'],
      ['enrollments.csv', 'classSourcedId'],
      ['enrollments.csv', 'classSourcedId'],
      ['lineItems.csv', 'classSourcedId'],
      ['results.csv', 'lineItemSourcedId'],
    ]);
    expect(summary.rows.get('users')).toMatchObject({ recorded: 2 });
  });

  it('of a student who left are held to the roster: what was given before leaving is in (T-33)', async () => {
    const here = await all.open();
    const left = {
      'enrollments.csv':
        'sourcedId,classSourcedId,userSourcedId,role,beginDate,endDate\n' +
        'e1,m-21,teacher,teacher,,\ne2,m-21,student,student,2026-09-01,2026-10-10\n',
    };
    const summary = await here.bringSmall({
      ...TWO_WORKS,
      ...left,
      ...resultsOf('work-1,student,60,2026-10-09', 'work-2,student,70,2026-10-30'),
    });
    expect(summary.refusals).toEqual(new Map([['NOT_ON_ROSTER', 1]]));
    expect(said(summary, 'refusal')).toMatchObject([{ file: 'results.csv', line: 3 }]);
    const marks = (await here.history()).filter(({ type }) => type === 'MarkRecorded');
    expect(marks).toMatchObject([{ data: { value: '60' }, meta: { occurredOn: '2026-10-09' } }]);
    const again = await here.bringSmall({ ...TWO_WORKS, ...left });
    expect(again.rows.get('enrollments')).toMatchObject({ recorded: 0, corrected: 0, refused: 0 });
  });

  it('that have vanished are reported, and nothing is deleted', async () => {
    const here = await all.open();
    const other = 'science,Физика,ОУД.08,college\n';
    await here.bringSmall({ 'courses.csv': `${String(SMALL['courses.csv'])}${other}` });
    const before = await here.history();
    const summary = await here.bringSmall(resultsOf());
    expect(said(summary, 'vanished')).toEqual([
      {
        file: 'courses.csv',
        message: 'course ОУД.08, Физика is no longer there; the journal keeps it',
      },
      {
        file: 'results.csv',
        message: 'the result for work work-1, user student is no longer there; the journal keeps the mark',
      },
    ]);
    expect(await here.history()).toEqual(before);
  });

  it('to be deleted are reported with their line, and nothing is deleted', async () => {
    const here = await all.open();
    await here.bringSmall();
    const before = await here.history();
    const summary = await here.bringSmall({
      'results.csv':
        'sourcedId,status,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n' +
        'one,tobedeleted,work-1,student,fully graded,78,2026-10-19\n',
    });
    expect(said(summary, 'vanished')).toMatchObject([{ file: 'results.csv', line: 2 }]);
    expect(await here.history()).toEqual(before);
  });

  it('of a delta say only what they say: what they leave out has not vanished', async () => {
    const here = await all.open();
    await here.bringSmall();
    const summary = await here.bringSmall({
      ...delta('results'),
      'results.csv':
        'sourcedId,status,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n' +
        'one,active,work-1,student,fully graded,80,2026-10-21\n',
    });
    expect(summary.rows.get('results')).toMatchObject({ corrected: 1 });
    expect([summary.vanished, summary.problems]).toEqual([0, 0]);
    expect((await here.history()).at(-2)).toMatchObject({ type: 'MarkCorrected', data: { to: '80' } });
  });
});
