import { globalId } from '../../schema/global-id.ts';
import { BenchClient, signer } from './bench-client.ts';
import { growServer, type GrownServer } from './grown-server.ts';
import { median } from './median.ts';
import { isFree } from './page-prototype.ts';
import { postgresTime } from './postgres-time.ts';

const SIZES = [100_000, 1_000_000, 10_000_000] as const;

/** Pages that are written on, over and over: as many, however many the college has. */
const PAGES = 100;

/** Entries that make pages, plans and sessions known first, and those that are measured. */
const [WARM, MARKS] = [200, 400];

/** Bytes on disk for an event, and how the cost of an entry grew with history. */
export interface HistoryCosts {
  readonly bytes: Readonly<Record<'log' | 'read', number>>;
  readonly ratios: Readonly<Record<string, number>>;
}

interface Entering {
  readonly cpu: number;
  readonly p50: number;
}

/** Lessons whose windows are open. */
const OPEN = 2;

/** Cells without a mark whose students were there, on each of the pages in turn. */
function* freeCells(pages: GrownServer['pages']) {
  for (let round = 0; ; round += 1)
    for (const { journal, teacher, students, lessons } of pages)
      for (let back = 1; back <= OPEN; back += 1) {
        const index = lessons.length - back;
        const free = students.filter((_, line) => isFree(line, index));
        const [lesson, student] = [lessons[index], free[round]];
        if (lesson === undefined || student === undefined) continue;
        yield { teacher, journal, lesson, student };
      }
}

const entering = async (server: GrownServer): Promise<Entering> => {
  const door = signer(server.contender, server.server.adminUrl);
  const postgres = await postgresTime(server.server.adminUrl);
  const pages = server.pages.slice(0, PAGES);
  const clients = new Map<string, BenchClient>();
  for (const { teacher } of pages)
    if (!clients.has(teacher)) clients.set(teacher, await door.signIn(server.college, teacher));
  const waits: number[] = [];
  let before = 0;
  let marked = 0;
  const spent = async (): Promise<number> => (await postgres()) + (await server.contender.cpu());
  for (const { teacher, journal, lesson, student } of freeCells(pages)) {
    if (marked === WARM) before = await spent();
    if (marked === WARM + MARKS) break;
    const started = performance.now();
    const done = await clients.get(teacher)?.do('recordMark', {
      ...{ journalId: globalId('Journal', journal), lessonId: globalId('Lesson', lesson) },
      ...{ studentId: globalId('Student', student), workType: 'LESSON_WORK', value: '4' },
    });
    if (!done?.accepted) throw new Error(`A mark of the bench was refused: ${done?.code}.`);
    if (marked >= WARM) waits.push(performance.now() - started);
    marked += 1;
  }
  const cpu = ((await spent()) - before) / MARKS;
  await door.close();
  return { cpu, p50: median(waits) };
};

/** What an entry costs a server with all its read models, by how much history the college has. */
export const historyCosts = async (most: number = SIZES[2]): Promise<HistoryCosts> => {
  const ratios: Record<string, number> = {};
  let least: Entering | null = null;
  let bytes = { log: 0, read: 0 };
  for (const size of SIZES.filter((events) => events <= most)) {
    const server = await growServer(size, 'all');
    try {
      const found = await entering(server);
      least ??= found;
      bytes = { log: server.bytes.log / server.events, read: server.bytes.read / server.events };
      ratios[`history@${size}`] = Number((found.cpu / least.cpu).toFixed(3));
      console.log(
        `${server.events} events of history: an entry takes ${found.cpu.toFixed(2)} ms of processors, p50 ${found.p50.toFixed(1)} ms; ${Math.round(bytes.log)} bytes an event in the log, ${Math.round(bytes.read)} in the read models`,
      );
    } finally {
      await server.stop();
    }
  }
  return { bytes, ratios };
};
