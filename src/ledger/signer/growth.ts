import type { Frontier } from '../frontier.ts';
import { HASH_BYTES, type Hash } from '../leaf.ts';
import type { FilledTile, RightEdge } from '../right-edge.ts';
import { rootAt } from '../subtrees.ts';
import { tileHashes } from '../tile-reader.ts';
import { hashesAt, TILE_WIDTH } from '../tiles.ts';
import { refuse } from './finding.ts';
import type { KeptTiles } from './kept-tiles.ts';

/** A tree that grows, known by two routes: the roots of its complete subtrees, and its tiles. */
export interface GrowingTree {
  readonly frontier: Frontier;
  readonly edge: RightEdge;
}

const partialTiles = (edge: RightEdge): readonly FilledTile[] =>
  edge.partial().flatMap((hashes, level) => {
    const n = Math.floor(hashesAt(level, edge.size) / TILE_WIDTH);
    return hashes.length > 0 ? [{ level, n, width: hashes.length / HASH_BYTES, hashes }] : [];
  });

/** The root of a tree, when its frontier, its tiles in memory and its tiles on the disk agree. Refuses otherwise. */
export const agreedRoot = async ({ frontier, edge }: GrowingTree, tiles: KeptTiles): Promise<Hash> => {
  const { size } = frontier;
  const root = frontier.root();
  const readBack = await rootAt(tileHashes(tiles.read, size), size);
  if (edge.size !== size || !edge.root().equals(root) || !readBack.equals(root))
    refuse('ROUTES_DIFFER', size, `The tree at ${size} has another root by its tiles than by its frontier.`);
  return root;
};

/** Appends leaves to a tree, writes the tiles they fill or widen, and gives the root. */
export const grow = async (tree: GrowingTree, leaves: readonly Hash[], tiles: KeptTiles): Promise<Hash> => {
  const full: FilledTile[] = [];
  for (const leaf of leaves) {
    tree.frontier.append(leaf);
    full.push(...tree.edge.append(leaf));
  }
  await tiles.write([...full, ...partialTiles(tree.edge)]);
  return agreedRoot(tree, tiles);
};
