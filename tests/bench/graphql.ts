/**
 * The page of 30 students × 40 lessons as a front end asks for it in production: trusted documents by GET, to a signed-in
 * teacher, against `node:http` with `JSON.stringify` of the same object, by the processor time of each server's process
 * for a request. Where nothing has changed the client says what it has, and is answered with 304.
 */
import { hash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { globalId } from '../../schema/global-id.ts';
import { openHouse } from '../../src/house.ts';
import type { BenchResult } from './append.ts';
import { pinLoad, startContender, type Contender } from './contender.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { median, spread } from './median.ts';
import { fillPage, type FilledPage } from './page-college.ts';
import { answerTo, type Load, type Shot } from './page-load.ts';
import type { ServedSetup } from './page-served.ts';
import { ANEW, columnsQuery, ROUNDS, rounds, rowsQuery, told } from './page.ts';

type Name = 'rows' | 'columns' | 'unchanged' | 'rowsAnew' | 'columnsAnew' | 'raw';

const extensionsOf = (text: string) => ({
  persistedQuery: { version: 1, sha256Hash: hash('sha256', text) },
});

/** A front end's manifest of these documents, in a folder of its own. */
const manifestOf = async (dataDir: string, texts: readonly string[]): Promise<string> => {
  const folder = join(dataDir, 'documents');
  await mkdir(folder, { recursive: true });
  const byHash = Object.fromEntries(texts.map((text) => [hash('sha256', text), text]));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(byHash));
  return folder;
};

const shots = async (
  { adminUrl: databaseUrl, dataDir }: DurableServer,
  { college, position, journal, token }: FilledPage,
  started: Contender[],
): Promise<Readonly<Record<Name, Shot>>> => {
  const [rows, columns, rowsAnew, columnsAnew] = [
    rowsQuery(),
    columnsQuery(),
    rowsQuery(ANEW),
    columnsQuery(ANEW),
  ];
  const documentsDir = await manifestOf(dataDir, [rows, columns, rowsAnew, columnsAnew]);
  const setup: ServedSetup = { databaseUrl, dataDir, college, position, documentsDir };
  const ours = await startContender('page-served.ts', setup);
  started.push(ours);
  const variables = { journal: globalId('Journal', journal) };
  const parameters = (text: string): string =>
    new URLSearchParams({
      extensions: JSON.stringify(extensionsOf(text)),
      variables: JSON.stringify(variables),
    }).toString();
  const get = (text: string): Shot => ({
    ...{ to: ours, path: `/graphql?${parameters(text)}`, body: '', token },
    method: 'GET',
  });
  const shotOfRows = get(rows);
  const answer: unknown = JSON.parse((await answerTo(shotOfRows)).toString());
  const { headers } = await fetch(`${ours.origin}${shotOfRows.path}`, {
    headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
  });
  const raw = await startContender('page-raw.ts', { '/rows': answer });
  started.push(raw);
  return {
    rows: shotOfRows,
    columns: get(columns),
    unchanged: { ...shotOfRows, etag: headers.get('etag') ?? '' },
    rowsAnew: get(rowsAnew),
    columnsAnew: get(columnsAnew),
    raw: { ...shotOfRows, to: raw, path: '/rows' },
  };
};

const resultOf = (loads: Readonly<Record<Name, readonly Load[]>>, pinned: boolean): BenchResult => {
  const names = (Object.keys(loads) as Name[]).filter((name) => name !== 'raw');
  const paired = (name: Name): readonly number[] =>
    loads[name].map(({ cpu }, round) => cpu / (loads.raw[round]?.cpu ?? NaN));
  const each = <To>(to: (values: readonly number[]) => To): Record<string, To> =>
    Object.fromEntries(names.map((name) => [`rawCpu.${name}`, to(paired(name))]));
  return {
    bench: 'graphql',
    ratios: each((values) => Number(median(values).toFixed(3))),
    spread: each(spread),
    perSecond: Object.fromEntries(
      Object.entries(loads).map(([name, slices]) => [
        name,
        Math.round(median(slices.map(({ perSecond }) => perSecond))),
      ]),
    ),
    notes: `processor time of our process for a GET of a trusted document over that of node:http with JSON.stringify of the rows, PostgreSQL's own not counted; paired within each of ${ROUNDS} rounds at 10 callers; ${pinned ? 'server on CPU 0, load on CPU 1' : 'not pinned to processors'}; rows, columns: the page has not changed since somebody asked; unchanged: nor since this client asked; "anew": the server could not remember its answer`,
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
