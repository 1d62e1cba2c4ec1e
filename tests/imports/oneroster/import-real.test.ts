import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { colleges, said } from './importing.ts';
import { folderOf, removeFolders } from './small-bundle.ts';

const data = fileURLToPath(new URL('../../../../shared/data/oneroster/', import.meta.url));
const withData = existsSync(data) ? describe : describe.skip;

let all: Awaited<ReturnType<typeof colleges>>;
beforeAll(async () => {
  all = await colleges();
});
afterAll(async () => {
  await removeFolders();
  await all.close();
});

/** The rows of one class of the Open University, as a bundle of its own. */
async function sliceOf(course: string): Promise<string> {
  const read = (name: string): Promise<string> => readFile(`${data}oulad/${name}`, 'utf8');
  const lines = async (name: string, keeps: (line: string) => boolean): Promise<string> =>
    (await read(name))
      .split('\n')
      .filter((line, index) => index === 0 || keeps(line))
      .join('\n');
  const enrollments = await lines('enrollments.csv', (line) => line.split(',')[3] === course);
  const users = new Set(enrollments.split('\n').map((line) => line.split(',')[5]));
  return folderOf({
    'manifest.csv': await read('manifest.csv'),
    'orgs.csv': await read('orgs.csv'),
    'academicSessions.csv': await read('academicSessions.csv'),
    'courses.csv': await read('courses.csv'),
    'categories.csv': await read('categories.csv'),
    'classes.csv': await lines('classes.csv', (line) => line.startsWith(`${course},`)),
    'users.csv': await lines('users.csv', (line) => users.has(line.split(',')[0])),
    'roles.csv': await lines('roles.csv', (line) => users.has(line.split(',')[3])),
    'enrollments.csv': enrollments,
    'lineItems.csv': await lines('lineItems.csv', (line) => line.includes(`,${course},`)),
    'results.csv': await lines('results.csv', (line) => line.trim().endsWith(`,${course}`)),
  });
}

withData('a real bundle, imported (skipped where ../shared/data is absent)', () => {
  it('of a small school goes in whole, and once', async () => {
    const here = await all.open();
    const { total, problems, rows } = await here.bring(`${data}school-small`);
    expect([problems, total.refused]).toEqual([0, 0]);
    expect(rows.get('classes')).toMatchObject({ recorded: 42 });
    expect(rows.get('enrollments')).toMatchObject({ recorded: 546 });
    expect((await here.bring(`${data}school-small`)).events).toBe(0);
  });

  it('of a class of the Open University goes in with its leavers, and once', async () => {
    const here = await all.open();
    const path = await sliceOf('AAA-2014J');
    const { rows, problems, refusals } = await here.bring(path);
    expect(problems).toBe(0);
    expect(rows.get('enrollments')).toMatchObject({ recorded: 366, refused: 0 });
    expect(rows.get('results')).toMatchObject({ recorded: 1511, refused: 4, empty: 1 });
    expect(refusals).toEqual(new Map([['NOT_ON_ROSTER', 4]]));
    expect((await here.bring(path)).events).toBe(0);
  });

  it('in five steps: a course comes inactive, active, and vanishes; classes wait for their term', async () => {
    const here = await all.open();
    const first = await here.bring(`${data}reimport-steps`);
    expect(first.rows.get('courses')).toMatchObject({ recorded: 4 });
    expect(first.rows.get('users')).toMatchObject({ recorded: 4 });
    expect(new Set(said(first, 'problem').map(({ file }) => file))).toEqual(
      new Set(['classes.csv', 'enrollments.csv']),
    );

    const updated = await here.bring(`${data}reimport-steps/Step1-UpdateCourse`);
    expect(updated.events).toBe(0);
    expect(said(updated, 'notice')).toContainEqual(
      expect.objectContaining({
        file: 'courses.csv',
        line: 6,
        message: 'says inactive, and was not taken over',
      }),
    );

    const added = await here.bring(`${data}reimport-steps/Step2-AddCourse`);
    expect(added.rows.get('courses')).toMatchObject({ recorded: 1, unchanged: 4 });

    const before = await here.history();
    const deleted = await here.bring(`${data}reimport-steps/Step3-DeleteCourse`);
    expect(said(deleted, 'vanished')).toMatchObject([
      { message: 'course SL10, Science For Life1 is no longer there; the journal keeps it' },
    ]);
    expect(await here.history()).toEqual(before);

    const withClass = await here.bring(`${data}reimport-steps/Step4-AddClass`);
    expect(said(withClass, 'problem').filter(({ file }) => file === 'classes.csv')).toHaveLength(4);
    expect(await here.history()).toEqual(before);
  });
});
