import type { SealedLog } from '../../src/log/event-log.ts';
import { appendingContract } from './appending-contract.ts';
import { batchContract } from './batch-contract.ts';
import { followingContract } from './following-contract.ts';
import { modelContract } from './model-contract.ts';
import { sealingContract } from './sealing-contract.ts';
import { readingContract } from './reading-contract.ts';

/** What every engine promises. `make` opens an engine on an empty store; tests keep apart by their colleges. */
export function contract(engine: string, make: () => SealedLog): void {
  describe(`the log on engine ${engine}`, () => {
    appendingContract(make);
    batchContract(make);
    readingContract(make);
    sealingContract(make);
    followingContract(make);
    modelContract(make);
  });
}
