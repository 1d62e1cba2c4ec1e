import { readFileSync, readdirSync } from 'node:fs';

/* The traps of the domain that the core has to pass, by their number in the requirements. */
const TRAPS = [
  ...Array.from({ length: 12 }, (_, index) => index + 1),
  ...[13, 14, 19, 24, 25, 26, 29, 30, 31, 32, 33, 34, 35, 36, 37, 39, 45, 48, 49, 50],
].map((trap) => `T-${String(trap).padStart(2, '0')}`);

const folder = new URL('./', import.meta.url);
const tests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('traps'))
  .map((file) => readFileSync(new URL(file, folder), 'utf8'));
const names = tests
  .flatMap((text) => text.split('\n'))
  .filter((line) => /^\s*[^/*]*\(?['"`].*\bT-\d\d\b/u.test(line));

describe('a trap of the domain', () => {
  it.each(TRAPS)('%s is named by a test that shows the way round it', (trap) => {
    expect(names.filter((name) => name.includes(trap))).not.toEqual([]);
  });
});
