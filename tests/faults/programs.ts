import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of a test that may be killed at any time and is started again. */
export interface Killable {
  /** Its first line of output: where it listens, what it is ready for. */
  readonly line: () => string;
  /** Kills it at once and starts another. */
  killAndRestart(): Promise<void>;
  end(): Promise<void>;
}

/** Starts a program with nothing of the test's environment but these settings; resolves with its first line. */
export const killable = async (
  script: string,
  settings: Readonly<Record<string, string>>,
): Promise<Killable> => {
  const start = async (): Promise<readonly [ChildProcess, string]> => {
    const child = spawn(process.execPath, ['--import', './.config/decorators.mjs', script], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    return [child, line];
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  let [child, line] = await start();
  return {
    line: () => line,
    killAndRestart: async () => {
      await kill(child);
      [child, line] = await start();
    },
    end: () => kill(child),
  };
};
