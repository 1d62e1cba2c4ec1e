import { randomBytes, randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { projections } from '../../projections/register.ts';
import type { Reader } from '../../projections/reader.ts';
import { connections } from '../../src/database/pools.ts';
import { encode } from '../../src/log/body.ts';
import { NO_STREAM, type EventLog, type StreamWrite } from '../../src/log/event-log.ts';
import { memoryLog } from '../../src/log/memory/memory-log.ts';
import type { Capability } from '../../src/policies/access.ts';
import { EVERYTHING_SHOWN, scopeOf, type Scope, type Viewer } from '../../src/policies/scope.ts';
import { startProjector } from '../../src/runtime/projector.ts';
import { openReadModels } from '../../src/runtime/read-models.ts';
import { idOf } from './names.ts';
import { testDatabase } from './postgres.ts';
import { told, type History } from './pure-ledger.ts';
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

const random = (): string => randomBytes(16).toString('base64url');

const request = (origin: string, history: History) => {
  let seq = 0;
  const writes = Object.entries(history).map(([stream, events]): StreamWrite => ({
    stream,
    expected: NO_STREAM,
    events: events.map((event, revision) => {
      const past = 'meta' in event ? event : told(event, {});
      const meta = { ...past.meta, id: v7() };
      return encode(past, meta, { log: origin, stream, revision, seq: seq++ }, random);
    }),
  }));
  const fingerprint = randomBytes(32).toString('hex');
  return { commandId: randomUUID(), fingerprint, at: '2026-11-22T08:15:30.123Z', writes, checks: [] };
};

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
  const log: EventLog = memoryLog();
  const app = connections(database.appUrl);
  const models = openReadModels(app);
  const projector = await startProjector(log, models);
  return {
    reader: models.reader,
    tell: async (history) => {
      const id = randomUUID();
      const origin = `college-${id}.example/journal`;
      await log.open({ id, origin, clock: 'virtual' });
      const outcome = await log.append(id, request(origin, history));
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
      await app.end();
      await log.close();
      await database.drop();
    },
  };
};
