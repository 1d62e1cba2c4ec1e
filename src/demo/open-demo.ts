import type { Role } from '../../events/role.ts';
import type { Config } from '../config.ts';
import { systemClock, type House } from '../house.ts';
import { demoColleges } from './college.ts';
import { makeDemo } from './demo.ts';
import { progressBar } from './progress-bar.ts';
import { signInLinks, type SignInLinks } from './sign-in.ts';
import { addressOf } from './sign-in-file.ts';

/** The parts of a listening server that the demo needs. */
export interface DemoStage {
  /** Where it listens: `http://127.0.0.1:4000`. */
  readonly origin: string;
  readonly projector: { follow(college: string): void };
}

const CONNECTIONS = 2;

/** The roles whose links are shown on the screen; the others stand in the file. */
const SHOWN: readonly Role[] = ['teacher', 'journalAdministrator', 'student', 'legalGuardian', 'auditor'];

const shownLines = (origin: string, { links }: SignInLinks): readonly string[] => {
  const [first] = demoColleges;
  const shown = SHOWN.flatMap((role) =>
    links.filter((link) => link.role === role && link.college === first?.origin),
  );
  return shown.map(({ role, name, code }) => `  ${role.padEnd(21)}${name}\n    ${addressOf(origin, code)}`);
};

/**
 * Makes the demo colleges on a first start, has them projected, and says who can sign in and how. Where some other
 * college keeps its journal there is no demo, and nothing to say. Links are shown to a person at a terminal only:
 * output that is kept in a file would keep them too.
 */
export const openDemo = async (
  house: House,
  { origin, projector }: DemoStage,
  { dataDir }: Pick<Config, 'dataDir'>,
  terminal: { readonly isTTY?: boolean } = process.stdout,
): Promise<readonly string[]> => {
  const demo = new Set(demoColleges.map(({ id }) => id));
  const known = await house.colleges();
  if (known.length > 0 && !known.some(({ id }) => demo.has(id))) return [];

  const bar = progressBar(process.stderr);
  const { made } = await makeDemo({ house, now: systemClock(), onProgress: bar.show }).finally(bar.end);
  const surprises = made.flatMap((run) => run.surprises);
  for (const id of demo) projector.follow(id);
  const links = await signInLinks({
    pool: house.database.app.pool(CONNECTIONS),
    dataDir,
    origin,
    now: systemClock(),
  });
  return [
    ...surprises.map(
      ({ at, command, expected, answer }) => `Demo: ${command.type} of ${at} met ${answer}, not ${expected}.`,
    ),
    `Demo colleges: ${demoColleges.map(({ name, origin: at }) => `${name}, ${at}`).join('; ')}.`,
    ...(terminal.isTTY === true
      ? ['Each of these links signs one person in, once:', ...shownLines(origin, links)]
      : []),
    `One-time links for every role of both colleges: ${links.path}`,
    'An access token for any role: npm run --silent cli -- token --role teacher',
  ];
};
