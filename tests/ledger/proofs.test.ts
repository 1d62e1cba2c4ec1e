import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { proveConsistency, verifyConsistency } from '../../src/ledger/consistency.ts';
import { proveInclusion, rootByInclusion, verifyInclusion } from '../../src/ledger/inclusion.ts';
import type { Hash } from '../../src/ledger/leaf.ts';
import { EMPTY_ROOT, rootOf } from '../../src/ledger/tree.ts';
import { grownTree } from './grown-tree.ts';

const vectors = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`vectors/${file}.json`, import.meta.url), 'utf8'));

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

interface InclusionVector {
  readonly why: string;
  readonly leaf: string;
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly path: readonly string[];
  readonly valid: boolean;
}

interface ConsistencyVector {
  readonly why: string;
  readonly from: number;
  readonly to: number;
  readonly rootFrom: string;
  readonly rootTo: string;
  readonly proof: readonly string[];
  readonly valid: boolean;
}

const sized = fc
  .integer({ min: 1, max: 600 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.integer({ min: 1, max: size })));

/** Every proof that differs from this one in a single bit. */
function* spoiled(proof: readonly Hash[]): Generator<readonly Hash[]> {
  for (const [i, part] of proof.entries())
    for (let bit = 0; bit < 256; bit += 1) {
      const other = Buffer.from(part);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      yield proof.with(i, other);
    }
}

const spoiledHashes = (hash: Hash): readonly Hash[] => [...spoiled([hash])].flat();

describe('a proof that a leaf stands in a tree', () => {
  it('agrees with every vector, good and bad', () => {
    const all = vectors('inclusion') as readonly InclusionVector[];
    const wrong = all.filter(
      ({ leaf, index, size, root, path, valid }) =>
        verifyInclusion(bytes(leaf), index, size, bytes(root), path.map(bytes)) !== valid,
    );
    expect(wrong.map(({ why }) => why)).toEqual([]);
    expect(all.filter(({ valid }) => !valid).length).toBeGreaterThan(200);
  });

  it('is made and holds for every leaf of a tree of any size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (size) => {
        const { leaves, at } = grownTree(size);
        const root = rootOf(leaves);
        for (const [index, leaf] of leaves.entries()) {
          const path = await proveInclusion(at(size), index, size);
          expect(verifyInclusion(leaf, index, size, root, path)).toBe(true);
        }
      }),
      { numRuns: 6, examples: [[1], [256], [257], [600]] },
    );
  });

  it('fails after any change of a single bit, of the leaf, of the root and of the path', async () => {
    await fc.assert(
      fc.asyncProperty(sized, async ([size, index]) => {
        const { leaves, at } = grownTree(size);
        const root = rootOf(leaves);
        const leaf = leaves[index] ?? EMPTY_ROOT;
        const path = await proveInclusion(at(size), index, size);
        expect(verifyInclusion(leaf, index, size, root, path)).toBe(true);
        const held = [
          ...spoiledHashes(leaf).filter((other) => verifyInclusion(other, index, size, root, path)),
          ...spoiledHashes(root).filter((other) => verifyInclusion(leaf, index, size, other, path)),
          ...[...spoiled(path)].filter((other) => verifyInclusion(leaf, index, size, root, other)),
        ];
        expect(held).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('is not made for a leaf that is not there', async () => {
    const { at } = grownTree(5);
    await expect(proveInclusion(at(5), 5, 5)).rejects.toThrow('Leaf 5 does not lie between 0 and 4.');
    await expect(proveInclusion(at(5), -1, 5)).rejects.toThrow('Leaf -1');
    await expect(proveInclusion(at(9), 8, 9)).rejects.toThrow('missing or too narrow');
  });

  it('leads nowhere for a leaf, a size or a path that cannot be', () => {
    expect(rootByInclusion(EMPTY_ROOT, 0.5, 2, [EMPTY_ROOT])).toBeNull();
    expect(rootByInclusion(EMPTY_ROOT, 0, 2 ** 60, [])).toBeNull();
    expect(rootByInclusion(EMPTY_ROOT, 0, 2, [Buffer.alloc(31)])).toBeNull();
  });
});

describe('a proof that one tree goes on from another', () => {
  it('agrees with every vector, good and bad', () => {
    const all = vectors('consistency') as readonly ConsistencyVector[];
    const wrong = all.filter(
      ({ from, to, rootFrom, rootTo, proof, valid }) =>
        verifyConsistency(from, to, bytes(rootFrom), bytes(rootTo), proof.map(bytes)) !== valid,
    );
    expect(wrong.map(({ why }) => why)).toEqual([]);
    expect(all.filter(({ valid }) => !valid).length).toBeGreaterThan(200);
  });

  it('is made and holds between any two sizes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 600 }), async (size) => {
        const { leaves, at } = grownTree(size);
        const root = rootOf(leaves);
        for (let from = 0; from <= size; from += 1) {
          const proof = await proveConsistency(at(size), from, size);
          expect(verifyConsistency(from, size, rootOf(leaves.slice(0, from)), root, proof)).toBe(true);
        }
      }),
      { numRuns: 6, examples: [[1], [256], [257], [600]] },
    );
  });

  it('fails after any change of a single bit, of either root and of the proof', async () => {
    await fc.assert(
      fc.asyncProperty(sized, async ([size, , from]) => {
        const { leaves, at } = grownTree(size);
        const [older, newer] = [rootOf(leaves.slice(0, from)), rootOf(leaves)];
        const proof = await proveConsistency(at(size), from, size);
        expect(verifyConsistency(from, size, older, newer, proof)).toBe(true);
        const held = [
          ...spoiledHashes(older).filter((other) => verifyConsistency(from, size, other, newer, proof)),
          ...spoiledHashes(newer).filter((other) => verifyConsistency(from, size, older, other, proof)),
          ...[...spoiled(proof)].filter((other) => verifyConsistency(from, size, older, newer, other)),
        ];
        expect(held).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('is not made backwards', async () => {
    await expect(proveConsistency(grownTree(5).at(5), 6, 5)).rejects.toThrow('Size 6');
    expect(verifyConsistency(6, 5, EMPTY_ROOT, EMPTY_ROOT, [])).toBe(false);
  });
});
