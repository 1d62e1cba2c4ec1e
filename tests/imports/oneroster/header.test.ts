import { readSmall, removeFolders } from './small-bundle.ts';

afterAll(removeFolders);

const row = 'maths,Математика,extra,,';

describe('a header', () => {
  it('may hold empty and unknown columns; the unknown are named once', async () => {
    const { findings, courses } = await readSmall({
      'courses.csv': `\uFEFFsourcedId,TITLE,room colour,,metadata.note\n${row}\n`,
    });
    expect(courses.get('maths')?.title).toBe('Математика');
    expect(findings).toEqual([
      {
        severity: 'notice',
        file: 'courses.csv',
        line: 1,
        message: 'unknown columns were ignored: room colour',
      },
    ]);
  });

  it.each([
    ['lacks a required column', 'sourcedId,courseCode,x,,', 'title', 'the column is missing'],
    ['has a column twice', 'sourcedId,title,Title,,', 'title', 'the column stands twice in the header'],
  ])('that %s costs the file, and only the file', async (_, header, column, message) => {
    const { findings, courses, classes, files } = await readSmall({ 'courses.csv': `${header}\n${row}\n` });
    expect(findings).toContainEqual({ severity: 'fault', file: 'courses.csv', line: 1, column, message });
    expect(courses.size).toBe(0);
    expect(files.get('courses')?.isComplete).toBe(false);
    expect(classes.size).toBe(1);
  });

  it('is missed in an empty file', async () => {
    const { findings } = await readSmall({ 'categories.csv': '' });
    expect(findings).toContainEqual({
      severity: 'fault',
      file: 'categories.csv',
      message: 'the file is empty, without even a header',
    });
  });
});
