import { buildSchema } from 'graphql';
import { accessTable } from '../../schema/access-table.ts';
import { sdlOf, undescribed } from '../../schema/sdl.ts';
import { exampleSchema } from '../support/example-schema.ts';

describe('the access table', () => {
  const table = accessTable(exampleSchema());
  const row = (coordinate: string) =>
    table
      .split('\n')
      .find((line) => line.startsWith(`| ${coordinate} `))
      ?.split('|')
      .map((cell) => cell.trim());
  const column = (role: string) => row('field')?.indexOf(role) ?? -1;

  it('has a row for every field and a column for every role', () => {
    expect(row('Mark.history')?.[column('teacher')]).toBe('+');
    expect(row('Mark.history')?.[column('student')]).toBe('');
    expect(row('Mark.value')?.[2]).toBe('gradebook.read or diary.read');
    expect(row('Student.phone')?.[column('teacher')]).toBe('null');
    expect(row('Student.phone')?.[column('journalAdministrator')]).toBe('+');
    expect(row('Query.hello')?.[2]).toBe('public');
  });

  it('gives a read-only administrator no mutation but those open to everyone (T-50)', () => {
    const granted = table
      .split('\n')
      .filter((line) => line.startsWith('| Mutation.') && !line.includes('| public '))
      .map((line) => line.split('|')[column('journalAdministratorReadOnly')]?.trim());
    expect(granted).toEqual(['']);
  });
});

describe('the schema as text', () => {
  it('is sorted, described, and the same however often it is printed', () => {
    const text = sdlOf(exampleSchema());
    expect(text).toBe(sdlOf(exampleSchema()));
    expect(text).toContain('"""The marks."""');
    expect(text.indexOf('type Entry')).toBeLessThan(text.indexOf('type Mark'));
  });

  it('leaves nothing undescribed, and says what is', () => {
    expect(undescribed(exampleSchema())).toEqual([]);
    expect(
      undescribed(
        buildSchema(
          'type Query { a(b: Int): E c: T } enum E { X } input I { y: Int } "ok" type T { "ok" z: Int }',
        ),
      ),
    ).toEqual(['E', 'E.X', 'I', 'I.y', 'Query.a', 'Query.a.b', 'Query.c']);
  });
});
