import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../../../', import.meta.url);

/** A text file of the project, by its path from the root. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** The files under some folders whose names end in one of the given ways, in alphabetical order. */
export const filesUnder = (folders: readonly string[], endings: readonly string[]): readonly TextFile[] =>
  folders
    .flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${folder}/${file}`,
      ),
    )
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(new URL(path, root), 'utf8') }));
