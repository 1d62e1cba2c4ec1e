/**
 * A day of vocational education, replayed in compressed time through the real server over HTTP: what a machine of this
 * size carries in the morning, what an operation costs with 1, 10 and 100 colleges and with years of history, and the
 * capacity plan that follows. `country 10` stops at ten colleges; `country history [events]` looks at history alone.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { Pool } from 'pg';
import { openHouse, type House } from '../../src/house.ts';
import type { BenchResult } from './append.ts';
import { capacityPlan, PEAK_OF_COLLEGE, type Measured } from './capacity-plan.ts';
import { startContender, type Contender } from './contender.ts';
import { collegeOfToday, type DayLesson } from './country-college.ts';
import { historyCosts } from './country-history.ts';
import { costOf, morning, players, type Cost, type Meters, type Morning } from './country-play.ts';
import type { CountrySetup } from './country-served.ts';
import { durableServer, type DurableServer } from './durable-server.ts';
import { postgresTime } from './postgres-time.ts';
import type { SignerSetup } from './verify-signer.ts';

const MOST = 100;
const COST_MS = 20_000;
const MORNING_MS = 15_000;

/** Nobody waits longer than this for an entry or a page, 99 times of 100, in milliseconds. */
const LIMIT_MS = 250;

/** Shares of the fastest rate that are tried as a morning, until one is too much. */
const RATES = [0.3, 0.45, 0.6, 0.7, 0.8, 0.9] as const;

/** Lessons of each group of a college: enough to play with one college, and with the hundredth. */
const lessonsOfGroup = (nth: number): number => (nth === 0 ? 20 : nth < 10 ? 6 : 2);

interface Country {
  readonly server: DurableServer;
  readonly house: House;
  readonly contender: Contender;
  readonly meters: Meters;
}

const untilShown = async ({ contender }: Country, admin: Pool, colleges: number): Promise<void> => {
  const behind = `SELECT count(*)::int AS n FROM read.checkpoint p JOIN log.college c ON c.id = p.college
    WHERE p.position < (SELECT coalesce(max(k.last), 0) FROM log.command k WHERE k.college = c.no)`;
  const followed = `SELECT count(DISTINCT college)::int AS n FROM read.checkpoint`;
  const counted = async (text: string): Promise<number> =>
    (await admin.query<{ n: number }>(text)).rows[0]?.n ?? 0;
  while ((await counted(followed)) < colleges || (await counted(behind)) > 0) await sleep(500);
  while (Number(await contender.ask('unready')) > 0) await sleep(200);
};

const say = (colleges: number, { server, postgres, signer, perSecond, operations, idle }: Cost): void => {
  console.log(
    `${colleges} colleges: ${operations} operations, ${perSecond.toFixed(0)}/s; an operation takes ${server.toFixed(2)} ms in the server, ${postgres.toFixed(2)} in PostgreSQL, ${signer.toFixed(2)} in the signer; at rest all of them take ${idle.toFixed(0)} ms a second`,
  );
};

const sayMorning = ({ asked, p50, p99 }: Morning): void => {
  const kinds = (['mutation', 'page', 'diary', 'signIn'] as const).map(
    (kind) => `${kind} ${p50[kind].toFixed(0)}/${p99[kind].toFixed(0)}`,
  );
  console.log(
    `  morning of ${Math.round(asked / PEAK_OF_COLLEGE)} colleges, ${asked.toFixed(0)} operations/s: p50/p99 ms ${kinds.join(', ')}`,
  );
};

const carries = ({ p99 }: Morning): boolean => p99.mutation <= LIMIT_MS && p99.page <= LIMIT_MS;

interface Found {
  readonly costs: ReadonlyMap<number, Cost>;
  /** Colleges whose morning the machine carried. */
  readonly carried: number;
  readonly bytes: Measured['bytes'];
  readonly rss: number;
}

const mostCarried = async (
  playing: Parameters<typeof morning>[0],
  lessons: Iterator<DayLesson>,
  fastest: number,
): Promise<number> => {
  let carried = 0;
  for (const rate of RATES) {
    const went = await morning(playing, lessons, fastest * rate, MORNING_MS);
    if (!went) break;
    sayMorning(went);
    if (!carries(went)) break;
    carried = went.asked / PEAK_OF_COLLEGE;
  }
  return Math.floor(carried);
};

const bytesOfEvent = async (admin: Pool): Promise<Measured['bytes']> => {
  const { rows } = await admin.query<{ schema: 'log' | 'read' | 'ledger'; bytes: string }>(
    `SELECT n.nspname AS schema, sum(pg_total_relation_size(c.oid)) / (SELECT count(*) FROM log.event) AS bytes
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('log', 'read', 'ledger') AND c.relkind = 'r' GROUP BY 1`,
  );
  const of = (schema: string): number => Number(rows.find((row) => row.schema === schema)?.bytes ?? 0);
  return { log: of('log'), read: of('read'), ledger: of('ledger') };
};

const playColleges = async (country: Country, most: number): Promise<Found> => {
  const { server, house, contender, meters } = country;
  const today = new Date().toISOString().slice(0, 10);
  const admin = new Pool({ connectionString: server.adminUrl, max: 2 });
  const { playing, close } = players(contender, server.adminUrl, today);
  const costs = new Map<number, Cost>();
  let lessons: DayLesson[] = [];
  let made = 0;
  let carried = 0;
  try {
    for (const colleges of [1, 10, 100].filter((count) => count <= most)) {
      const since = performance.now();
      // One after another: each is founded by as many commands at once as one log takes well.
      for (; made < colleges; made += 1)
        lessons.push(...(await collegeOfToday(house, made, lessonsOfGroup(made), today)));
      await untilShown(country, admin, colleges);
      console.log(
        `${colleges} colleges founded and shown in ${((performance.now() - since) / 1_000).toFixed(0)} s`,
      );
      const played = lessons.sort(() => Math.random() - 0.5).values();
      await costOf(playing, played, meters, COST_MS / 4);
      const cost = await costOf(playing, played, meters, COST_MS);
      costs.set(colleges, cost);
      say(colleges, cost);
      if (colleges * 10 > most) carried = await mostCarried(playing, played, cost.perSecond);
      lessons = [...played];
    }
    const rss = Number(await contender.ask('rss'));
    return { costs, carried, rss, bytes: await bytesOfEvent(admin) };
  } finally {
    await close();
    await admin.end();
  }
};

const inCountry = async (act: (country: Country) => Promise<Found>): Promise<Found> => {
  const server = await durableServer();
  const started: Contender[] = [];
  const { adminUrl: databaseUrl, dataDir } = server;
  try {
    const house = await openHouse({ dataDir, databaseUrl }, 'server');
    const start = async (file: string, setup: CountrySetup | SignerSetup): Promise<Contender> => {
      const contender = await startContender(file, setup, { pinned: false });
      started.push(contender);
      return contender;
    };
    try {
      const contender = await start('country-served.ts', { databaseUrl, dataDir });
      const signer = await start('verify-signer.ts', {
        databaseUrl: server.signerUrl,
        folder: `${dataDir}-signer`,
      });
      const meters = {
        ...{ server: () => contender.cpu(), signer: () => signer.cpu() },
        postgres: await postgresTime(server.adminUrl),
      };
      return await act({ server, house, contender, meters });
    } finally {
      for (const contender of started) await contender.stop();
      await house.close();
    }
  } finally {
    await server.stop();
  }
};

const rounded = (value: number): number => Number(value.toFixed(3));

/** Runs the bench and says what it found; `part`: how many colleges at most, or `history`, `history:<events>`. */
export async function run(part?: string): Promise<BenchResult> {
  const [name, events] = (part ?? '').split(':');
  const most = part === undefined ? MOST : Number(part);
  if (name !== 'history' && !(most >= 1))
    throw new Error('Name how many colleges at most, or history: country 10, country history:1000000.');
  const found = name === 'history' ? null : await inCountry((country) => playColleges(country, most));
  const history =
    name === 'history' || part === undefined
      ? await historyCosts(events === undefined ? undefined : Number(events))
      : null;

  const costs = [...(found?.costs ?? new Map<number, Cost>())];
  const last = costs.at(-1)?.[1];
  const [first] = costs;
  if (found && last) {
    console.log(
      `This machine carries the morning of ${found.carried} colleges with p99 ≤ ${LIMIT_MS} ms; server ${Math.round(found.rss / 1e6)} MB.`,
    );
    const bytes = { ...found.bytes, ...history?.bytes };
    console.log(`\n${capacityPlan({ ...last, bytes })}\n`);
  }
  const total = ({ server, postgres, signer }: Cost): number => server + postgres + signer;
  return {
    bench: 'country',
    ratios: {
      ...(found && { colleges: found.carried }),
      ...(first && last && { [`cost@${String(costs.at(-1)?.[0])}`]: rounded(total(last) / total(first[1])) }),
      ...history?.ratios,
    },
    spread: {},
    perSecond: Object.fromEntries(
      costs.map(([count, cost]) => [`${count} colleges`, Math.round(cost.perSecond)]),
    ),
    notes: `colleges: how many of 600 students the machine carried in the morning with p99 of entries and pages within ${LIMIT_MS} ms; cost@n: processor time of an operation with n colleges over that with one${history ? '; history@n: with n events over that with the fewest' : ''}`,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(process.argv[2])));
