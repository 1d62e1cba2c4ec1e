import { signCheckpoint } from '../../src/ledger/checkpoint.ts';
import { cosign } from '../../src/ledger/cosignature.ts';
import { proveInclusion } from '../../src/ledger/inclusion.ts';
import { vkeyOf } from '../../src/ledger/key-text.ts';
import { parseNote, withSignatures } from '../../src/ledger/note.ts';
import { judge } from '../../src/ledger/policy-verdict.ts';
import { parsePolicy, policyText } from '../../src/ledger/policy.ts';
import { makeSigningKey, noteSigner, parseSigningKey } from '../../src/ledger/signing-key.ts';
import { parseTlogProof, provesLeaf, writeTlogProof } from '../../src/ledger/tlog-proof.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { grownTree } from './grown-tree.ts';

const origin = 'college.example/journal';
const log = parseSigningKey(makeSigningKey(origin, 'note'));
const [w1, w2, w3] = ['w1', 'w2', 'w3'].map((name) =>
  parseSigningKey(makeSigningKey(`witness.example/${name}`, 'cosignature')),
) as [
  ReturnType<typeof parseSigningKey>,
  ReturnType<typeof parseSigningKey>,
  ReturnType<typeof parseSigningKey>,
];
const at = new Date('2026-11-22T08:15:30Z');

const tree = grownTree(300);
const root = rootOf(tree.leaves);
const signed = signCheckpoint({ origin, size: 300, root }, [noteSigner(log)]);
const { text } = parseNote(signed);
const cosigned = (...keys: readonly (typeof w1)[]): string =>
  withSignatures(
    signed,
    keys.map((key) => cosign(text, key, at)),
  );

const head = `# Whom we trust
log ${vkeyOf(log)} https://college.example/log/

witness one ${vkeyOf(w1)}
\twitness two   ${vkeyOf(w2)} https://witness.example/two
witness three ${vkeyOf(w3)}
`;
const twoOfThree = parsePolicy(`${head}group some 2 one two three\nquorum some\n`);

describe('a policy', () => {
  it('believes a checkpoint that the log signed and enough witnesses cosigned', () => {
    const verdict = judge(twoOfThree, cosigned(w1, w3));
    expect(verdict.quorum).toBe(true);
    expect(verdict.checkpoint).toEqual({ origin, size: 300, root });
    expect(verdict.witnessed).toEqual([
      { name: 'one', at },
      { name: 'three', at },
    ]);
  });

  it('tells that witnesses are missing', () => {
    expect(judge(twoOfThree, cosigned(w2)).quorum).toBe(false);
    expect(judge(twoOfThree, cosigned(w2, w2)).quorum).toBe(false);
    expect(judge(twoOfThree, signed).quorum).toBe(false);
  });

  it('counts groups within groups, any and all', () => {
    const nested = parsePolicy(`${head}group either any one two\ngroup both all either three\nquorum both\n`);
    expect(judge(nested, cosigned(w1, w3)).quorum).toBe(true);
    expect(judge(nested, cosigned(w1, w2)).quorum).toBe(false);
    expect(judge(parsePolicy(`${head}quorum two\n`), cosigned(w2)).quorum).toBe(true);
    expect(judge(parsePolicy(`${head}quorum none\n`), signed).quorum).toBe(true);
  });

  it('refuses a checkpoint that its log has not signed, and a bad line of a known witness', () => {
    const stranger = parseSigningKey(makeSigningKey(origin, 'note'));
    const forged = signCheckpoint({ origin, size: 300, root }, [noteSigner(stranger)]);
    expect(() => judge(twoOfThree, forged)).toThrow('No signature');
    const elsewhere = parseNote(signCheckpoint({ origin, size: 299, root }, [noteSigner(log)])).text;
    const bad = withSignatures(signed, [cosign(elsewhere, w1, at), cosign(text, w2, at)]);
    expect(() => judge(twoOfThree, bad)).toThrow('witness.example/w1');
    const other = signCheckpoint({ origin: 'other.example', size: 300, root }, [noteSigner(log)]);
    expect(() => judge(twoOfThree, other)).toThrow('has not signed');
  });

  it('reads back as it was written', () => {
    expect(parsePolicy(policyText(twoOfThree))).toEqual(twoOfThree);
  });

  it.each([
    ['no quorum', head],
    ['two quorums', `${head}quorum one\nquorum two\n`],
    ['an unknown quorum', `${head}quorum four\n`],
    ['a name twice', `${head}witness one ${vkeyOf(w1)}\nquorum one\n`],
    ['a key twice', `${head}witness four ${vkeyOf(w1)}\nquorum one\n`],
    ['a log twice', `${head}log ${vkeyOf(log)}\nquorum one\n`],
    ['the name none', `${head}group none any one\nquorum one\n`],
    ['a member defined later', `${head}group a any b\ngroup b any one\nquorum a\n`],
    ['a member in two groups', `${head}group a any one\ngroup b any one\nquorum a\n`],
    ['a member twice', `${head}group a any one one\nquorum a\n`],
    ['a threshold over the members', `${head}group a 3 one two\nquorum a\n`],
    ['a threshold of nothing', `${head}group a 0 one two\nquorum a\n`],
    ['a group of nobody', `${head}group a all\nquorum a\n`],
    ['a witness’s key for a log', `log ${vkeyOf(w1)}\nquorum none\n`],
    ['a log’s key for a witness', `witness one ${vkeyOf(log)}\nquorum one\n`],
    ['another line', `${head}trust everybody\nquorum one\n`],
    ['a carriage return', `${head}quorum one\r\n`],
  ])('is refused with %s', (_, policy) => {
    expect(() => parsePolicy(policy)).toThrow();
  });
});

describe('a proof file', () => {
  it('shows a leaf in a cosigned checkpoint with nothing else at hand but a policy', async () => {
    const note = cosigned(w1, w2);
    const path = await proveInclusion(tree.at(300), 257, 300);
    const written = writeTlogProof({ index: 257, path, note });
    expect(written.startsWith('c2sp.org/tlog-proof@v1\nindex 257\n')).toBe(true);
    const proof = parseTlogProof(written);
    expect(proof).toEqual({ index: 257, path, note });
    expect(judge(twoOfThree, proof.note).quorum).toBe(true);
    expect(tree.leaves.filter((leaf) => provesLeaf(proof, leaf))).toEqual([tree.leaves[257]]);
  });

  it('of a tree of one leaf has no hash, and can carry something beside it', () => {
    const [leaf] = grownTree(1).leaves;
    const note = signCheckpoint({ origin, size: 1, root: leaf ?? root }, [noteSigner(log)]);
    const proof = parseTlogProof(writeTlogProof({ index: 0, path: [], note, extra: Buffer.from('note') }));
    expect(proof.extra?.toString()).toBe('note');
    expect(leaf && provesLeaf(proof, leaf)).toBe(true);
  });

  it.each([
    ['another head', 'c2sp.org/tlog-proof@v2\nindex 0\n\n'],
    ['no index', 'c2sp.org/tlog-proof@v1\n\n'],
    ['a padded index', 'c2sp.org/tlog-proof@v1\nindex 01\n\n'],
    ['a short hash', 'c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\n'],
    ['no Base64', 'c2sp.org/tlog-proof@v1\nindex 0\n*\n\n'],
    ['nothing', ''],
  ])('is refused with %s', (_, written) => {
    expect(() => parseTlogProof(written)).toThrow();
  });
});
