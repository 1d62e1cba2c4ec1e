import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { makeSigningKey, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { AuditedCollege, PATIENCE_MS } from '../support/audited.ts';
import { inJavaScript, inPython, pythonIsMissing, told, type Verdict } from '../support/verifiers.ts';
import { BundleFiles } from '../ledger/bundle-files.ts';

let audited: AuditedCollege;
let forged: string;

/** A forger's own key, in everything that comes with the bundle. */
beforeAll(async () => {
  audited = await AuditedCollege.open();
  const files = await BundleFiles.read(await audited.export('honest'));
  const key = makeSigningKey(audited.origin, 'note');
  files.sign(key);
  const policy = `log ${vkeyOf(parseSigningKey(key))}\nquorum none\n`;
  files.files.set('policy.txt', Buffer.from(policy));
  files.rebuild();
  forged = join(audited.home, 'forged');
  await files.write(forged);
}, PATIENCE_MS);
afterAll(() => audited.close());

const verdicts = (call: readonly string[]): readonly Verdict[] => [
  ...inJavaScript([call]),
  ...(pythonIsMissing === null ? inPython([call]) : []),
];

describe('an auditor who is given a fake key or a fake verifier (attack T54)', () => {
  it('is told that a key out of the bundle is the bundle’s own word', () => {
    for (const { exit, findings } of verdicts([forged])) {
      expect(exit).toBe(0);
      expect(findings.map(({ code }) => code)).toContain('KEY_FROM_BUNDLE');
    }
  });

  it('finds the forgery with the key from paper, in both verifiers', async () => {
    const vkey = await audited.vkey();
    for (const verdict of verdicts([forged, '--vkey', vkey])) {
      expect(verdict.exit).toBe(1);
      expect(told(verdict)).toEqual(['LOG_SIGNATURE null']);
    }
  });

  it('can tell a verifier that lies from ours: the bundle holds the very files of the program, and a changed one is named', async () => {
    const folder = join(audited.home, 'honest');
    const source = join(import.meta.dirname, '..', '..', 'src', 'ledger', 'verifier');
    for (const name of ['verify.mjs', 'verify.py', 'READ-ME.txt'])
      expect(await readFile(join(folder, name))).toEqual(await readFile(join(source, name)));
    await writeFile(join(folder, 'verify.mjs'), 'console.log("OK")\n');
    for (const verdict of verdicts([folder, '--vkey', await audited.vkey()])) {
      expect(verdict.exit).toBe(1);
      expect(told(verdict)).toEqual(['FILE_CHANGED null']);
    }
  });
});
