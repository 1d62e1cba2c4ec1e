import { v7 } from 'uuid';
import { connections } from '../../../src/database/pools.ts';
import type { Recorded } from '../../../events/recorded.ts';
import type { Command } from '../../../src/decisions/register.ts';
import { readBundle } from '../../../src/imports/oneroster/bundle.ts';
import { idsOf, type Ids } from '../../../src/imports/oneroster/entry/ids.ts';
import { importOneRoster, type ImportSummary } from '../../../src/imports/oneroster/import.ts';
import { openSource } from '../../../src/imports/oneroster/source.ts';
import { decode } from '../../../src/log/body.ts';
import { postgresLog } from '../../../src/log/postgres/postgres-log.ts';
import { runCollege, type RunningCollege } from '../../../src/runtime/college.ts';
import { eventLog } from '../../support/event-log.ts';
import { testDatabase } from '../../support/postgres.ts';
import { folderOf, SMALL, type Files } from './small-bundle.ts';

/** A college on PostgreSQL, to import into. It is always the morning of 22 November 2026. */
export interface Importing {
  readonly college: RunningCollege;
  readonly administrator: string;
  readonly id: Ids;
  /** Imports the bundle at a path. */
  readonly bring: (path: string) => Promise<ImportSummary>;
  /** Imports the small bundle with some files replaced. */
  readonly bringSmall: (changes?: Files) => Promise<ImportSummary>;
  /** Another person or the administrator acts online; a refusal throws. */
  readonly act: (account: string, command: Command) => Promise<void>;
  /** Everything that has happened, but for the keys that were made on the way. */
  readonly history: () => Promise<readonly Recorded[]>;
}

const NOW = '2026-11-22T06:00:00.000Z';

/** Colleges on a database of the test file's own: `await open()` for each test, `close()` after all. */
export async function colleges() {
  const database = await testDatabase();
  const pool = connections(database.appUrl).pool(4);
  // The database may go before the last connection has said goodbye.
  const log = eventLog(postgresLog({ pool }));

  const open = async (): Promise<Importing> => {
    const tenant = { id: v7(), origin: `${v7()}/journal`, clock: 'virtual' } as const;
    await log.open(tenant);
    const college = runCollege(log, tenant, () => NOW);
    const administrator = v7();
    const act = async (account: string, command: Command): Promise<void> => {
      const actor = { account, session: 'online', channel: 'graphql' } as const;
      const outcome = await college.execute(command, { commandId: v7(), actor });
      if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
    };
    const names = { name: 'Колледж', administrator, administratorName: 'Анна Орлова' };
    await act(administrator, {
      type: 'FoundCollege',
      data: { ...names, zone: 'Europe/Moscow', workingWeek: 6 },
    });
    const bring = async (path: string): Promise<ImportSummary> => {
      const source = await openSource(path);
      try {
        const bundle = await readBundle(source);
        return await importOneRoster({ college, account: administrator, bundle, name: 'bundle' });
      } finally {
        await source.close();
      }
    };
    return {
      college,
      administrator,
      id: idsOf(tenant.id),
      act,
      bring,
      bringSmall: async (changes = {}) => bring(await folderOf({ ...SMALL, ...changes })),
      history: async () =>
        (await log.read(tenant.id, 0n, 1_000_000))
          .map(decode)
          .filter(({ type }) => type !== 'SubjectKeyCreated'),
    };
  };
  const close = async (): Promise<void> => {
    await log.close();
    await pool.end();
    await database.drop();
  };
  return { open, close };
}

/** The findings of one severity, as places with what is said there. */
export const said = ({ findings }: ImportSummary, severity: ImportSummary['findings'][number]['severity']) =>
  findings
    .filter((finding) => finding.severity === severity)
    .map(({ file, line, column, message }) => ({ file, line, column, message }));

/** Results of the small bundle: rows of `work, student, score, day`. */
export const resultsOf = (...rows: readonly string[]): Files => ({
  'results.csv': [
    'sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate',
    ...rows.map(
      (row) =>
        `${row.split(',').slice(0, 2).join('-')},${row.replace(/,(?=[^,]*,[^,]*$)/u, ',fully graded,')}`,
    ),
    '',
  ].join('\n'),
});
