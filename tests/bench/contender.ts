import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, whose processor time can be asked for. */
export interface Contender {
  readonly origin: string;
  /** Processor time the process has used so far, user and system, all its threads, in milliseconds. */
  cpu(): Promise<number>;
  /** What it answers to another question that its file knows. */
  ask(question: string): Promise<unknown>;
  stop(): Promise<void>;
}

/** The server has the first processor to itself, the load the second, as far as the machine lets us say so. */
const pinnable = availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** Puts this process on the second processor; whether the machine can. */
export const pinLoad = (): boolean =>
  pinnable && spawnSync('taskset', ['-a', '-c', '-p', '1', String(process.pid)]).status === 0;

/** Asks a child one thing at a time: its next message is the answer. */
const asking = (child: ChildProcess): ((message: object | string) => Promise<unknown>) => {
  const gone = Promise.withResolvers<never>();
  child.once('exit', (code) => {
    gone.reject(new Error(`A contender ended with ${String(code)}.`));
  });
  // It also ends when it is told to, and then nobody waits for an answer.
  gone.promise.catch(() => undefined);
  return async (message) => {
    const answer = Promise.withResolvers<unknown>();
    child.once('message', answer.resolve);
    child.send(message);
    return Promise.race([answer.promise, gone.promise]);
  };
};

/** Starts a file of this folder that calls `contend`, with what it needs to know, on the first processor unless told otherwise. */
export const startContender = async (
  file: string,
  setup: object,
  { pinned = pinnable } = {},
): Promise<Contender> => {
  const program = [...process.execArgv, fileURLToPath(new URL(file, import.meta.url))];
  const command: [string, ...string[]] = pinned
    ? ['taskset', '-c', '0', process.execPath, ...program]
    : [process.execPath, ...program];
  const child = spawn(command[0], command.slice(1), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const ask = asking(child);
  const origin = (await ask(setup)) as string;
  return {
    origin,
    cpu: async () => Number(await ask('cpu')),
    ask,
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
};

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

/** The other side: starts a server as told, says where it listens, and answers until the bench has left. */
export const contend = (
  start: (setup: never) => Promise<string>,
  answers: Readonly<Record<string, () => unknown>> = {},
): void => {
  const known: typeof answers = { cpu, ...answers };
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message) => {
    const answer = typeof message === 'string' ? known[message] : undefined;
    if (answer) process.send?.(answer());
    else void start(message as never).then((origin) => process.send?.(origin));
  });
};
