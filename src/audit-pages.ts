import { setTimeout as sleep } from 'node:timers/promises';
import { gradebookPage, journalsIn } from '../projections/gradebook/queries.ts';
import type { House } from './house.ts';
import { printedPage, type PrintedPage } from './ledger/bundle/printed-page.ts';
import { EVERYTHING_SHOWN, scopeOf, type Scope } from './policies/scope.ts';
import { findCheckpoint } from './runtime/checkpoints.ts';
import { pageAsOf } from './runtime/past/page.ts';
import { openReadModels, type ReadModels } from './runtime/read-models.ts';
import { StartFault } from './start-fault.ts';

const none: ReadonlySet<string> = new Set();

/** Every page of a college, as an auditor sees them. */
const auditorScope = (college: string): Scope =>
  scopeOf(
    {
      college,
      account: '',
      session: '',
      roles: new Set(['auditor']),
      journals: none,
      groups: none,
      self: none,
      wards: none,
      delegated: new Map(),
      learnerView: EVERYTHING_SHOWN,
    },
    'gradebook.read',
  );

/** How often the read models are looked at, and how long between, before they count as standing still. */
const LOOKS = 20;
const PAUSE_MS = 250;

/** Waits a little for the read models to reach a position. Throws `StartFault` where they do not. */
const reach = async ({ pool }: ReadModels, college: string, size: number): Promise<void> => {
  for (let look = 1; ; look += 1) {
    const reached = (await findCheckpoint(pool, 'gradebook', college))?.position ?? 0n;
    if (reached >= BigInt(size)) return;
    if (look === LOOKS)
      throw new StartFault(
        `The read models show ${reached} of ${size} events: start the server, and export again.`,
      );
    await sleep(PAUSE_MS);
  }
};

/**
 * Prints every page of a college as the read models show it. A page that has moved on since the position is printed as it stood
 * then, from the log.
 */
export const printedPages =
  ({ database, log }: House) =>
  async (college: string, size: number): Promise<readonly PrintedPage[]> => {
    const scope = auditorScope(college);
    const readModels = openReadModels(database);
    await reach(readModels, college, size);
    const reader = readModels.readers({ college, students: null });
    const printed: PrintedPage[] = [];
    for (let after: string | undefined; ;) {
      const rows = await journalsIn(reader, scope, {}, after === undefined ? {} : { after });
      for (const { journal } of rows) {
        const shown = await gradebookPage(reader, scope, journal);
        const isOlder = shown !== null && shown.page.revision <= BigInt(size);
        const page = isOlder ? shown : await pageAsOf(log, scope, journal, BigInt(size));
        if (page) printed.push(printedPage(page, size));
      }
      after = rows.at(-1)?.journal;
      if (after === undefined) return printed;
    }
  };
