import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the site stands once it is made; no part of the project's sources. */
export const SITE = join(root, 'schema', 'reference', 'site');

/** The files of a site, by the path behind `/docs/`. */
export const FILES: Readonly<Record<string, string>> = {
  '': 'index.html',
  'javascripts/spectaql.min.js': 'javascripts/spectaql.min.js',
  'stylesheets/spectaql.min.css': 'stylesheets/spectaql.min.css',
};

const STAMP = 'schema.sha256';

/** Whether the site in a folder was made from this schema. */
export const isSiteOf = async (folder: string, sdl: string): Promise<boolean> =>
  (await readFile(join(folder, STAMP), 'utf8').catch(() => '')) === hash('sha256', sdl);

/**
 * Makes the site of a schema by SpectaQL, in a process of its own; it appears whole or not at all. Throws
 * what the tool said when it failed, as where development packages are not installed.
 */
export const buildSite = async (sdl: string): Promise<void> => {
  await mkdir(join(root, 'schema', 'reference'), { recursive: true });
  const draft = await mkdtemp(join(root, 'schema', 'reference', 'draft-'));
  try {
    const source = join(draft, 'schema.graphql');
    await writeFile(source, sdl);
    const tool = join(root, 'node_modules', 'spectaql', 'bin', 'spectaql.js');
    const child = spawn(
      process.execPath,
      [tool, '.config/spectaql.yml', '--schema-file', source, '--target-dir', draft],
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => said.push(text));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`The reference could not be made: ${said.join('').slice(-500)}`);
    const page = join(draft, 'index.html');
    // Browsers ask for an icon where a page names none.
    const html = (await readFile(page, 'utf8')).replace('<head>', '<head><link rel="icon" href="data:," />');
    await writeFile(page, html);
    await rm(source);
    await writeFile(join(draft, STAMP), hash('sha256', sdl));
    await rm(SITE, { recursive: true, force: true });
    await rename(draft, SITE);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};
