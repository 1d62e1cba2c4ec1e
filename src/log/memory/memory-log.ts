import { LogFault, type CollegeLog, type SealedLog } from '../event-log.ts';
import { follow } from '../following.ts';
import { createHeads } from '../heads.ts';
import { demandStorable } from '../request.ts';
import { wanted } from '../wanted.ts';
import { collegeMemory, type CollegeMemory } from './college-memory.ts';

/** Engine `memory`, for tests: the same promises as the others, save that it forgets when the process ends. */
export function memoryLog(): SealedLog {
  const colleges = new Map<string, CollegeMemory>();
  const heads = createHeads();
  const closing = new AbortController();

  const opened = (college: string): CollegeMemory => {
    const found = colleges.get(college);
    if (!found) throw new LogFault(`no log is open for college ${college}`);
    return found;
  };

  const isSame = (one: CollegeLog, other: CollegeLog): boolean =>
    one.id === other.id && one.origin === other.origin && one.clock === other.clock;

  const readStream: SealedLog['readStream'] = (college, stream, from = 0) =>
    Promise.resolve(colleges.get(college)?.streams.get(stream)?.slice(from) ?? []);

  const read: SealedLog['read'] = (college, after, limit) =>
    Promise.resolve(colleges.get(college)?.events.slice(Number(after), Number(after) + limit) ?? []);

  return {
    open: async (college) => {
      await Promise.resolve();
      const clashing = [...colleges.values()].find(
        ({ college: other }) => other.id === college.id || other.origin === college.origin,
      );
      if (clashing && !isSame(clashing.college, college))
        throw new LogFault(`the log of college ${college.id} is open with other particulars`);
      if (!clashing) colleges.set(college.id, collegeMemory({ ...college }));
    },
    colleges: () =>
      Promise.resolve(
        [...colleges.values()].map(({ college }) => college).sort((a, b) => (a.origin < b.origin ? -1 : 1)),
      ),
    append: async (college, request) => {
      await Promise.resolve();
      if (closing.signal.aborted) throw new LogFault('the log is closed');
      demandStorable(college, request);
      const outcome = opened(college).append(request);
      if (outcome.status === 'appended') heads.raise(college, outcome.last);
      return outcome;
    },
    findCommand: (college, commandId) =>
      Promise.resolve(colleges.get(college)?.commands.get(commandId) ?? null),
    readStream,
    readStreams: async (college, streams) => {
      const pages = await Promise.all(streams.map((stream) => readStream(college, stream)));
      return new Map(streams.map((stream, index) => [stream, pages[index] ?? []]));
    },
    read,
    scan: async (college, after, limit, without) => wanted(await read(college, after, limit), after, without),
    head: (college) => Promise.resolve(BigInt(colleges.get(college)?.events.length ?? 0)),
    positionAt: (college, instant) => {
      const last = colleges.get(college)?.recorded.findLastIndex((at) => at <= Date.parse(instant)) ?? -1;
      return Promise.resolve(BigInt(last + 1));
    },
    subscribe: (college, after, signal) => {
      const until = AbortSignal.any([signal, closing.signal]);
      return follow({
        after,
        signal: until,
        read: (reached) => read(college, reached, PAGE),
        wait: (reached) => heads.beyond(college, reached, POLL_MS, until),
      });
    },
    close: () => {
      closing.abort();
      return Promise.resolve();
    },
  };
}

const PAGE = 500;
const POLL_MS = 500;
