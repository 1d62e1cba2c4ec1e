import { readSmall, removeFolders } from './small-bundle.ts';

afterAll(removeFolders);

describe('a bundle', () => {
  it('is read into records of every table', async () => {
    const bundle = await readSmall();
    expect(bundle.findings).toEqual([]);
    expect(bundle.orgs.get('college')?.name).toBe('Колледж');
    expect(bundle.academicSessions.get('autumn')?.endDate).toBe('2026-12-31');
    expect(bundle.courses.get('maths')?.courseCode).toBe('ОУД.03');
    expect(bundle.classes.get('m-21')?.termSourcedIds).toEqual(['autumn']);
    expect(bundle.users.get('student')?.enabledUser).toBe(true);
    expect(bundle.enrollments.get('e2')?.role).toBe('student');
    expect(bundle.categories.get('test')?.title).toBe('Контрольная');
    expect(bundle.lineItems.get('work-1')?.classSourcedId).toBe('m-21');
    expect(bundle.resultsRead.map(({ score }) => score)).toEqual([78]);
  });

  it('reports how far each table was read, for progress and for what has vanished', async () => {
    const { files } = await readSmall({
      'categories.csv': 'sourcedId,title\ntest,"Контрольная\nexam,Экзамен\n',
    });
    const results = files.get('results');
    expect(results?.bytesRead).toBe(results?.bytes);
    expect(results).toMatchObject({ mode: 'bulk', rows: 1, kept: 1, isComplete: true });
    // A row whose id is unknown: nothing may be called vanished.
    expect(files.get('categories')).toMatchObject({ kept: 1, leftOut: 1, isComplete: false });
  });

  it('never throws for its content', async () => {
    const garbage = Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256));
    const bundle = await readSmall({ 'users.csv': garbage, 'results.csv': garbage, 'manifest.csv': garbage });
    expect(bundle.findings.some(({ severity }) => severity === 'fault')).toBe(true);
    expect(bundle.courses.size).toBe(1);
  });
});
