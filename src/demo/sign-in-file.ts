import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../database/error-code.ts';
import type { Instant } from '../policies/calendar.ts';

/** A one-time link for an account. */
export interface SignInLink {
  /** The origin of the college. */
  readonly college: string;
  readonly role: string;
  readonly name: string;
  readonly code: string;
  readonly until: Instant;
}

const FOLDER = 'demo';
const FILE = 'sign-in.txt';
const BAR = ' | ';

const HEAD = [
  'One-time links of the demo: each signs one person in, once. Used and expired ones are replaced at the next start.',
  '',
];

/** The address that signs in with a code: it stands after the #, so no request carries it. */
export const addressOf = (origin: string, code: string): string => `${origin}/graphiql#code=${code}`;

const lineOf = (origin: string, { college, role, name, code, until }: SignInLink): string =>
  [college, role, name, addressOf(origin, code), `until ${until}`].join(BAR);

const linkIn = (line: string): readonly SignInLink[] => {
  const [college, role, name, address, until] = line.split(BAR);
  const code = address?.split('#code=')[1];
  return college && role && name && code && until
    ? [{ college, role, name, code, until: until.replace('until ', '') }]
    : [];
};

/** The links of an earlier start; none where there is no file. */
export const readLinks = async (dataDir: string): Promise<readonly SignInLink[]> => {
  try {
    const text = await readFile(join(dataDir, FOLDER, FILE), 'utf8');
    return text.split('\n').flatMap(linkIn);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
};

/** Replaces the file at once, so that nobody reads half of it; mode 0600 in a folder of mode 0700. Returns its path. */
export const writeLinks = async (
  dataDir: string,
  origin: string,
  links: readonly SignInLink[],
): Promise<string> => {
  const folder = join(dataDir, FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, FILE);
  const text = [...HEAD, ...links.map((link) => lineOf(origin, link)), ''].join('\n');
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
  return path;
};
