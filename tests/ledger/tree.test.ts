import fc from 'fast-check';
import { Frontier, type KeptFrontier } from '../../src/ledger/frontier.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { RightEdge } from '../../src/ledger/right-edge.ts';
import { rootAt } from '../../src/ledger/subtrees.ts';
import { EMPTY_ROOT, rootOf } from '../../src/ledger/tree.ts';
import { grownTree } from './grown-tree.ts';

/** The eight leaves by which implementations of RFC 6962 are compared, and the roots that all of them find. */
const known = [
  ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
  ['00', 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
  ['10', 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
  ['2021', 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
  ['3031', '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
  ['40414243', '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
  ['5051525354555657', 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
  ['606162636465666768696a6b6c6d6e6f', '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
] as const;

const sizes = fc.integer({ min: 0, max: 600 });

describe('the tree', () => {
  it('has the roots that every implementation of RFC 6962 finds', () => {
    const leaves = known.map(([hex]) => leafHash(Buffer.from(hex, 'hex')));
    const roots = known.map((_, i) => rootOf(leaves.slice(0, i + 1)).toString('hex'));
    expect(roots).toEqual(known.map(([, root]) => root));
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('tells a leaf from a node: no leaf has the hash of two others', () => {
    const [left, right] = [leafHash('left'), leafHash('right')];
    expect(leafHash(Buffer.concat([left, right])).equals(rootOf([left, right]))).toBe(false);
  });

  it('has one root, by definition, by the frontier, by the right edge and by its tiles', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (size) => {
        const { leaves, at } = grownTree(size);
        const frontier = new Frontier();
        const edge = new RightEdge();
        for (const leaf of leaves) {
          frontier.append(leaf);
          edge.append(leaf);
        }
        const root = rootOf(leaves).toString('hex');
        expect(frontier.root().toString('hex')).toBe(root);
        expect(edge.root().toString('hex')).toBe(root);
        expect((await rootAt(at(size), size)).toString('hex')).toBe(root);
      }),
      { numRuns: 60 },
    );
  });

  it('grows on from what was kept of it', () => {
    fc.assert(
      fc.property(sizes, sizes, (first, more) => {
        const leaves = Array.from({ length: first + more }, (_, i) => leafHash(`${i}`));
        const [frontier, edge] = [new Frontier(), new RightEdge()];
        for (const leaf of leaves.slice(0, first)) {
          frontier.append(leaf);
          edge.append(leaf);
        }
        const later = Frontier.from(JSON.parse(JSON.stringify(frontier.kept())) as KeptFrontier);
        const laterEdge = RightEdge.from(first, edge.partial());
        for (const leaf of leaves.slice(first)) {
          later.append(leaf);
          laterEdge.append(leaf);
        }
        expect(later.root().equals(rootOf(leaves))).toBe(true);
        expect(laterEdge.root().equals(rootOf(leaves))).toBe(true);
        expect(later.size).toBe(first + more);
      }),
      { numRuns: 40 },
    );
  });

  it('does not go on from a frontier that does not fit its size', () => {
    const hash = leafHash('').toString('base64');
    expect(() => Frontier.from({ size: 3, hashes: [hash] })).toThrow('as many hashes');
    expect(() => Frontier.from({ size: 1, hashes: ['AAAA'] })).toThrow('32 bytes');
    expect(() => Frontier.from({ size: -1, hashes: [] })).toThrow('as many hashes');
    expect(() => RightEdge.from(5, [Buffer.alloc(64)])).toThrow('as many hashes');
  });
});
