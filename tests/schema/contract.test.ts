import { readFile } from 'node:fs/promises';
import { accessTable } from '../../schema/access-table.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { sdlOf, undescribed } from '../../schema/sdl.ts';

const schema = buildGradeLedgerSchema();
const committed = (file: string) => readFile(new URL(`../../schema/${file}`, import.meta.url), 'utf8');

describe('the contract', () => {
  it('builds, so every field has a policy', () => {
    expect(schema.getQueryType()).toBeDefined();
  });

  it('explains every type, field, argument and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it('is committed as it is: run `npm run schema` after a change', async () => {
    expect(await committed('schema.graphql')).toBe(sdlOf(schema));
  });

  it('shows every grant of access as a line of a diff', async () => {
    expect(await committed('access.md')).toBe(accessTable(schema));
  });
});
