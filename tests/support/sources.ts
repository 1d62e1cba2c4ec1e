import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program's own sources beneath some folders, by their path in the project. */
export const sourceOf = async (
  ...folders: readonly string[]
): Promise<readonly { readonly file: string; readonly text: string }[]> => {
  const files = await Array.fromAsync(
    glob(
      folders.map((folder) => `${folder}/**/*.ts`),
      { cwd: root },
    ),
  );
  return await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(`${root}/${file}`, 'utf8') })),
  );
};
