import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LedgerFault } from '../../src/ledger/fault.ts';
import { exportBundle } from '../../src/ledger/bundle/export.ts';
import { AuditedCollege, PATIENCE_MS } from '../support/audited.ts';
import { inJavaScript, inPython, pythonIsMissing, told } from '../support/verifiers.ts';

let audited: AuditedCollege;
let folder: string;
let pinned: readonly string[];

beforeAll(async () => {
  audited = await AuditedCollege.open();
  const { college } = audited;
  const cell = {
    journalId: college.journals.algebra,
    lessonId: college.lessons.yesterday,
    studentId: college.students.petrov,
    workType: 'TEST',
  };
  const { journalId, lessonId } = cell;
  const teacher = college.as('teacher');
  const held = { deliveryForm: 'IN_PERSON', workTypes: ['TEST'], topic: 'Корни' };
  await teacher.do('conductLesson', { journalId, lessonId, ...held });
  await teacher.do('recordMark', { ...cell, value: '3' });
  await teacher.do('correctMark', { ...cell, value: '5', expectedRevision: 0, reason: 'Ошибка при вводе' });
  await audited.sign();
  const id = JSON.parse((await audited.served.house.log.read(college.id, 0n, 1))[0]?.body ?? '{}') as {
    readonly id: string;
  };
  folder = await audited.export('bundle', { proofs: [id.id] });
  pinned = ['--vkey', await audited.vkey(), '--old', join(audited.home, 'old.txt')];
}, PATIENCE_MS);
afterAll(() => audited.close());

describe('a bundle of a real college', () => {
  it('holds in both verifiers: events, signatures, an older checkpoint, sealed texts, proofs, pages (R-PRJ-04)', () => {
    const [verdict] = inJavaScript([[folder, ...pinned]]);
    expect(verdict).toMatchObject({ exit: 0, verdict: 'ok', pages: 2, proofs: 1 });
    expect(verdict?.findings.map(({ code }) => code)).toEqual(['OWN_CLOCK']);
    expect(verdict?.opened).toBeGreaterThan(0);
    expect(verdict?.texts).toBeGreaterThan(verdict?.opened ?? Infinity);
    if (pythonIsMissing === null) expect(inPython([[folder, ...pinned]])).toEqual([verdict]);
  });

  it('says that the keys came with it when none was given', () => {
    const [verdict] = inJavaScript([[folder]]);
    expect(verdict).toMatchObject({
      exit: 0,
      findings: [{ code: 'KEY_FROM_BUNDLE' }, { code: 'OWN_CLOCK' }],
    });
  });

  it('is checked by the copy of the verifier that lies in it, in words an auditor reads', () => {
    const { status, stdout } = spawnSync(process.execPath, [join(folder, 'verify.mjs'), folder, ...pinned], {
      encoding: 'utf8',
    });
    expect(stdout).toContain('OK: every event is the one that was signed');
    expect(status).toBe(0);
  });

  it('holds the three lines that were kept on paper against the events', async () => {
    const paper = join(audited.home, 'paper.txt');
    const lines = (await readFile(join(audited.home, 'old.txt'), 'utf8')).split('\n').slice(0, 3);
    await writeFile(paper, lines.join('\r\n'));
    const wrong = join(audited.home, 'wrong.txt');
    await writeFile(wrong, [lines[0], lines[1], Buffer.alloc(32, 7).toString('base64')].join('\n'));
    const later = join(audited.home, 'later.txt');
    await writeFile(later, [lines[0], '999999', lines[2]].join('\n'));
    const calls = [paper, wrong, later].map((old) => [folder, ...pinned.slice(0, 2), '--old', old]);
    const verdicts = inJavaScript(calls);
    expect(verdicts.map(({ exit }) => exit)).toEqual([0, 1, 2]);
    expect(verdicts.map(told)).toEqual([[], ['OLD_ROOT null'], ['OLD_BEYOND null']]);
    if (pythonIsMissing === null) expect(inPython(calls).map(told)).toEqual(verdicts.map(told));
  });

  it('is refused with the usage where the folder, the key or a checkpoint is none', () => {
    const calls = [
      ['/nowhere'],
      [folder, '--vkey', 'key'],
      [folder, '--old', '/nowhere'],
      [folder, '--new'],
      [],
    ];
    expect(inJavaScript(calls).map(({ exit }) => exit)).toEqual([3, 3, 3, 3, 3]);
    if (pythonIsMissing === null) expect(inPython(calls).map(({ exit }) => exit)).toEqual([3, 3, 3, 3, 3]);
  });
});

describe('an export', () => {
  const asked = (more: object) =>
    exportBundle(audited.served.house.database.auditor.pool(2), {
      log: audited.origin,
      folder: join(audited.home, 'other'),
      isSealed: false,
      proofs: [],
      ...more,
    });

  it('says what is missing: the log, a signed checkpoint of that size, the event, an empty folder', async () => {
    await expect(asked({ log: 'nobody.example/journal' })).rejects.toThrow(LedgerFault);
    await expect(asked({ size: 3 })).rejects.toThrow('No checkpoint of');
    await expect(asked({ proofs: ['0190a1a2-0000-7000-8000-000000000000'] })).rejects.toThrow(
      'There is no event',
    );
    await mkdir(join(audited.home, 'full'), { recursive: true });
    await writeFile(join(audited.home, 'full', 'note.txt'), '');
    await expect(asked({ folder: join(audited.home, 'full') })).rejects.toThrow('is not empty');
  });

  it('of an older checkpoint, and without sealed texts, holds as well', async () => {
    const [, size] = (await readFile(join(audited.home, 'old.txt'), 'utf8')).split('\n');
    await asked({ size: Number(size), folder: join(audited.home, 'older') });
    const [verdict] = inJavaScript([[join(audited.home, 'older'), ...pinned]]);
    expect(verdict).toMatchObject({ exit: 0, events: Number(size), texts: 0 });
  });
});
