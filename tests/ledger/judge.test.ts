import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { proveConsistency } from '../../src/ledger/consistency.ts';
import { cosign } from '../../src/ledger/cosignature.ts';
import { proveInclusion } from '../../src/ledger/inclusion.ts';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { parseNote, withSignatures } from '../../src/ledger/note.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { rootAt } from '../../src/ledger/subtrees.ts';
import { grownTree } from './grown-tree.ts';

const SOURCES = '/usr/share/gocode';
const ENVIRONMENT = { GO111MODULE: 'off', GOPATH: SOURCES, GOFLAGS: '' };

/** Why the judge cannot be heard here; `null` where it can. */
const absent = !existsSync(join(SOURCES, 'src/golang.org/x/mod/sumdb/tlog'))
  ? 'the Go packages of the checksum database are not here (Debian golang-golang-x-mod-dev)'
  : spawnSync('go', ['version']).status !== 0
    ? 'Go is not here (Debian golang-go)'
    : null;

const SIZES = [1, 2, 3, 7, 8, 9, 255, 256, 257, 600];
const tree = grownTree(600);
const key = parseSigningKey(makeSigningKey('college.example/journal', 'note'));
const witness = parseSigningKey(makeSigningKey('witness.example/w1', 'cosignature'));
const base64 = (hashes: readonly Buffer[]): readonly string[] =>
  hashes.map((hash) => hash.toString('base64'));
const rootOf = (size: number): Promise<Buffer> => rootAt(tree.at(size), size);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-judge-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const judged = (questions: readonly object[]): readonly string[] => {
  const { stdout, stderr, status } = spawnSync('go', ['run', join(import.meta.dirname, 'judge', 'main.go')], {
    encoding: 'utf8',
    input: questions.map((question) => `${JSON.stringify(question)}\n`).join(''),
    env: { ...process.env, ...ENVIRONMENT, GOCACHE: folder },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split('\n').slice(0, -1);
};

const noted = async (size: number) => {
  const root = await rootOf(size);
  const note = signCheckpoint({ origin: key.name, size, root }, [noteSigner(key)]);
  const cosigned = withSignatures(note, [cosign(parseNote(note).text, witness, new Date())]);
  return { kind: 'note', vkey: vkeyOf(key), note: cosigned };
};

const included = async (size: number, index: number) => ({
  kind: 'inclusion',
  size,
  index,
  leaf: base64([tree.leaves[index] ?? Buffer.alloc(0)])[0],
  root: base64([await rootOf(size)])[0],
  path: base64(await proveInclusion(tree.at(size), index, size)),
});

const consistent = async (from: number, size: number) => ({
  kind: 'consistency',
  from,
  size,
  old: base64([await rootOf(from)])[0],
  root: base64([await rootOf(size)])[0],
  path: base64(await proveConsistency(tree.at(size), from, size)),
});

const name = (sentence: string): string => (absent === null ? sentence : `${sentence} (${absent})`);

(absent === null ? describe : describe.skip)(name('the Go checksum database as a judge (attack T54)'), () => {
  it('opens our cosigned notes, and accepts our proofs of inclusion and of consistency', async () => {
    const questions = [
      ...(await Promise.all(SIZES.map(noted))),
      ...(await Promise.all(
        SIZES.flatMap((size) => [0, size >> 1, size - 1].map((at) => included(size, at))),
      )),
      ...(await Promise.all(
        SIZES.flatMap((size) => SIZES.filter((from) => from < size).map((from) => consistent(from, size))),
      )),
    ];
    expect(questions.length).toBeGreaterThan(80);
    expect(judged(questions)).toEqual(questions.map(() => 'ok'));
  });

  it('refuses what we would refuse: another key, another leaf, another place, another past', async () => {
    const other = vkeyOf(parseSigningKey(makeSigningKey(key.name, 'note')));
    const proof = await included(257, 200);
    const past = await consistent(8, 600);
    const refused = judged([
      { ...(await noted(9)), vkey: other },
      { ...(await noted(9)), note: (await noted(9)).note.replace('\n9\n', '\n8\n') },
      { ...proof, leaf: base64([tree.leaves[201] ?? Buffer.alloc(0)])[0] },
      { ...proof, index: 199 },
      { ...proof, path: proof.path.slice(1) },
      { ...past, old: past.root },
      { ...past, from: 9 },
    ]);
    expect(refused.filter((answer) => answer === 'ok')).toEqual([]);
    expect(refused).toHaveLength(7);
  });
});
