import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { connections } from '../../src/database/pools.ts';
import { NO_STREAM } from '../../src/log/event-log.ts';
import { postgresLog } from '../../src/log/postgres/postgres-log.ts';
import { append, college, uuidV7 } from '../log/requests.ts';
import type { DurableServer } from './durable-server.ts';

const SIGNED = `SELECT (SELECT k.last FROM log.command k WHERE k.college = c.no ORDER BY k.last DESC LIMIT 1)
    IS NOT DISTINCT FROM (SELECT max(size) FROM ledger.checkpoint k WHERE k.college = c.no) AS level
  FROM log.college c WHERE c.id = $1`;

/** Who appends events of usual size to a log of its own, by the server's clock. */
export interface Appender {
  readonly pool: Pool;
  readonly college: string;
  /** Appends one event; gives its position. */
  readonly appendOne: () => Promise<bigint>;
  /** Waits until everything is signed. */
  readonly level: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens a log on a server, with its first event. */
export const openAppender = async (server: DurableServer): Promise<Appender> => {
  const pool = connections(server.appUrl).pool(8);
  const log = postgresLog({ pool });
  const tenant = college('server');
  await log.open(tenant);
  const [lesson, session] = [uuidV7(), uuidV7()];
  const appendOne = async (): Promise<bigint> => {
    const [id, student, at] = [uuidV7(), uuidV7(), new Date().toISOString()];
    const stream = `mark-${lesson}.${student}`;
    // As a mark stands in a log: the names in order, about nine hundred bytes.
    const told = {
      actor: { channel: 'web', id: session, onBehalfOf: null, role: 'teacher', session },
      at,
      command: uuidV7(),
      correlation: null,
      data: { journal: session, lesson, scale: 'fivePoint', student, value: '5', workType: 'lessonWork' },
      id,
      log: tenant.origin,
      occurredOn: at.slice(0, 10),
      request: uuidV7(),
      revision: 0,
      rule: {
        ...{ clause: '003 §3.3 L89', deadline: at.slice(0, 10), due: null, grant: null, late: false },
        ...{ parameter: 'currentMark.editWindowDays', version: 0 },
      },
      salt: 'urBMI9lrPcPiCaKefOW8Nw',
      sealed: [],
      seq: 0,
      source: 'online',
      stream,
      type: 'MarkRecorded',
      v: 1,
    };
    const body = JSON.stringify(told);
    const events = [{ id, type: 'MarkRecorded', version: 1, body, sealed: [] }];
    const request = append([{ stream, expected: NO_STREAM, events }], { at });
    const outcome = await log.append(tenant.id, request);
    if (outcome.status !== 'appended')
      throw new Error(`an append of the bench was answered with ${outcome.status}`);
    return outcome.last;
  };
  const level = async (): Promise<void> => {
    while (!(await pool.query<{ level: boolean }>(SIGNED, [tenant.id])).rows[0]?.level) await sleep(50);
  };
  await appendOne();
  return {
    pool,
    college: tenant.id,
    appendOne,
    level,
    close: async () => {
      await log.close();
      await pool.end();
    },
  };
};
