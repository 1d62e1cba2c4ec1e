/**
 * `recordMark` over HTTP from the real server: signed in, decided, durable, and answered when the page shows it,
 * against PostGraphile's mutation of a plain table, which decides nothing and whose trigger writes a row of history.
 * Both enter the first mark of the same cells, on one PostgreSQL with fsync on, each client on the pages of a teacher.
 */
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { v7 } from 'uuid';
import { globalId } from '../../schema/global-id.ts';
import { openHouse } from '../../src/house.ts';
import type { BenchResult } from './append.ts';
import { pinLoad, startContender, type Contender } from './contender.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { median, spread } from './median.ts';
import { openPages, type EmptyPage, type UnmarkedCollege } from './mutation-college.ts';
import { answerTo, type Shot } from './page-load.ts';
import type { ServedSetup } from './page-served.ts';
import { addHistory, fillPlainTables } from './plain-tables.ts';
import { serverProcesses } from './processes.ts';

const ROUNDS = 8;
const SLICE_MS = 800;

/** Pages that stand ready for each number of clients: more marks than the fastest could give. */
const PAGES: Readonly<Record<number, number>> = { 4: 12, 32: 32 };

const OURS = `mutation Give($id: UUID!, $input: RecordMarkInput!) {
  recordMark(commandId: $id, input: $input) {
    accepted position cell { revision marks { workType value } } userErrors { code }
  }
}`;
const PLAIN_MARK = `mutation Give($mark: MarkInput!) {
  createMark(input: { mark: $mark }) { mark { studentId lessonId value revision } }
}`;

interface Cell {
  readonly page: EmptyPage;
  readonly student: string;
  readonly lesson: string;
}

type Give = (cell: Cell, value: string) => Promise<void>;

/** The cells of some pages, handed out page by page to a number of clients. */
const supplyOf = (pages: readonly EmptyPage[], clients: number): ((client: number) => Cell) => {
  const cells = Array.from({ length: clients }, (_, client) =>
    pages
      .filter((_page, index) => index % clients === client)
      .flatMap((page) =>
        page.lessons.flatMap((lesson) => page.students.map((student) => ({ page, lesson, student }))),
      )
      .values(),
  );
  return (client) => {
    const next = cells[client]?.next();
    if (!next || next.done) throw new Error('The cells of the bench are used up: give it more pages.');
    return next.value;
  };
};

const sent = async (shot: Shot, mark: string): Promise<void> => {
  const answer = (await answerTo(shot)).toString();
  if (!answer.includes(mark)) throw new Error(`A mark of the bench was not given: ${answer.slice(0, 500)}`);
};

const givenByUs =
  (to: Contender): Give =>
  ({ page, student, lesson }, value) => {
    const ids = {
      ...{ journalId: globalId('Journal', page.journal), lessonId: globalId('Lesson', lesson) },
      studentId: globalId('Student', student),
    };
    const variables = { id: v7(), input: { ...ids, workType: 'LESSON_WORK', value } };
    const body = JSON.stringify({ query: OURS, variables });
    return sent({ to, path: '/graphql', body, token: page.token }, '"accepted":true');
  };

const givenPlainly =
  (to: Contender): Give =>
  ({ page, student, lesson }, value) => {
    const cell = { journalId: page.journal, studentId: student, lessonId: lesson, value };
    const mark = { ...cell, attendance: 'present', revision: 0, classified: 'none', changedAt: new Date() };
    const body = JSON.stringify({ query: PLAIN_MARK, variables: { mark } });
    return sent({ to, path: '/graphql', body }, `"value":"${value}"`);
  };

interface Slice {
  readonly perSecond: number;
  /** Waiting time of the middle mark, and of the hundredth, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Processor time of the server's process for each mark, and of PostgreSQL's, in milliseconds. */
  readonly cpu: number;
  readonly database: number;
}

/** So many clients, each waiting for its answer, for a slice of time. */
const slice = async (
  of: { readonly give: Give; readonly to: Contender; readonly take: (client: number) => Cell },
  clients: number,
  database: () => number,
): Promise<Slice> => {
  const [before, databaseBefore] = [await of.to.cpu(), database()];
  const waits: number[] = [];
  const started = performance.now();
  const client = async (_: unknown, number: number): Promise<void> => {
    for (let asked = performance.now(); asked - started < SLICE_MS;) {
      await of.give(of.take(number), String(2 + (waits.length % 4)));
      const answered = performance.now();
      waits.push(answered - asked);
      asked = answered;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const elapsed = performance.now() - started;
  waits.sort((one, other) => one - other);
  const at = (share: number): number => waits[Math.floor(waits.length * share)] ?? NaN;
  return {
    perSecond: (waits.length * 1_000) / elapsed,
    p50: at(0.5),
    p99: at(0.99),
    cpu: ((await of.to.cpu()) - before) / waits.length,
    database: (database() - databaseBefore) / waits.length,
  };
};

type Slices = Readonly<Record<'ours' | 'postgraphile', Slice[]>>;

/** Rounds in which both have their turn, in changing order; the first warms up compilers, plans and caches. */
const rounds = async (
  contending: Readonly<Record<keyof Slices, { readonly give: Give; readonly to: Contender }>>,
  pages: readonly EmptyPage[],
  clients: number,
  database: () => number,
): Promise<Slices> => {
  const slices: Slices = { ours: [], postgraphile: [] };
  const take = { ours: supplyOf(pages, clients), postgraphile: supplyOf(pages, clients) };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = ['ours', 'postgraphile'] as const;
    for (const name of round % 2 ? order : order.toReversed()) {
      const measured = await slice({ ...contending[name], take: take[name] }, clients, database);
      if (round > 0) slices[name].push(measured);
    }
  }
  return slices;
};

const told = (name: string, slices: readonly Slice[]): string => {
  const of = (key: keyof Slice, digits: number): string =>
    median(slices.map((one) => one[key])).toFixed(digits);
  return `${name.padEnd(16)} ${of('perSecond', 0)}/s, p50 ${of('p50', 1)} ms, p99 ${of('p99', 1)} ms, ${of('cpu', 3)} ms CPU a mark in the server, ${of('database', 3)} in PostgreSQL`;
};

/** The two servers over the same cells. */
const contenders = async (
  { adminUrl: databaseUrl, dataDir }: DurableServer,
  { college, position, pages }: UnmarkedCollege,
  started: Contender[],
) => {
  const start = async (file: string, setup: object): Promise<Contender> => {
    const contender = await startContender(file, setup);
    started.push(contender);
    return contender;
  };
  await fillPlainTables(databaseUrl, ...pages.map((page) => ({ ...page, cells: [] })));
  await addHistory(databaseUrl);
  const served: ServedSetup = { databaseUrl, dataDir, college, position };
  const ours = await start('page-served.ts', served);
  const postgraphile = await start('page-postgraphile.ts', { databaseUrl });
  return {
    ours: { to: ours, give: givenByUs(ours) },
    postgraphile: { to: postgraphile, give: givenPlainly(postgraphile) },
  };
};

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const server = await durableServer();
  const started: Contender[] = [];
  const pool = new Pool({ connectionString: server.adminUrl, max: 1 });
  try {
    const house = await openHouse({ dataDir: server.dataDir, databaseUrl: server.adminUrl }, 'server');
    const college = await openPages(
      house,
      Object.values(PAGES).reduce((sum, count) => sum + count),
    );
    await house.close();
    const contending = await contenders(server, college, started);
    const { rows } = await pool.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const database = serverProcesses(rows[0]?.pid ?? 0);
    const pinned = pinLoad();
    const ratios: Record<string, number> = {};
    const spreads: Record<string, string> = {};
    const perSecond: Record<string, number> = {};
    const costs: string[] = [];
    let pages = college.pages;
    for (const [clients, count] of Object.entries(PAGES)) {
      const slices = await rounds(contending, pages.slice(0, count), Number(clients), database.cpu);
      pages = pages.slice(count);
      for (const [name, of] of Object.entries(slices)) {
        console.log(told(`${name}@${clients}`, of));
        perSecond[`${name}@${clients}`] = Math.round(median(of.map((one) => one.perSecond)));
        const cost = (key: 'cpu' | 'database') => median(of.map((one) => one[key])).toFixed(2);
        costs.push(`${name}@${clients} ${cost('cpu')} + ${cost('database')}`);
      }
      const paired = slices.ours.map(
        (one, round) => one.perSecond / (slices.postgraphile[round]?.perSecond ?? NaN),
      );
      ratios[`postgraphile@${clients}`] = Number(median(paired).toFixed(3));
      spreads[`postgraphile@${clients}`] = spread(paired);
    }
    const notes = `marks a second, paired within each of ${ROUNDS} rounds of ${SLICE_MS} ms; ms of CPU a mark, server + PostgreSQL: ${costs.join(', ')}; fsync on; ${pinned ? 'servers on CPU 0, load on CPU 1' : 'not pinned to processors'}`;
    return { bench: 'mutation', ratios, spread: spreads, perSecond, notes };
  } finally {
    await pool.end();
    await Promise.all(started.map((contender) => contender.stop()));
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
