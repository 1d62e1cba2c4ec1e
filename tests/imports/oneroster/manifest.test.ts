import { readSmall, removeFolders, SMALL } from './small-bundle.ts';

afterAll(removeFolders);

const manifest = (...lines: string[]): string => ['propertyName,value', ...lines].join('\n');

describe('a manifest', () => {
  it('states the version and which tables are whole', async () => {
    const { version, files, findings } = await readSmall();
    expect(version).toBe('1.2');
    expect(files.get('users')?.mode).toBe('bulk');
    expect(findings).toEqual([]);
  });

  it('is not needed: what is there counts as whole, and the version is guessed aloud', async () => {
    const { version, files, findings } = await readSmall({ 'manifest.csv': undefined });
    expect(version).toBe('1.2');
    expect(files.get('results')?.mode).toBe('bulk');
    expect(findings).toEqual([
      {
        severity: 'notice',
        file: 'manifest.csv',
        message: 'there is no manifest; the columns look like version 1.2',
      },
    ]);
  });

  it('is not needed to know version 1.1 by the role of users', async () => {
    const users = 'sourcedId,givenName,familyName,role\nteacher,А,О,teacher\nstudent,И,П,student\n';
    const { version } = await readSmall({
      'manifest.csv': undefined,
      'roles.csv': undefined,
      'users.csv': users,
    });
    expect(version).toBe('1.1');
  });

  it('that promises a file which is not there is at fault', async () => {
    const { findings, files } = await readSmall({ 'roles.csv': undefined });
    expect(files.get('roles')?.mode).toBe('absent');
    expect(findings).toEqual([
      {
        severity: 'fault',
        file: 'manifest.csv',
        line: 12,
        column: 'file.roles',
        value: 'bulk',
        message: 'the file is promised but is not there',
      },
    ]);
  });

  it('may call a file absent that is there: it is not read, and that is said', async () => {
    const { resultsRead, findings } = await readSmall({
      'manifest.csv': manifest('oneroster.version,1.2', 'file.results,absent'),
    });
    expect(resultsRead).toEqual([]);
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'notice', line: 3, column: 'file.results' }),
    );
    expect(findings).toContainEqual({
      severity: 'notice',
      file: 'users.csv',
      message: 'the manifest does not name the file; it was read as bulk',
    });
  });

  it('with a mode or version nobody knows is told where', async () => {
    const { findings, version } = await readSmall({
      'manifest.csv': manifest('oneroster.version,2.0', 'file.results,some'),
    });
    expect(version).toBe('1.2');
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'notice', line: 2, column: 'oneroster.version', value: '2.0' }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ severity: 'fault', line: 3, column: 'file.results', value: 'some' }),
    );
  });

  it('is read whatever the case of its words and file names', async () => {
    const { findings, users } = await readSmall({
      'users.csv': undefined,
      'Users.CSV': SMALL['users.csv'],
      'manifest.csv': String(SMALL['manifest.csv']).toUpperCase(),
    });
    expect(findings).toEqual([]);
    expect(users.size).toBe(2);
  });

  it('leaves personal tables nobody needs unread, and says so', async () => {
    const { findings } = await readSmall({ 'demographics.csv': 'sourcedId,birthDate\nstudent,2009-01-01\n' });
    expect(findings).toEqual([
      {
        severity: 'notice',
        file: 'demographics.csv',
        message: 'the journal has no use for the file; it was not read',
      },
    ]);
  });
});
