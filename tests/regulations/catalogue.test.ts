import { idsOf } from './evidence/catalogue.ts';
import { catalogueOf } from './evidence/document.ts';
import { readCatalogue, readDocument } from './evidence/evidence.ts';

const catalogue = readCatalogue();
const document = readDocument();

describe('the catalogue of requirements', () => {
  it('says as data what it says as a document (npm run requirements writes the data)', () => {
    expect(catalogue).toEqual(catalogueOf(document));
  });

  it.each([
    ['requirements', 275],
    ['parameters', 87],
    ['traps', 60],
    ['conflicts', 22],
    ['dateVectors', 14],
  ] as const)('has all of its %s: %i', (table, count) => {
    expect(catalogue[table]).toHaveLength(count);
  });

  it('names nothing twice', () => {
    const names = [...idsOf(catalogue), ...catalogue.parameters.map(({ key }) => key)];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('numbers each kind without a gap', () => {
    const gaps = Object.entries(Object.groupBy(idsOf(catalogue), (id) => id.slice(0, -2))).flatMap(
      ([prefix, ids = []]) =>
        ids
          .map((_, index) => `${prefix}${String(index + 1).padStart(2, '0')}`)
          .filter((id) => !ids.includes(id)),
    );
    expect(gaps).toEqual([]);
  });

  it.each([
    ['requirements', ['section', 'requirement', 'source']],
    ['parameters', ['000', '001', '002', '003', '004']],
    ['conflicts', ['conflict', 'positions', 'otherwise']],
    ['traps', ['trap', 'clause', 'wrong', 'right']],
  ] as const)('leaves no cell of its %s empty that they are for', (table, columns) => {
    const rows: readonly Readonly<Record<string, string>>[] = catalogue[table];
    expect(rows.filter((row) => columns.some((column) => row[column] === ''))).toEqual([]);
  });

  it('speaks of nothing that only its authors have', () => {
    expect(document).not.toMatch(/\.txt\b|\/work\b|\bbrief only\b|\bissue \d/u);
  });
});
