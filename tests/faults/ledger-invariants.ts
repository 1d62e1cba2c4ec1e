import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Frontier } from '../../src/ledger/frontier.ts';
import { leafHash } from '../../src/ledger/leaf.ts';

interface Signed {
  readonly college: number;
  readonly size: string;
  readonly root: Buffer;
}

interface Written {
  readonly college: number;
  readonly body: string;
}

/** What was signed of a log; `unlike` and `ahead` must be 0. */
export interface LedgerReport {
  readonly checkpoints: number;
  /** Checkpoints whose root is not that of the bodies up to their size. */
  readonly unlike: number;
  /** Checkpoints beyond the end of the log. */
  readonly ahead: number;
  /** Events that no checkpoint covers yet. */
  readonly unsigned: number;
}

/** Builds the tree of every college from the bodies alone and holds each checkpoint against it. */
const examineLedger = async (url: string): Promise<LedgerReport> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const signed = await client.query<Signed>('SELECT college, size, root FROM ledger.checkpoint');
    const written = await client.query<Written>(
      'SELECT college, body FROM log.event ORDER BY college, position',
    );
    const roots = new Map<string, Buffer>();
    const trees = new Map<number, Frontier>();
    for (const { college, body } of written.rows) {
      const tree = trees.getOrInsertComputed(college, () => new Frontier());
      tree.append(leafHash(body));
      roots.set(`${String(college)}/${String(tree.size)}`, tree.root());
    }
    const last = new Map<number, number>();
    for (const { college, size } of signed.rows)
      last.set(college, Math.max(last.get(college) ?? 0, Number(size)));
    const found = signed.rows.map(({ college, size, root }) => {
      const told = roots.get(`${String(college)}/${size}`);
      return told ? told.equals(root) : null;
    });
    return {
      checkpoints: found.length,
      unlike: found.filter((isLike) => isLike === false).length,
      ahead: found.filter((isLike) => isLike === null).length,
      unsigned: [...trees].reduce((sum, [college, { size }]) => sum + size - (last.get(college) ?? 0), 0),
    };
  } finally {
    await client.end();
  }
};

const PATIENCE_MS = 60_000;
const PAUSE_MS = 500;

/** The report once every event is signed, or after a minute. */
export const wholeLogSigned = async (url: string): Promise<LedgerReport> => {
  for (let waited = 0; ; waited += PAUSE_MS) {
    const report = await examineLedger(url);
    if (report.unsigned === 0 || waited > PATIENCE_MS) return report;
    await sleep(PAUSE_MS);
  }
};
