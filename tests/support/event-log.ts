import { memoryKeyring } from '../../src/keys/memory-keyring.ts';
import type { EventLog, SealedLog } from '../../src/log/event-log.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import { openedLog } from '../../src/log/opened-log.ts';

/** A log with keys of its own, which are forgotten with it; in memory unless an engine is given. */
export const eventLog = (engine: SealedLog = memoryLog()): EventLog => openedLog(engine, memoryKeyring());
