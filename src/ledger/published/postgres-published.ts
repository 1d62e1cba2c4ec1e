import type { Pool } from 'pg';
import { leafRows } from './leaf-rows.ts';
import type { Published } from './published.ts';
import { publishedRows } from './published-rows.ts';
import { publishedTiles } from './published-tiles.ts';

/** What was published, as it lies in PostgreSQL; the pool needs to read `log` and `ledger` and nothing else. */
export const postgresPublished = (pool: Pool): Published => {
  const leaves = leafRows(pool);
  return {
    ...publishedRows(pool),
    tiles: publishedTiles(leaves),
    collegeOf: (originOrId) => leaves.collegeOf(originOrId),
    leaves: (college, positions) => leaves.leaves(college, positions),
    entries: (college, n, width) => leaves.bodies(college, n, width),
  };
};
