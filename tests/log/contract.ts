import type { SealedLog } from '../../src/log/event-log.ts';
import { appendingContract } from './appending-contract.ts';
import { batchContract } from './batch-contract.ts';
import { followingContract } from './following-contract.ts';
import { modelContract } from './model-contract.ts';
import { sealingContract } from './sealing-contract.ts';
import { readingContract } from './reading-contract.ts';

/** What engines may do differently. */
export interface Manner {
  /** Whether appends that have nothing to do with one another lie in the order in which they arrived. */
  readonly keepsArrival: boolean;
  /** Random histories that are told; fewer where an append waits for another server. */
  readonly histories: number;
}

/** What every engine promises. `make` opens an engine on an empty store; tests keep apart by their colleges. */
export function contract(
  engine: string,
  make: () => SealedLog,
  manner: Manner = { keepsArrival: true, histories: 60 },
): void {
  describe(`the log on engine ${engine}`, () => {
    appendingContract(make);
    batchContract(make, manner);
    readingContract(make);
    sealingContract(make);
    followingContract(make);
    modelContract(make, manner);
  });
}
