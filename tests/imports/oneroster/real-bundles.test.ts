import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readAll, type WholeBundle } from './small-bundle.ts';

const data = fileURLToPath(new URL('../../../../shared/data/oneroster/', import.meta.url));
const withData = existsSync(data) ? describe : describe.skip;

const counts = ({ files }: WholeBundle): Record<string, number> =>
  Object.fromEntries(Array.from(files, ([table, { kept }]) => [table, kept]));

withData('a real bundle (skipped where ../shared/data is absent)', () => {
  it('of the Open University is read whole, and nothing is wrong with it', async () => {
    const bundle = await readAll(`${data}oulad`);
    expect(bundle.version).toBe('1.2');
    expect(bundle.findings).toEqual([]);
    expect(counts(bundle)).toEqual({
      orgs: 1,
      academicSessions: 4,
      courses: 7,
      classes: 22,
      users: 28_807,
      roles: 28_807,
      enrollments: 32_615,
      categories: 3,
      lineItems: 206,
      results: 173_912,
    });
    expect(bundle.resultsRead.filter(({ score }) => score === undefined)).toHaveLength(173);
    expect(bundle.resultsRead.filter(({ comment }) => comment === 'banked')).toHaveLength(1909);
  });

  it('of a small school in version 1.1 is read whole, without its demographics', async () => {
    const bundle = await readAll(`${data}school-small`);
    expect(bundle.version).toBe('1.1');
    expect(counts(bundle)).toMatchObject({
      users: 79,
      courses: 42,
      classes: 42,
      enrollments: 546,
      results: 0,
    });
    expect(bundle.findings.map(({ severity, file }) => [severity, file])).toEqual([
      ['notice', 'demographics.csv'],
    ]);
    expect([...bundle.users.values()].filter(({ role }) => role === 'student')).toHaveLength(72);
  });

  it.each([
    ['the first step', '', 4, 4, undefined],
    ['a course that was updated', 'Step1-UpdateCourse', 5, 4, 'inactive'],
    ['a course that was added', 'Step2-AddCourse', 5, 4, 'active'],
    ['a course that was deleted', 'Step3-DeleteCourse', 4, 4, undefined],
    ['a class that was added', 'Step4-AddClass', 4, 5, undefined],
  ])('of five in a row is read: %s', async (_, folder, courses, classes, status) => {
    const bundle = await readAll(`${data}reimport-steps/${folder}`);
    expect(counts(bundle)).toMatchObject({
      orgs: 3,
      academicSessions: 3,
      courses,
      classes,
      users: 4,
      enrollments: 3,
    });
    expect(bundle.courses.get('10009')?.status).toBe(status);
    expect(bundle.academicSessions.get('001_S2_2019')?.startDate).toBe('2019-01-07');
    expect(bundle.users.get('14058')?.enabledUser).toBe(false);
    expect(bundle.findings.every(({ severity }) => severity === 'notice')).toBe(true);
    expect(bundle.findings.map(({ value }) => value)).toContain('Sch_000002');
  });
});
