import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a program that has ended left behind. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** A program of the project in a process of its own. */
export interface Program {
  /** Resolves with the output so far once it holds a text; rejects when the program ends before. */
  says(text: string): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** Runs `src/<file>` as `npm start` and `npm run cli` do, with nothing of the test's environment but these settings. */
export const run = (
  file: 'main.ts' | 'cli.ts',
  settings: Readonly<Record<string, string>>,
  ...words: readonly string[]
): Program => {
  const program = spawn(process.execPath, ['--import', './.config/decorators.mjs', `src/${file}`, ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings },
  });
  let [output, errors] = ['', ''];
  program.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  program.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(program, 'close').then(() => ({ code: program.exitCode, output, errors }));

  return {
    async says(text) {
      for (;;) {
        if (output.includes(text)) return output;
        const more = once(program.stdout, 'data');
        await Promise.race([more, ended]);
        if (program.exitCode !== null && !output.includes(text))
          throw new Error(`The program ended before it said "${text}": ${errors}`);
      }
    },
    signal: (signal) => program.kill(signal),
    ended,
  };
};
