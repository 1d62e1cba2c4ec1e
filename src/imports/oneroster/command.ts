import { basename } from 'node:path';
import { Command } from 'commander';
import type { House } from '../../house.ts';
import { TargetUnclear } from '../college.ts';
import { readBundle } from './bundle.ts';
import { SourceUnreadable } from './byte-source.ts';
import { importOneRoster } from './import.ts';
import { progressDisplay, type Screen } from './progress-bar.ts';
import { isAllIn, lineOf, summaryLines } from './report.ts';
import { openSource } from './source.ts';
import { targetOf, type TargetOptions } from './target.ts';

/** Where the command writes: the report for others to keep, the progress for the person who waits. */
export interface Output {
  readonly say: (line: string) => void;
  readonly screen: Screen;
}

const console_: Output = {
  say: (line) => {
    console.log(line);
  },
  screen: process.stderr,
};

const run = async (path: string, options: TargetOptions, house: House, { say, screen }: Output) => {
  const source = await openSource(path);
  const display = progressDisplay(screen);
  try {
    const bundle = await readBundle(source);
    const target = await targetOf(house, options, bundle, say);
    say(`Importing ${path} into ${target.college.origin}.`);
    const name = basename(path);
    const summary = await importOneRoster({ ...target, bundle, name, onProgress: display.show });
    display.end();
    for (const finding of summary.findings) say(lineOf(finding));
    for (const line of summaryLines(summary)) say(line);
    return isAllIn(summary);
  } finally {
    display.end();
    await source.close();
  }
};

/**
 * `oneroster <path>`: brings a bundle in and says what came of every row that did not go in. Exit code 0: every row
 * is in; 1: some had problems or were refused; 2: the command was not understood or the bundle cannot be read.
 */
export const oneRosterCommand = (open: () => Promise<House>, output = console_): Command => {
  const command = new Command('oneroster')
    .description('Import a OneRoster 1.1 or 1.2 bundle: rosters, work and results; repeatable.')
    .argument('<path>', 'a folder or a zip')
    .option('--college <origin>', 'the college to import into; else the only one there is')
    .option('--new-college <origin>', 'found a college of this origin for the bundle')
    .option('--name <name>', 'the name of a new college; else that of the org')
    .option('--zone <zone>', 'the time zone of a new college; else Europe/Moscow')
    .option('--as <account>', 'the administrator whose act it is; else the first of the college')
    .exitOverride();
  return command.action(async (path: string, options: TargetOptions) => {
    try {
      if (!(await run(path, options, await open(), output))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof TargetUnclear || error instanceof SourceUnreadable)) throw error;
      command.error(error.message, { exitCode: 2 });
    }
  });
};
