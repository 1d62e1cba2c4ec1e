import fc from 'fast-check';
import { readEntries, writeEntries } from '../../src/ledger/entry-bundle.ts';
import { leafHash } from '../../src/ledger/leaf.ts';
import { entriesPath, parseTilePath, tilePath } from '../../src/ledger/tile-path.ts';
import { hashesAt, hashesOf, levelsOf, tilesSince, widthOf, type Tile } from '../../src/ledger/tiles.ts';
import { rootOf } from '../../src/ledger/tree.ts';
import { grownTree } from './grown-tree.ts';

describe('tiles', () => {
  it('hold the leaves on level 0, and above each the root of a full tile below', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1200 }), async (size) => {
        const { leaves, tiles } = grownTree(size);
        const all = tilesSince(0, size);
        const read = await tiles(all);
        const rowOf = (level: number): readonly string[] =>
          all.flatMap((tile, i) =>
            tile.level === level ? hashesOf(read[i] ?? Buffer.alloc(0)).map((h) => h.toString('hex')) : [],
          );
        expect(rowOf(0)).toEqual(leaves.map((leaf) => leaf.toString('hex')));
        const above = Array.from({ length: hashesAt(1, size) }, (_, n) =>
          rootOf(leaves.slice(n * 256, (n + 1) * 256)).toString('hex'),
        );
        expect(rowOf(1)).toEqual(above);
        expect(read.map(({ length }) => length)).toEqual(all.map(({ width }) => width * 32));
      }),
      { numRuns: 20, examples: [[256], [257], [512], [1024]] },
    );
  });

  it('of a tree of 70,000 are those that the format names', () => {
    const tiles = tilesSince(0, 70_000);
    const count = (level: number, full: boolean): number =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, false)]).toEqual([
      273, 1, 1, 1, 1,
    ]);
    expect([widthOf(0, 273, 70_000), widthOf(1, 1, 70_000), widthOf(2, 0, 70_000)]).toEqual([112, 17, 1]);
    expect(levelsOf(70_000)).toBe(3);
    expect(tilesSince(0, 256)).toEqual([
      { level: 0, n: 0, width: 256 },
      { level: 1, n: 0, width: 1 },
    ]);
  });

  it('that are new since a size are those that were not there or were narrower', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(3_000), (from, more) => {
        const key = ({ level, n, width }: Tile): string => `${level}/${n}/${width}`;
        const before = new Set(tilesSince(0, from).map(key));
        const expected = tilesSince(0, from + more).filter((tile) => !before.has(key(tile)));
        expect(tilesSince(from, from + more)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('have paths that no folder collides with, and only those are read', () => {
    expect(tilePath({ level: 0, n: 0, width: 256 })).toBe('tile/0/000');
    expect(tilePath({ level: 12, n: 1_234_067, width: 17 })).toBe('tile/12/x001/x234/067.p/17');
    expect(entriesPath({ n: 1_000, width: 256 })).toBe('tile/entries/x001/000');
    fc.assert(
      fc.property(
        fc.record({
          level: fc.nat(63),
          n: fc.oneof(fc.nat(3_000), fc.nat()),
          width: fc.integer({ min: 1, max: 256 }),
        }),
        (tile) => {
          expect(parseTilePath(tilePath(tile))).toEqual(tile);
          expect(parseTilePath(entriesPath(tile))).toEqual({ ...tile, level: 'entries' });
        },
      ),
    );
    const wrong = [
      'tile/0/0',
      'tile/00/000',
      'tile/64/000',
      'tile/0/000.p/0',
      'tile/0/000.p/256',
      'tile/0/000.p/07',
      'tile/0/001/000',
      'tile/0/x000/001',
      'tile/0/x01/000',
      'tile/-1/000',
      'tile/0/000/',
      '/tile/0/000',
      'tile/entries/../000',
      'tile/0/1e3',
    ];
    expect(wrong.filter((path) => parseTilePath(path) !== null)).toEqual([]);
  });
});

describe('a bundle of entries', () => {
  it('gives back exactly the leaves that were put in, whatever their bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 700 }), { maxLength: 256 }), (entries) => {
        const read = readEntries(writeEntries(entries));
        expect(read.map((entry) => leafHash(entry))).toEqual(entries.map((entry) => leafHash(entry)));
      }),
    );
  });

  it('is refused where it is cut short, and takes no leaf over 65,535 bytes', () => {
    const whole = writeEntries([Buffer.from('one'), Buffer.from('two')]);
    expect(() => readEntries(whole.subarray(0, 9))).toThrow('cut short');
    expect(() => readEntries(whole.subarray(0, 6))).toThrow('cut short');
    expect(() => writeEntries([Buffer.alloc(65_536)])).toThrow('65,535');
    expect(readEntries(writeEntries([Buffer.alloc(65_535)]))[0]?.length).toBe(65_535);
  });
});
