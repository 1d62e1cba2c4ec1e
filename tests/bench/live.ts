/**
 * A thousand subscriptions to one full page on one server, over fifty sockets, in the rights of two accounts: what a change
 * that is delivered to one of them costs, against a bare WebSocket server that sends the same text to as many, how long
 * after the acknowledgement of the command they have it, and what an open subscription holds.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 } from 'uuid';
import { globalId } from '../../schema/global-id.ts';
import { GradebookChangedDocument } from '../../schema/documents/documents.ts';
import { openHouse } from '../../src/house.ts';
import type { Execute } from '../../src/runtime/execute.ts';
import type { BenchResult } from './append.ts';
import { pinLoad, startContender, type Contender } from './contender.ts';
import { durableServer } from './durable-server.ts';
import { openCrowd, type Crowd, type CrowdOptions } from './live-crowd.ts';
import type { LiveSetup } from './live-served.ts';
import type { RawSetup } from './live-raw.ts';
import { median, spread } from './median.ts';
import { signedInAs, teachPage, type TaughtPage } from './page-college.ts';
import type { Held } from './soak-served.ts';

const [SOCKETS, EACH] = [50, 20] as const;
const SUBSCRIPTIONS = SOCKETS * EACH;
const [ROUNDS, CHANGES, WARM_UP] = [7, 6, 6] as const;
const IDLE_MS = 3_000;
const NOW = '2026-11-19T07:00:00.000Z';

/** What a round of changes cost a server. */
interface Round {
  /** Processor time of its process for one change delivered to one subscriber, in microseconds. */
  readonly cpu: number;
  readonly waits: readonly number[];
  /** Bytes of one change as one subscriber has it. */
  readonly bytes: number;
}

/** Corrects one mark of the last lesson after the other; no two corrections in a row are of one cell. */
const correcting = (execute: Execute, { journal, lessons, students, teacher }: TaughtPage) => {
  let made = 0;
  return async (): Promise<void> => {
    const line = made % students.length;
    const expectedRevision = Math.floor(made / students.length);
    const value = String(2 + ((line * 7 + (lessons.length - 1) * 3 + expectedRevision + 1) % 4));
    made += 1;
    const cell = { journal, lesson: lessons.at(-1) ?? '', student: students[line] ?? '' };
    const data = { ...cell, workType: 'lessonWork', value, expectedRevision, reason: 'Описка' } as const;
    const actor = { account: teacher, session: teacher, channel: 'cli' } as const;
    const outcome = await execute({ type: 'CorrectMark', data }, { commandId: v7(), actor });
    if (!outcome.accepted) throw new Error(`A correction of the bench was refused: ${outcome.refusal.code}`);
  };
};

const roundOf = async (server: Contender, crowd: Crowd, tell: () => Promise<unknown>): Promise<Round> => {
  const before = await server.cpu();
  const told = [];
  for (let change = 0; change < CHANGES; change += 1) told.push(await crowd.delivered(tell));
  const cpu = ((await server.cpu()) - before) * 1_000;
  const waits = told.flatMap((one) => one.waits);
  const bytes = told.reduce((sum, one) => sum + one.bytes, 0) / waits.length;
  return { cpu: cpu / (CHANGES * SUBSCRIPTIONS), waits, bytes };
};

const at = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;

interface Measured {
  readonly ours: readonly Round[];
  readonly raw: readonly Round[];
  /** Share of a processor that the server takes while nothing happens. */
  readonly idle: number;
  /** Bytes of heap that an open subscription holds, with its part of the socket. */
  readonly heap: number;
  readonly rss: number;
}

const resultOf = ({ ours, raw, idle, heap, rss }: Measured, pinned: boolean): BenchResult => {
  const paired = ours.map(({ cpu }, round) => cpu / (raw[round]?.cpu ?? NaN));
  const waits = ours.flatMap((round) => round.waits);
  const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits));
  const ratios = {
    'rawCpu.delivered': rounded(median(paired)),
    'microseconds.delivered': rounded(median(ours.map(({ cpu }) => cpu)), 1),
    'bytes.delivered': Math.round(median(ours.map(({ bytes }) => bytes))),
    'ms.fanOutP50': rounded(at(waits, 0.5), 1),
    'ms.fanOutP99': rounded(at(waits, 0.99), 1),
    'kilobytes.subscription': rounded(heap / 1_024, 1),
    'cpuShare.idle': rounded(idle),
  };
  console.log(
    `${String(SUBSCRIPTIONS)} subscriptions: a delivered change costs ${String(ratios['microseconds.delivered'])} µs (a bare server ${median(raw.map(({ cpu }) => cpu)).toFixed(1)}) and ${String(ratios['bytes.delivered'])} bytes; half have it within ${String(ratios['ms.fanOutP50'])} ms of the acknowledgement, 99 of 100 within ${String(ratios['ms.fanOutP99'])}; an open one holds ${String(ratios['kilobytes.subscription'])} KB of heap (${(rss / 1_024).toFixed(1)} resident); idle they take ${(idle * 100).toFixed(1)} % of a processor`,
  );
  return {
    bench: 'live',
    ratios,
    spread: { 'rawCpu.delivered': spread(paired), 'ms.fanOut': spread(waits) },
    perSecond: { delivered: Math.round(1e6 / median(ours.map(({ cpu }) => cpu))) },
    notes: `processor time of our process for a change delivered to one of ${String(SUBSCRIPTIONS)} subscribers of a page of 30 × 40, projecting included, PostgreSQL's own not, over that of a bare WebSocket server; paired within each of ${String(ROUNDS)} rounds of ${String(CHANGES)} changes; ${pinned ? 'server on CPU 0, load on CPU 1' : 'not pinned to processors'}; perSecond.delivered: what one processor would deliver`,
  };
};

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const server = await durableServer();
  const contenders: Contender[] = [];
  const crowds: Crowd[] = [];
  const start = async (file: string, setup: object): Promise<Contender> => {
    const contender = await startContender(file, setup);
    contenders.push(contender);
    return contender;
  };
  const crowdOf = async (options: Pick<CrowdOptions, 'to' | 'tokens' | 'asked'>): Promise<Crowd> => {
    const crowd = await openCrowd({ ...options, sockets: SOCKETS, each: EACH });
    crowds.push(crowd);
    return crowd;
  };
  try {
    const { adminUrl: databaseUrl, dataDir } = server;
    const house = await openHouse({ dataDir, databaseUrl }, 'server');
    const page = await teachPage(house);
    const { college, origin, position, administrator, teacher } = page;
    const tokens = [
      await signedInAs(house, college, teacher),
      await signedInAs(house, college, administrator),
    ];
    const { execute } = await house.open({ id: college, origin, clock: 'virtual' }, () => NOW);

    const setup = { databaseUrl, dataDir, college, position, sockets: SOCKETS, subscriptions: SUBSCRIPTIONS };
    const ours = await start('live-served.ts', setup satisfies LiveSetup);
    const pinned = pinLoad();
    const asked = {
      query: '',
      variables: { journalId: globalId('Journal', page.journal) },
      extensions: {
        persistedQuery: {
          version: 1,
          sha256Hash: (GradebookChangedDocument as unknown as { __meta__: { hash: string } }).__meta__.hash,
        },
      },
    };
    const empty = (await ours.ask('held')) as Held;
    const crowd = await crowdOf({ to: ours, tokens, asked });
    const correct = correcting(execute, page);
    for (let change = 0; change < WARM_UP; change += 1) await crowd.delivered(correct);
    const full = (await ours.ask('held')) as Held;

    const { payload } = JSON.parse(crowd.last()) as { readonly payload: object };
    const raw = await start('live-raw.ts', { payload: JSON.stringify(payload) } satisfies RawSetup);
    const bare = await crowdOf({ to: raw, tokens: [''], asked });
    const tell = () => raw.ask('tell');
    for (let change = 0; change < WARM_UP; change += 1) await bare.delivered(tell);

    const rounds: { readonly ours: Round; readonly raw: Round }[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      rounds.push({ ours: await roundOf(ours, crowd, correct), raw: await roundOf(raw, bare, tell) });
    const before = await ours.cpu();
    await sleep(IDLE_MS);
    const idle = ((await ours.cpu()) - before) / IDLE_MS;
    await house.close();
    return resultOf(
      {
        ours: rounds.map((round) => round.ours),
        raw: rounds.map((round) => round.raw),
        idle,
        heap: (full.heapUsed - empty.heapUsed) / SUBSCRIPTIONS,
        rss: (full.rss - empty.rss) / SUBSCRIPTIONS,
      },
      pinned,
    );
  } finally {
    for (const crowd of crowds) crowd.close();
    await Promise.all(contenders.map((contender) => contender.stop()));
    await server.stop();
  }
}
