import { SingleBar } from 'cli-progress';
import { Argument, Command } from 'commander';
import { projections } from '../projections/register.ts';
import type { House } from './house.ts';
import type { OnProgress } from './runtime/beside.ts';
import type { TableComparison } from './runtime/compare-tables.ts';
import { openReadModels, type ReadModels } from './runtime/read-models.ts';
import { rebuild, type ReplayReport } from './runtime/rebuild.ts';
import { verifyProjections } from './runtime/verify-projections.ts';

type Open = () => Promise<House>;

type Replay = (
  house: House,
  readModels: ReadModels,
  onProgress: OnProgress,
) => Promise<readonly ReplayReport[]>;

/** Runs a replay behind a progress bar on standard error: standard output is for the result. */
const behindBar = async (open: Open, replay: Replay): Promise<readonly ReplayReport[]> => {
  const bar = new SingleBar({
    format: '{name} [{bar}] {percentage} % · {value} of {total} events',
    hideCursor: true,
    noTTYOutput: true,
    notTTYSchedule: 5_000,
    stream: process.stderr,
  });
  let shown: string | null = null;
  const house = await open();
  try {
    return await replay(house, openReadModels(house.database), ({ projection, done, total }) => {
      if (shown !== projection) {
        bar.stop();
        bar.start(total, 0, { name: projection });
        shown = projection;
      }
      bar.update(done);
    });
  } finally {
    bar.stop();
  }
};

const isEqual = ({ different, missing, extra }: TableComparison): boolean =>
  different + missing + extra === 0;

const linesOf = ({ projection, version, events, tables }: ReplayReport): readonly string[] => [
  `${projection} (version ${version}): ${events} events`,
  ...tables.map((table) => {
    const { different, missing, extra, equal } = table;
    const name = `  ${table.table}: ${equal} rows as the log says`;
    return isEqual(table)
      ? name
      : `${name}, ${different} different, ${missing} missing, ${extra} not in the log`;
  }),
  ...tables.flatMap(({ table, deviations }) =>
    deviations.map(({ kind, key }) => `    ${kind} in ${table}: ${JSON.stringify(key)}`),
  ),
];

const say = (reports: readonly ReplayReport[]): boolean => {
  console.log(reports.flatMap(linesOf).join('\n'));
  return reports.every(({ tables }) => tables.every(isEqual));
};

/** `cli rebuild <projection|all>`: replays the log into new tables beside the live ones, and swaps. */
export const rebuildCommand = (open: Open): Command =>
  new Command('rebuild')
    .description('Rebuild a projection from the log beside the live table, swap, and say what differed.')
    .addArgument(
      new Argument('<projection>', 'the name of a projection, or all').choices([
        ...projections.map(({ name }) => name),
        'all',
      ]),
    )
    .exitOverride()
    .action(async (projection: string) => {
      say(
        await behindBar(open, (house, readModels, onProgress) =>
          rebuild(house.log, readModels, projection, 'all', onProgress),
        ),
      );
    });

/** `cli verify-projections`: replays and compares; exit code 1 when a row is not as the log says. */
export const verifyProjectionsCommand = (open: Open): Command =>
  new Command('verify-projections')
    .description('Replay every projection and compare it with the live tables; changes nothing.')
    .exitOverride()
    .action(async () => {
      const equal = say(
        await behindBar(open, (house, readModels, onProgress) =>
          verifyProjections(house.log, readModels, onProgress),
        ),
      );
      if (!equal) process.exitCode = 1;
    });
