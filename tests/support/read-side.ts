import { randomUUID } from 'node:crypto';
import { projections } from '../../projections/register.ts';
import type { Reader } from '../../projections/reader.ts';
import { connections } from '../../src/database/pools.ts';
import type { Capability } from '../../src/policies/access.ts';
import { EVERYTHING_SHOWN, scopeOf, type Scope, type Viewer } from '../../src/policies/scope.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { eventLog } from './event-log.ts';
import { historyAppend } from './history-append.ts';
import { idOf } from './names.ts';
import { testDatabase } from './postgres.ts';
import type { History } from './pure-ledger.ts';
import { algebra, curator, first, group, ivanova, petrova, second, smirnov } from './world.ts';

const LONG = 30_000;

const here = [group, algebra, first, second, ivanova, smirnov, petrova, curator];

/** What stands for one of the group's ids in the other group. */
export const there = (id: string): string => idOf(`${id} of the other group`);

/** The same history told of another group: its people, its page and its lessons; the college stays the same. */
export const elsewhere = (history: History): History => {
  const moved = here.reduce((text, id) => text.replaceAll(id, there(id)), JSON.stringify(history));
  const streams = Object.entries(JSON.parse(moved) as History);
  return Object.fromEntries(streams.filter(([stream]) => !(stream in history)));
};

/** Everything a viewer with one role reaches, in words: what is not said is nothing. */
export const scope = (
  college: string,
  role: Viewer['roles'] extends ReadonlySet<infer Role> ? Role : never,
  capability: Capability,
  reach: Partial<Record<'journals' | 'groups' | 'self' | 'wards', readonly string[]>> = {},
): Scope =>
  scopeOf(
    {
      college,
      account: idOf('viewer'),
      session: 'session',
      roles: new Set([role]),
      journals: new Set(reach.journals),
      groups: new Set(reach.groups),
      self: new Set(reach.self),
      wards: new Set(reach.wards),
      delegated: new Map(),
      learnerView: EVERYTHING_SHOWN,
    },
    capability,
  );

/** The read models on a PostgreSQL of their own, behind the real projector; each history is a college's. */
export interface ReadSide {
  readonly reader: Reader;
  /** Projects a history as a new college's; its id. */
  tell(history: History): Promise<string>;
  close(): Promise<void>;
}

/** Opens a read side for a test file. */
export const readSide = async (): Promise<ReadSide> => {
  const database = await testDatabase();
  const log = eventLog();
  const projecting = connections(database.projectorUrl);
  // The queries' own conditions must hold without the second wall, so nobody is kept out of any row here.
  const models = openReadModels({ projector: projecting, reader: projecting });
  const projector = await startProjector(log, models);
  return {
    reader: models.readers(null),
    tell: async (history) => {
      const id = randomUUID();
      const origin = `college-${id}.example/journal`;
      await log.open({ id, origin, clock: 'virtual' });
      const place = { id, origin, at: '2026-11-22T08:15:30.123Z', revisions: new Map<string, number>() };
      const outcome = await log.append(id, await historyAppend(log, place, history));
      if (outcome.status !== 'appended')
        throw new Error(`The test's history was answered with ${outcome.status}.`);
      projector.follow(id);
      for (const { name } of projections)
        if (!(await projector.waitFor(name, id, outcome.last, LONG)))
          throw new Error(
            JSON.stringify(projector.projectorStatus(), (_, v: unknown) =>
              typeof v === 'bigint' ? String(v) : v,
            ),
          );
      return id;
    },
    close: async () => {
      await projector.stop();
      await projecting.end();
      await log.close();
      await database.drop();
    },
  };
};
