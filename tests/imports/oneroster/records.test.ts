import { readSmall, removeFolders } from './small-bundle.ts';

afterAll(removeFolders);

const RESULTS = 'sourcedId,status,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate,comment\n';
const withResults = (...rows: string[]) => readSmall({ 'results.csv': RESULTS + rows.join('\n') });

describe('a record', () => {
  it('has typed values, and the line it stands on', async () => {
    const { resultsRead } = await withResults(
      'one,ACTIVE,work-1,student,Fully Graded,78.50,2026-10-19,"a\nb"',
    );
    expect(resultsRead).toEqual([
      {
        sourcedId: 'one',
        status: 'active',
        line: 2,
        lineItemSourcedId: 'work-1',
        studentSourcedId: 'student',
        scoreStatus: 'fully graded',
        score: 78.5,
        textScore: undefined,
        scoreDate: '2026-10-19',
        comment: 'a\nb',
      },
    ]);
  });

  it('has no score where none was given', async () => {
    const { resultsRead } = await withResults('one,,work-1,student,submitted,,2026-10-19,');
    expect(resultsRead[0]?.score).toBeUndefined();
    expect(resultsRead[0]?.status).toBe('active');
  });

  it.each([
    ['2026-10-19', '2026-10-19'],
    ['2026-10-19T23:30:00.000Z', '2026-10-19'],
    ['2024-02-29', '2024-02-29'],
    ['8/27/2018', '2018-08-27'],
  ])('reads the date %s', async (written, read) => {
    const { resultsRead } = await withResults(`one,,work-1,student,,5,${written},`);
    expect(resultsRead[0]?.scoreDate).toBe(read);
  });

  it('says once per file that dates were read the American way', async () => {
    const { findings } = await withResults(
      '1,,work-1,student,,5,8/27/2018,',
      '2,,work-1,student,,5,8/28/2018,',
    );
    expect(findings).toEqual([
      {
        severity: 'notice',
        file: 'results.csv',
        message: 'dates like 8/27/2018 were read as month/day/year',
      },
    ]);
  });

  it.each([
    ['scoreDate', '2026-02-30', 'is not a day of the calendar', 'bad,,work-1,student,,5,2026-02-30,'],
    ['scoreDate', '27/8/2018', 'is not a day of the calendar', 'bad,,work-1,student,,5,27/8/2018,'],
    ['scoreDate', 'yesterday', 'is not a date like 2018-08-27', 'bad,,work-1,student,,5,yesterday,'],
    ['score', 'five', 'is not a number like 78 or 78.5', 'bad,,work-1,student,,five,2026-10-19,'],
    ['status', 'gone', 'is none of active, inactive, tobedeleted', 'bad,gone,work-1,student,,5,2026-10-19,'],
  ])(
    'with a wrong %s (%s) is left out and located; the next one is read',
    async (column, value, message, row) => {
      const { findings, resultsRead, files } = await withResults(row, 'good,,work-1,student,,5,2026-10-19,');
      expect(findings).toEqual([
        { severity: 'problem', file: 'results.csv', line: 2, column, value, message },
      ]);
      expect(resultsRead.map(({ sourcedId, line }) => [sourcedId, line])).toEqual([['good', 3]]);
      expect(files.get('results')).toMatchObject({ rows: 2, kept: 1, leftOut: 1, isComplete: true });
    },
  );

  it('tells everything that is wrong with it at once', async () => {
    const { findings } = await withResults('bad,,,student,,x,,');
    expect(findings.map(({ column, message }) => [column, message])).toEqual([
      ['lineItemSourcedId', 'is required'],
      ['score', 'is not a number like 78 or 78.5'],
      ['scoreDate', 'is required'],
    ]);
  });

  it('is left out when its values do not stand under the columns', async () => {
    const { findings } = await withResults(
      'bad,,work-1,student,,5,2026-10-19',
      'b2,,work-1,student,,7,5,2026-10-19,',
    );
    expect(findings.map(({ line, message }) => [line, message])).toEqual([
      [2, 'has 7 values under 8 columns'],
      [3, 'has 9 values under 8 columns'],
    ]);
  });

  it('counts once; a second row of the same sourcedId is a problem', async () => {
    const row = 'one,,work-1,student,,5,2026-10-19,';
    const { findings, resultsRead } = await withResults(row, row.replace(',5,', ',4,'));
    expect(resultsRead.map(({ score }) => score)).toEqual([5]);
    expect(findings).toEqual([
      expect.objectContaining({ severity: 'problem', line: 3, column: 'sourcedId', value: 'one' }),
    ]);
  });

  it('that is not UTF-8 is left out, and its text is not repeated', async () => {
    const bytes = Buffer.from(
      'sourcedId,givenName,familyName\nteacher,A,O\nstudent,\xC8\xE2\xE0\xED,P\n',
      'latin1',
    );
    const { findings } = await readSmall({ 'users.csv': bytes });
    expect(findings[0]).toEqual({
      severity: 'problem',
      file: 'users.csv',
      line: 3,
      column: 'givenName',
      message: 'is not UTF-8 text',
    });
  });

  it('of a user never holds a password', async () => {
    const users = 'sourcedId,givenName,familyName,password\nteacher,А,О,\nstudent,И,П,"sesame""open"\n';
    const bundle = await readSmall({ 'users.csv': users });
    expect(bundle.users.size).toBe(2);
    expect(JSON.stringify([...bundle.users.values(), bundle.findings])).not.toContain('sesame');
  });

  it('of version 1.1 needs the role of a user; in version 1.2 roles are a table', async () => {
    const manifest = 'propertyName,value\noneroster.version,1.1\n';
    const old = await readSmall({ 'manifest.csv': manifest });
    expect(old.findings).toContainEqual(
      expect.objectContaining({ severity: 'fault', file: 'users.csv', column: 'role' }),
    );
    const { roles } = await readSmall();
    expect(roles.get('r1')?.role).toBe('teacher');
  });

  it('of a delta says what became of it', async () => {
    const manifest = 'propertyName,value\noneroster.version,1.2\nfile.results,delta\n';
    const rows = 'one,,work-1,student,,5,2026-10-19,\ntwo,toBeDeleted,gone,gone,,5,2026-10-19,\n';
    const bundle = await readSmall({ 'manifest.csv': manifest, 'results.csv': RESULTS + rows });
    expect(bundle.resultsRead.map(({ sourcedId, status }) => [sourcedId, status])).toEqual([
      ['two', 'tobedeleted'],
    ]);
    expect(bundle.findings).toContainEqual(
      expect.objectContaining({ line: 2, column: 'status', message: 'is required' }),
    );
  });
});
