import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AuditedCollege, PATIENCE_MS } from '../support/audited.ts';
import { inJavaScript, inPython, pythonIsMissing, told, type Verdict } from '../support/verifiers.ts';
import { BundleFiles } from '../ledger/bundle-files.ts';

let audited: AuditedCollege;
let forged: string;
let vkey: string;

/** Rewrites a mark in everything that the log says of it, and signs the outcome with the log's own key. */
beforeAll(async () => {
  audited = await AuditedCollege.open();
  const honest = await audited.export('honest');
  vkey = await audited.vkey();
  const files = await BundleFiles.read(honest);
  const lines = files.lines().map((line) => line.replace('"value":"4"', '"value":"5"'));
  files.setLines(lines);
  for (const [name, bytes] of files.files)
    if (name.startsWith('pages/')) files.files.set(name, Buffer.from(bytes.toString().replace('"4"', '"5"')));
  files.sign(await audited.stolenKey());
  const note = files.lines('checkpoint.txt').filter((line) => !line.startsWith('— witness'));
  files.setLines(note, 'checkpoint.txt');
  files.rebuild();
  forged = join(audited.home, 'forged');
  await files.write(forged);
}, PATIENCE_MS);
afterAll(() => audited.close());

const both = (call: readonly string[]): Verdict => {
  const [verdict] = inJavaScript([call]);
  if (!verdict) throw new Error('The verifier said nothing.');
  if (pythonIsMissing === null) expect(inPython([call]).map(told)).toEqual([told(verdict)]);
  return verdict;
};

describe('history rewritten with the stolen key of the log (attack T51)', () => {
  it('is well signed and breaks no rule, so that only what lies outside the college shows it', async () => {
    const alone = join(audited.home, 'alone.txt');
    const policy = await readFile(join(forged, 'policy.txt'), 'utf8');
    await writeFile(alone, `${policy.split('\n')[0] ?? ''}\nquorum none\n`);
    expect(both([forged, '--vkey', vkey, '--policy', alone])).toMatchObject({ exit: 0 });
  });

  it('lacks the witnesses that the policy asks for', () => {
    const verdict = both([forged, '--vkey', vkey, '--policy', join(audited.home, 'honest', 'policy.txt')]);
    expect(verdict.exit).toBe(2);
    expect(told(verdict)).toEqual(['QUORUM_MISSED null']);
  });

  it('is not what an older checkpoint covers, kept as a file or as three lines on paper', async () => {
    const paper = join(audited.home, 'paper.txt');
    const kept = await readFile(join(audited.home, 'old.txt'), 'utf8');
    await writeFile(paper, kept.split('\n').slice(0, 3).join('\n'));
    for (const old of [join(audited.home, 'old.txt'), paper]) {
      const verdict = both([forged, '--vkey', vkey, '--old', old]);
      expect(verdict.exit).toBe(1);
      expect(told(verdict)).toContain('OLD_ROOT null');
    }
  });
});
