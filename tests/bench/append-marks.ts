import { randomBytes } from 'node:crypto';
import { NO_STREAM, type AppendRequest, type SealedLog } from '../../src/log/event-log.ts';
import { append, college, uuidV7 } from '../log/requests.ts';
import { rateOf, type Act, type Measured } from './append-rate.ts';

const CYCLED_STREAMS = 50;
const PERIODS = 4;

/** A body of the size a mark's has. */
export const markBody = (n: number): string =>
  JSON.stringify({ at: new Date().toISOString(), data: { mark: '5', n }, salt: SALT, type: 'MarkRecorded' });
const SALT = randomBytes(180).toString('hex');

/** A college whose teachers record marks. */
export interface MarkedCollege {
  /** Each mark opens a stream of its own. */
  readonly newStreams: Measured;
  /** Marks are corrected, each teacher's streams in turn. */
  readonly cycledStreams: Measured;
}

/**
 * Opens a college in which every append writes one event at an exact revision and rests on two streams that it checks,
 * as a mark's does: the teacher's page, and a period that several share.
 */
export async function markedCollege(log: SealedLog, teachers: number): Promise<MarkedCollege> {
  const tenant = college('server');
  await log.open(tenant);
  let n = 0;
  const write = async (
    stream: string,
    expected: number,
    checks: AppendRequest['checks'] = [],
  ): Promise<void> => {
    const event = {
      id: uuidV7(),
      type: 'MarkRecorded',
      version: 1,
      body: markBody((n += 1)),
      sealed: [],
    };
    const at = new Date().toISOString();
    const { status } = await log.append(
      tenant.id,
      append([{ stream, expected, events: [event] }], { at, checks }),
    );
    if (status !== 'appended') throw new Error(`an append of the bench was answered with ${status}`);
  };
  const pageOf = (teacher: number): string => `page-${String(teacher)}`;
  const periodOf = (teacher: number): string => `period-${String(teacher % PERIODS)}`;
  const rested = new Set(
    Array.from({ length: teachers }, (_, teacher) => [pageOf(teacher), periodOf(teacher)]).flat(),
  );
  await Promise.all([...rested].map((stream) => write(stream, NO_STREAM)));
  const record = (teacher: number, stream: string, expected: number): Promise<void> =>
    write(
      stream,
      expected,
      [pageOf(teacher), periodOf(teacher)].map((checked) => ({ stream: checked, expected: 0 })),
    );

  const turns = new Map<number, number>();
  const cycled: Act = (teacher) => {
    const turn = turns.get(teacher) ?? 0;
    turns.set(teacher, turn + 1);
    const revision = Math.floor(turn / CYCLED_STREAMS) + NO_STREAM;
    return record(teacher, `mark-${String(teacher)}.${String(turn % CYCLED_STREAMS)}`, revision);
  };
  return {
    newStreams: rateOf((teacher) => record(teacher, `mark-${uuidV7()}.${uuidV7()}`, NO_STREAM)),
    cycledStreams: rateOf(cycled),
  };
}
