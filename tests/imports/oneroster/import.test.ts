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

const cellOf = ({ id }: Importing) => ({
  journal: id('journal', 'm-21'),
  lesson: id('lesson', 'work-1'),
  student: id('student', 'student'),
  workType: 'test' as const,
});

describe('an import of a bundle', () => {
  it('R-ACC-01, R-ACC-02: opens the page, puts teacher and student on it, and records the score as a mark', async () => {
    const here = await all.open();
    const { rows, problems, total, refusals } = await here.bringSmall();
    expect([problems, total.refused, refusals.size]).toEqual([0, 0, 0]);
    expect(rows.get('results')).toMatchObject({ recorded: 1, unchanged: 0 });
    const history = await here.history();
    const types = history.map(({ type }) => type);
    // People are entered side by side.
    expect([...types.slice(0, 10), ...types.slice(10, 15).toSorted(), ...types.slice(15)]).toEqual([
      ...[
        'CollegeFounded',
        'RegulationAdopted',
        'AccountOpened',
        'StaffListed',
        'RoleGranted',
        'ImportStarted',
      ],
      ...['AttestationPeriodSet', 'AttestationPeriodEntered', 'CourseUnitRegistered', 'JournalOpened'],
      ...['AccountOpened', 'RoleGranted', 'StaffListed', 'StudentEnrolled', 'StudentRegistered'],
      ...['JournalTeacherAssigned', 'RosterExtended', 'LessonScheduled', 'LessonConducted'],
      ...['MarkRecorded', 'ImportFinished'],
    ]);
    expect(history.at(-2)).toMatchObject({
      data: { ...cellOf(here), scale: 'hundredPoint', value: '78' },
      meta: { occurredOn: '2026-10-19' },
    });
  });

  it('marks every event as imported, by an administrator, and ties it to the run', async () => {
    const here = await all.open();
    const { run } = await here.bringSmall();
    const history = await here.history();
    for (const { meta } of history.slice(5))
      expect(meta).toMatchObject({
        source: 'import',
        correlation: run,
        actor: { account: here.administrator, role: 'journalAdministrator', channel: 'import', session: run },
      });
    expect(history.at(-1)).toMatchObject({ data: { import: run, recorded: 9, corrected: 0, refused: 0 } });
  });

  it('changes nothing the second time: not one event more', async () => {
    const here = await all.open();
    const first = await here.bringSmall();
    const before = await here.history();
    const { events, total, findings } = await here.bringSmall();
    expect(events).toBe(0);
    expect(total).toMatchObject({ recorded: 0, corrected: 0, unchanged: first.total.recorded });
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(await here.history()).toEqual(before);
  });

  it('turns a changed score into a correction with a reason (T-23)', async () => {
    const here = await all.open();
    await here.bringSmall();
    const { rows } = await here.bringSmall(resultsOf('work-1,student,81,2026-10-20'));
    expect(rows.get('results')).toMatchObject({ recorded: 0, corrected: 1 });
    expect((await here.history()).at(-2)).toMatchObject({
      type: 'MarkCorrected',
      data: { from: '78', to: '81' },
      sealed: { reason: 'OneRoster import bundle' },
    });
  });

  it('never changes a mark that a person recorded, and says so', async () => {
    const here = await all.open();
    await here.bringSmall({ 'results.csv': undefined, ...resultsOf() });
    const teacher = here.id('account', 'teacher');
    const cell = cellOf(here);
    await here.act(teacher, { type: 'RecordMark', data: { ...cell, value: '90' } });
    const before = await here.history();

    const summary = await here.bringSmall();
    expect(summary.refusals).toEqual(new Map([['ENTERED_BY_PERSON', 1]]));
    expect(said(summary, 'refusal')).toEqual([
      expect.objectContaining({
        file: 'results.csv',
        line: 2,
        message: expect.stringContaining('value 90') as string,
      }),
    ]);
    expect(await here.history()).toEqual(before);
  });

  it('renames a course and a student, and keeps their history (T-33)', async () => {
    const here = await all.open();
    await here.bringSmall();
    const { total } = await here.bringSmall({
      'courses.csv': 'sourcedId,title,courseCode,orgSourcedId\nmaths,Алгебра,ОУД.03,college\n',
      'users.csv': 'sourcedId,givenName,familyName\nteacher,Анна,Орлова\nstudent,Иван,Сидоров\n',
    });
    expect(total).toMatchObject({ recorded: 0, corrected: 2 });
    expect((await here.history()).slice(-3)).toMatchObject([
      { type: 'CourseUnitRenamed', data: { title: 'Алгебра' } },
      { type: 'StudentRenamed', sealed: { familyName: 'Сидоров', givenName: 'Иван' } },
      { type: 'ImportFinished' },
    ]);
  });

  it('stops at a locked period, and says which', async () => {
    const here = await all.open();
    await here.bringSmall();
    await here.act(here.administrator, {
      type: 'LockAttestationPeriod',
      data: { period: here.id('period', 'autumn'), reason: null },
    });
    const before = await here.history();
    const summary = await here.bringSmall(resultsOf('work-1,student,81,2026-10-20'));
    expect(said(summary, 'refusal')).toEqual([
      {
        file: 'results.csv',
        line: 2,
        column: undefined,
        message: expect.stringMatching(
          /^PERIOD_LOCKED \(until 2026-12-31\): .*work work-1.*2026-12-31/u,
        ) as string,
      },
    ]);
    expect(await here.history()).toEqual(before);
  });
});
