/**
 * The page of 30 students × 40 lessons × 6 fields over HTTP from the real server, to a signed-in teacher, against
 * PostGraphile over plain tables with the same marks, by requests a second, and against `node:http` with
 * `JSON.stringify` of the same object, by the processor time of each server's process for a request.
 */
import { pathToFileURL } from 'node:url';
import { globalId, parseGlobalId } from '../../schema/global-id.ts';
import { openHouse } from '../../src/house.ts';
import type { BenchResult } from './append.ts';
import { pinLoad, startContender, type Contender } from './contender.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { median, spread } from './median.ts';
import { fillPage, type FilledPage } from './page-college.ts';
import { answerTo, load, type Load, type Shot } from './page-load.ts';
import type { ServedSetup } from './page-served.ts';
import { fillPlainTables, type PlainCell } from './plain-tables.ts';

export const ROUNDS = 9;
const SLICE_MS = 900;

const CELL = 'lessonId value attendance revision classified changedAt';
/** A condition on the field keeps the server from remembering the answer. */
export const ANEW = '@include(if: true)';
export const rowsQuery = (condition = ''): string => `query Page($journal: ID!) {
  gradebook(journalId: $journal) ${condition} { rows { studentId cells { ${CELL} } } }
}`;
export const columnsQuery = (condition = ''): string => `query Page($journal: ID!) {
  gradebook(journalId: $journal) ${condition} {
    columns { lessonIds lines { studentId values attendance revisions classified changedAt } }
  }
}`;
const PLAIN_PAGE = `query Page($journal: UUID!) {
  journalByRowId(rowId: $journal) {
    studyGroupByGroupId {
      studentsByGroupId(orderBy: PRIMARY_KEY_ASC) {
        nodes { rowId marksByStudentId(condition: { journalId: $journal }) { nodes { ${CELL} } } }
      }
    }
  }
}`;

interface RowsAnswer {
  readonly data: {
    readonly gradebook: {
      readonly rows: readonly {
        readonly studentId: string;
        readonly cells: readonly Omit<PlainCell, 'studentId'>[];
      }[];
    };
  };
}

type Name = 'rows' | 'columns' | 'rowsAnew' | 'columnsAnew' | 'rawRows' | 'rawColumns' | 'postgraphile';

const shotAt = (to: Contender, query: string, variables: object, token?: string): Shot => ({
  to,
  path: '/graphql',
  body: JSON.stringify({ query, variables }),
  ...(token !== undefined && { token }),
});

const parsed = async (shot: Shot): Promise<unknown> => JSON.parse((await answerTo(shot)).toString());

const uuid = (id: string): string => parseGlobalId(id)?.uuid ?? '';

const cellsOf = ({ data }: RowsAnswer): readonly PlainCell[] =>
  data.gradebook.rows.flatMap(({ studentId, cells }) =>
    cells.map((cell) => ({ ...cell, studentId: uuid(studentId), lessonId: uuid(cell.lessonId) })),
  );

/** The requests, each answered once: they tell of the same 1,200 marks. */
const shots = async (
  { adminUrl: databaseUrl, dataDir }: DurableServer,
  page: FilledPage,
  started: Contender[],
): Promise<Readonly<Record<Name, Shot>>> => {
  const start = async (file: string, setup: object): Promise<Contender> => {
    const contender = await startContender(file, setup);
    started.push(contender);
    return contender;
  };
  const { college, position } = page;
  const ours = await start('page-served.ts', {
    databaseUrl,
    dataDir,
    college,
    position,
  } satisfies ServedSetup);
  const journal = globalId('Journal', page.journal);
  const rows = shotAt(ours, rowsQuery(), { journal }, page.token);
  const columns = shotAt(ours, columnsQuery(), { journal }, page.token);
  const inRows = (await parsed(rows)) as RowsAnswer;
  const cells = cellsOf(inRows);
  if (cells.filter(({ value }) => value !== null).length !== page.students.length * page.lessons.length)
    throw new Error(`The page is not full: ${JSON.stringify(inRows).slice(0, 500)}`);

  const answers = { '/rows': inRows, '/columns': await parsed(columns) };
  const raw = await start('page-raw.ts', answers);
  await fillPlainTables(databaseUrl, { ...page, cells });
  const postgraphile = shotAt(await start('page-postgraphile.ts', { databaseUrl }), PLAIN_PAGE, {
    journal: page.journal,
  });
  const plain = JSON.stringify(await parsed(postgraphile));
  if (plain.match(/"value":"\d"/gu)?.length !== cells.length)
    throw new Error(`PostGraphile answered otherwise: ${plain.slice(0, 500)}`);
  return {
    rows,
    columns,
    rowsAnew: shotAt(ours, rowsQuery(ANEW), { journal }, page.token),
    columnsAnew: shotAt(ours, columnsQuery(ANEW), { journal }, page.token),
    rawRows: { ...rows, to: raw, path: '/rows' },
    rawColumns: { ...columns, to: raw, path: '/columns' },
    postgraphile,
  };
};

/** Rounds in which each has its turn, in changing order, so that a noisy moment meets all of them. */
export const rounds = async <Of extends string>(
  contenders: Readonly<Record<Of, Shot>>,
): Promise<Record<Of, Load[]>> => {
  const names = Object.keys(contenders) as Of[];
  const loads = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<Of, Load[]>;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const order = [...names];
    for (const name of round % 2 ? order : order.reverse()) {
      const measured = await load(contenders[name], SLICE_MS);
      // The first round warms up compilers, plans and caches.
      if (round > 0) loads[name].push(measured);
    }
  }
  return loads;
};

export const told = (name: string, loads: readonly Load[]): string => {
  const of = (key: keyof Load, digits: number): string =>
    median(loads.map((load) => load[key])).toFixed(digits);
  const range = spread(loads.map(({ cpu }) => cpu));
  return `${name.padEnd(13)} ${of('cpu', 3)} ms CPU a request (${range}), p50 ${of('p50', 1)} ms, p99 ${of('p99', 1)} ms, ${of('perSecond', 0)}/s, ${of('bytes', 0)} bytes`;
};

const resultOf = (loads: Readonly<Record<Name, readonly Load[]>>, pinned: boolean): BenchResult => {
  const paired = (key: 'cpu' | 'perSecond', one: Name, other: Name): readonly number[] =>
    loads[one].map((load, round) => load[key] / (loads[other][round]?.[key] ?? NaN));
  const compared: Readonly<Record<string, readonly number[]>> = {
    'postgraphile.rows': paired('perSecond', 'rows', 'postgraphile'),
    'postgraphile.columns': paired('perSecond', 'columns', 'postgraphile'),
    'postgraphile.rowsAnew': paired('perSecond', 'rowsAnew', 'postgraphile'),
    'postgraphile.columnsAnew': paired('perSecond', 'columnsAnew', 'postgraphile'),
    'rawCpu.rows': paired('cpu', 'rows', 'rawRows'),
    'rawCpu.columns': paired('cpu', 'columns', 'rawRows'),
    'rawCpu.rowsAnew': paired('cpu', 'rowsAnew', 'rawRows'),
    'rawCpu.columnsAnew': paired('cpu', 'columnsAnew', 'rawRows'),
  };
  const ownShape = paired('cpu', 'columns', 'rawColumns');
  console.log(
    `columns against JSON.stringify of the columns: ${median(ownShape).toFixed(2)} (${spread(ownShape)})`,
  );
  const each = <Of, To>(of: Readonly<Record<string, Of>>, to: (value: Of) => To): Record<string, To> =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, to(value)]));
  return {
    bench: 'page',
    ratios: each(compared, (values) => Number(median(values).toFixed(3))),
    spread: each(compared, spread),
    perSecond: each(loads, (slices) => Math.round(median(slices.map(({ perSecond }) => perSecond)))),
    notes: `postgraphile.*: our requests a second over PostGraphile's; rawCpu.*: processor time of our process a request over that of node:http with JSON.stringify, PostgreSQL's own not counted; paired within each of ${ROUNDS} rounds of ${SLICE_MS} ms at 10 callers; ${pinned ? 'server on CPU 0, load on CPU 1' : 'not pinned to processors'}; "anew": the server could not remember its answer`,
  };
};

/** Runs the bench and says what it found. */
export async function run(): Promise<BenchResult> {
  const server = await durableServer();
  const contenders: Contender[] = [];
  try {
    const house = await openHouse({ dataDir: server.dataDir, databaseUrl: server.adminUrl }, 'server');
    const page = await fillPage(house);
    await house.close();
    const contending = await shots(server, page, contenders);
    const pinned = pinLoad();
    const loads = await rounds(contending);
    for (const [name, slices] of Object.entries(loads)) console.log(told(name, slices));
    return resultOf(loads, pinned);
  } finally {
    await Promise.all(contenders.map((contender) => contender.stop()));
    await server.stop();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(JSON.stringify(await run()));
