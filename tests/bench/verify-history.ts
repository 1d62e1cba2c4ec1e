import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { runCollege } from '../../src/runtime/college.ts';
import { eventLog } from '../support/event-log.ts';
import { teachPage } from './page-college.ts';

const PAGE = 5_000;

/** Bodies of a college's log, and the origin they name. */
export interface History {
  readonly origin: string;
  readonly bodies: readonly string[];
}

/** What must be said again for another page, in pieces between the ids that are other there. */
interface Repeated {
  readonly pieces: readonly string[];
  readonly seq: number;
}

type Command = readonly (string | Repeated)[];

interface Named {
  readonly id: string;
  readonly command: string;
  readonly stream: string;
  readonly seq: number;
}

/** Another id of version 7 of the same millisecond. */
const twinOf = (id: string): string => id.slice(0, 14) + v7().slice(14);

/** The bodies of a college with one full page, made by commands, in memory. */
const taught = async () => {
  const log = eventLog();
  const page = await teachPage({
    open: async (college, clock = () => new Date().toISOString()) => {
      await log.open(college);
      return runCollege(log, college, clock);
    },
  });
  const bodies: string[] = [];
  for (;;) {
    const events = await log.read(page.college, BigInt(bodies.length), PAGE);
    if (events.length === 0) return { ...page, bodies };
    bodies.push(...events.map(({ body }) => body));
  }
};

/** The commands of a log; of those about the page, what is said again for others. A key of a student is made only once. */
const commandsIn = (bodies: readonly string[], own: RegExp): readonly Command[] => {
  const commands = new Map<string, (string | Repeated)[]>();
  for (const body of bodies) {
    const { id, command, stream, seq } = JSON.parse(body) as Named;
    const events = commands.get(command) ?? [];
    commands.set(command, events);
    const before = events.filter((event) => typeof event === 'string').length;
    const ids = new RegExp(`(${id}|${command}|${own.source})`, 'u');
    events.push(own.test(stream) ? { pieces: body.split(ids), seq: seq - before } : body);
  }
  return [...commands.values()];
};

/** The history of one full page, told for as many pages as it takes to have so many events; every rule is kept in it. */
export const manyPages = async (least: number): Promise<History> => {
  const { origin, bodies, journal, lessons } = await taught();
  const own = new RegExp([journal, ...lessons].join('|'), 'u');
  const commands = commandsIn(bodies, own);
  const repeated = commands.flat().filter((event) => typeof event !== 'string').length;
  const copies = Math.ceil(least / repeated);
  const twins = Array.from(
    { length: copies - 1 },
    () => new Map([journal, ...lessons].map((id) => [id, randomUUID()])),
  );

  const told: string[] = [];
  for (const command of commands) {
    told.push(...command.map((event) => (typeof event === 'string' ? event : event.pieces.join(''))));
    for (const page of twins) {
      const fresh = new Map<string, string>();
      for (const event of command) {
        if (typeof event === 'string') continue;
        const ids = event.pieces.map((piece, i) => {
          if (i % 2 === 0) return piece;
          const other = page.get(piece) ?? fresh.get(piece) ?? twinOf(piece);
          if (!page.has(piece)) fresh.set(piece, other);
          return other;
        });
        told.push(ids.join('').replace(/"seq":\d+/u, `"seq":${event.seq}`));
      }
    }
  }
  return { origin, bodies: told };
};
