import type { Catalogue } from './evidence/catalogue.ts';
import { readEvidence } from './evidence/evidence.ts';
import { idsIn } from './evidence/ids.ts';
import { failures, standings, type Evidence } from './evidence/judge.ts';
import { asMarkdown, asText, tally } from './evidence/report.ts';
import { titlesOf } from './evidence/titles.ts';

const requirement = { actors: '', deadline: '', source: '', requirement: 'What it asks.' };
const catalogue: Catalogue = {
  requirements: [
    { ...requirement, id: 'R-MRK-01', section: '1.7', binding: 'M' },
    { ...requirement, id: 'R-MRK-13', section: '1.7', binding: 'G' },
    { ...requirement, id: 'R-BKP-01', section: '1.18', binding: 'M' },
  ],
  parameters: [],
  conflicts: [],
  traps: [{ id: 'T-01', trap: 'A trap', clause: '', wrong: '', right: 'The way round it.' }],
  dateVectors: [],
};

const shows = (...ids: string[]) => ({ file: 'tests/a.test.ts', name: ids.join(' '), ids });
const backups = { what: '§1.18', status: 'later', reason: 'Backups come later.' };
const complete: Evidence = {
  catalogue,
  tests: [shows('R-MRK-01', 'T-01')],
  reasons: [backups],
  files: [],
};

describe('the ids in a text', () => {
  it.each([
    ['a mark (R-MRK-05, T-12)', ['R-MRK-05', 'T-12']],
    ['R-LES-02…04: a record', ['R-LES-02', 'R-LES-03', 'R-LES-04']],
    ['R-LES-02..R-LES-03 is a record', ['R-LES-02', 'R-LES-03']],
    ['T-49/50: nobody', ['T-49', 'T-50']],
    ['D-01 and D-01 again', ['D-01']],
    ['nothing in UTF-8, 2024-09-02T-05 or PORT-80', []],
  ])('are read from “%s”', (text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('the tests of a file', () => {
  it('are those it declares, however it declares them', () => {
    // A file to be read, not tests of ours: the skipped one in it shows that a skipped test is no evidence.
    const text = `
      const withData = present ? describe : describe.skip;
      const cases = [['R-MRK-02', 2], ['R-MRK-03', 3]];
      withData('real data', () => {
        it("is read: R-MRK-01", () => {});
        it(\`is \${kind} (T-01)\`, () => {});
        it.each(cases)('%s has %i', () => {});
        it.each([['T-02']] as const)('%s', () => {});
        it.skip('R-MRK-04 is not shown', () => {});
        log('R-MRK-05 is no test');
      });`;
    expect(titlesOf('a.test.ts', text).map(({ name, ids }) => [name, ids])).toEqual([
      ['real data', []],
      ['is read: R-MRK-01', ['R-MRK-01']],
      ['is … (T-01)', ['T-01']],
      ['%s has %i', ['R-MRK-02', 'R-MRK-03']],
      ['%s', ['T-02']],
    ]);
  });
});

describe('what the tests show', () => {
  it('is enough when each duty and each trap has a test or a reason', () => {
    expect(failures(complete)).toEqual([]);
    expect(standings(complete).map(({ id, status }) => `${id} ${status}`)).toEqual([
      'R-MRK-01 shown',
      'R-MRK-13 open',
      'R-BKP-01 later',
      'T-01 shown',
    ]);
  });

  it.each<[string, Partial<Evidence>, string]>([
    ['a duty that nothing shows', { tests: [shows('T-01')] }, 'R-MRK-01 (M): no test'],
    ['a trap that nothing shows', { tests: [shows('R-MRK-01')] }, 'T-01: no test'],
    [
      'an id that does not exist',
      { files: [{ path: 'src/a.ts', text: '/** As T-02 says. */' }] },
      'src/a.ts names T-02',
    ],
    [
      'a reason for what is shown',
      { reasons: [backups, { what: 'R-MRK-01', status: 'later', reason: 'Later.' }] },
      'later.tsv explains R-MRK-01, which a test shows',
    ],
    [
      'a reason for what does not exist',
      { reasons: [backups, { what: '§9', status: 'later', reason: 'Later.' }] },
      'later.tsv explains §9, which does not exist',
    ],
    ['a reason without words', { reasons: [{ ...backups, reason: '' }] }, 'no reason for §1.18'],
    ['a reason of no known kind', { reasons: [{ ...backups, status: 'never' }] }, '“never”'],
  ])('is not enough with %s', (_, change, failure) => {
    const found = failures({ ...complete, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(failure);
  });

  it('is printed and written down test by test, reason by reason', () => {
    const all = standings(complete);
    expect(tally(all)).toBe('2 shown by tests, 1 later, 0 outside of the software, 1 open');
    expect(asText(all)).toContain('R-BKP-01   M\n    later: Backups come later.');
    expect(asMarkdown(all)).toContain('- **R-MRK-01** (M) What it asks.\n  - tests/a.test.ts: R-MRK-01 T-01');
  });
});

describe('this project', () => {
  const evidence = readEvidence();

  it('names no requirement, trap or conflict that does not exist, and excuses none that is shown', () => {
    expect(failures(evidence).filter((failure) => !failure.includes(': no test names'))).toEqual([]);
  });
});
