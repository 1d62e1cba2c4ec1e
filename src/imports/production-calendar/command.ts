import { Command } from 'commander';
import { v7 } from 'uuid';
import type { House } from '../../house.ts';
import { standingCollege, TargetUnclear, type CollegeOptions, type Target } from '../college.ts';
import { readCalendar } from './read-calendar.ts';
import { CalendarUnreadable, type CalendarYear } from './year.ts';

interface ImportOptions extends CollegeOptions {
  readonly source: string;
  readonly year?: readonly string[] | undefined;
  readonly order?: string | undefined;
  readonly reason?: string | undefined;
}

type Say = (line: string) => void;

const say_: Say = (line) => {
  console.log(line);
};

const importYear = async (
  { college, account }: Target,
  { year, days }: CalendarYear,
  { source, order, reason }: ImportOptions,
  say: Say,
): Promise<boolean> => {
  const data = { year, source, days: [...days], order: order ?? null, reason: reason ?? null };
  const actor = { account, session: v7(), channel: 'cli' } as const;
  const outcome = await college.execute(
    { type: 'ImportProductionCalendar', data },
    { commandId: v7(), actor },
  );
  if (!outcome.accepted) {
    const { code, facts } = outcome.refusal;
    const help =
      code === 'REASON_REQUIRED' ? '; another one stands: say why it is replaced with --reason' : '';
    say(`${String(year)} was refused: ${code} ${JSON.stringify(facts)}${help}`);
    return false;
  }
  const counted = `${String(days.length)} days that differ from their weekday`;
  say(`${String(year)} from ${source}: ${outcome.events.length === 0 ? 'as it was' : counted}.`);
  return true;
};

const run = async (path: string, options: ImportOptions, house: House, say: Say): Promise<boolean> => {
  const wanted = new Set(options.year ?? []);
  const years = (await readCalendar(path)).filter(
    ({ year }) => wanted.size === 0 || wanted.has(String(year)),
  );
  if (years.length === 0) throw new CalendarUnreadable(`${path} has none of the years that are wanted.`);
  const target = await standingCollege(house, options);
  let isAllIn = true;
  for (const year of years) isAllIn = (await importYear(target, year, options, say)) && isAllIn;
  return isAllIn;
};

/**
 * `calendar import <file> --source <name>`: takes the production calendar of each year of a file over. Exit code 0: all
 * years are in; 1: some were refused; 2: the command was not understood, or the file is no calendar.
 */
export const productionCalendarCommand = (open: () => Promise<House>, say = say_): Command => {
  const command = new Command('import')
    .description('Take over the Russian production calendar: xmlcalendar.ru XML, or carono JSON.')
    .argument('<file>', 'one year in XML, or many in JSON')
    .requiredOption('--source <name>', 'where the calendar comes from, for everybody who reads it later')
    .option('--year <year...>', 'only these years; else all in the file')
    .option('--order <reference>', 'the order behind replacing a calendar that stands')
    .option('--reason <text>', 'why a calendar that stands is replaced')
    .option('--college <origin>', 'the college; else the only one there is')
    .option('--as <account>', 'the administrator whose act it is; else the first of the college')
    .exitOverride();
  command.action(async (path: string, options: ImportOptions) => {
    try {
      if (!(await run(path, options, await open(), say))) process.exitCode = 1;
    } catch (error) {
      if (!(error instanceof TargetUnclear || error instanceof CalendarUnreadable)) throw error;
      command.error(error.message, { exitCode: 2 });
    }
  });
  return new Command('calendar').description('The production calendar of the years.').addCommand(command);
};
