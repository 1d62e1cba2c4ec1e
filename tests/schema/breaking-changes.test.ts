import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import { contractChanges, undatedDeprecations } from '../../schema/breaking-changes.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { sdlOf } from '../../schema/sdl.ts';

const before = buildSchema('type Query { mark(id: ID!): String page: Int }');
const without = buildSchema('type Query { mark(id: ID!): String }');
const changelog = (breaking: string): string =>
  `# Changelog\n\n## Unreleased\n\n### Breaking\n\n${breaking}\n\n## 1.0.0\n\n- \`Query.mark\` went.\n`;

describe('the contract', () => {
  it('breaks for nobody who was not told', async () => {
    const { breaking, unannounced } = await contractChanges(before, without, changelog('Nothing.'));
    expect(breaking).toEqual(["Query.page: Field 'page' was removed from object type 'Query'"]);
    expect(unannounced).toEqual(breaking);
    const told = await contractChanges(before, without, changelog('- `Query.page`: ask for `Query.mark`.'));
    expect([told.breaking.length, told.unannounced]).toEqual([1, []]);
  });

  it('takes what an earlier release announced for no announcement of this one', async () => {
    const after = buildSchema('type Query { page: Int }');
    const { unannounced } = await contractChanges(before, after, changelog('Nothing.'));
    expect(unannounced).toEqual(["Query.mark: Field 'mark' was removed from object type 'Query'"]);
  });

  it('may grow', async () => {
    const after = buildSchema('type Query { mark(id: ID!, at: Int): String page: Int pages: Int }');
    expect(await contractChanges(before, after, changelog('Nothing.'))).toEqual({
      breaking: [],
      unannounced: [],
      others: 2,
    });
  });

  it('says of everything that is deprecated what to take instead, and until which day there is time', () => {
    const schema = buildSchema(`
      type Query {
        a(old: Int @deprecated(reason: "old")): E @deprecated(reason: "Use b; removed after 2027-09-01.")
        b(i: I): Int @deprecated(reason: "Use a.")
      }
      enum E { X Y @deprecated }
      input I { x: Int @deprecated(reason: "Use y; removed some day.") y: Int }
    `);
    expect(undatedDeprecations(schema)).toEqual(['E.Y', 'I.x', 'Query.a(old:)', 'Query.b']);
    expect(undatedDeprecations(buildGradeLedgerSchema())).toEqual([]);
  });

  it('as it stands breaks nothing of the baseline that the changelog does not name', async () => {
    const text = (name: string) => readFile(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
    const baseline = buildSchema(await text('baseline.graphql'));
    const now = buildSchema(sdlOf(buildGradeLedgerSchema()));
    const { unannounced } = await contractChanges(baseline, now, await text('CHANGELOG.md'));
    expect(unannounced).toEqual([]);
  });
});
