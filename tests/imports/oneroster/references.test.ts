import { readSmall, removeFolders, SMALL } from './small-bundle.ts';

afterAll(removeFolders);

const line = (file: string, row: string): Record<string, string> => ({
  [file]: `${String(SMALL[file])}${row}\n`,
});

describe('a reference', () => {
  it.each([
    ['classes.csv', 'x,Х,nothing,,', 'courseSourcedId', 'courses.csv'],
    ['roles.csv', 'x,nobody,teacher', 'userSourcedId', 'users.csv'],
    ['enrollments.csv', 'x,nothing,student,student', 'classSourcedId', 'classes.csv'],
    ['enrollments.csv', 'x,m-21,nobody,student', 'userSourcedId', 'users.csv'],
    ['lineItems.csv', 'x,Х,nothing,', 'classSourcedId', 'classes.csv'],
    ['results.csv', 'x,nothing,student,,5,2026-10-19', 'lineItemSourcedId', 'lineItems.csv'],
    ['results.csv', 'x,work-1,nobody,,5,2026-10-19', 'studentSourcedId', 'users.csv'],
  ])('from %s (%s) to nowhere costs the row alone', async (file, row, column, target) => {
    const bundle = await readSmall(line(file, row));
    expect(bundle.findings).toEqual([
      {
        severity: 'problem',
        file,
        line: String(SMALL[file]).split('\n').length,
        column,
        value: row.includes('nobody') ? 'nobody' : 'nothing',
        message: `no row of ${target} has this sourcedId`,
      },
    ]);
    const report = [...bundle.files.values()].find(({ leftOut }) => leftOut > 0);
    expect(report).toMatchObject({ leftOut: 1, isComplete: true });
  });

  it('to an org or a session nothing depends on is noticed once and costs nothing', async () => {
    const { findings, classes } = await readSmall(
      line('classes.csv', 'x,Х,maths,other-school,"autumn,spring"\ny,Y,maths,other-school,'),
    );
    expect(classes.size).toBe(3);
    expect(findings.map(({ severity, line, column, value }) => [severity, line, column, value])).toEqual([
      ['notice', 3, 'schoolSourcedId', 'other-school'],
      ['notice', 3, 'termSourcedIds', 'spring'],
    ]);
  });

  it('to a row that was left out says so', async () => {
    const { findings, resultsRead } = await readSmall({
      'lineItems.csv': 'sourcedId,title,classSourcedId\nwork-1,,m-21\n',
    });
    expect(findings[1]?.message).toBe('its row in lineItems.csv was left out');
    expect(resultsRead).toEqual([]);
  });

  it('from a delta may name what the college already has', async () => {
    const { resultsRead, findings } = await readSmall({
      'manifest.csv': 'propertyName,value\noneroster.version,1.2\nfile.results,bulk\nfile.lineItems,delta\n',
      'lineItems.csv': undefined,
      'users.csv': undefined,
      'roles.csv': undefined,
      'enrollments.csv': undefined,
    });
    expect(resultsRead).toHaveLength(1);
    expect(findings).toContainEqual({
      severity: 'notice',
      file: 'results.csv',
      message: 'references to users were not checked: that table is not here whole',
    });
  });
});
