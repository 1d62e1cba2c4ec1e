import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartFault } from '../../start-fault.ts';

/** Texts by their SHA-256, as graphql-codegen writes them. */
const ByHash = z.record(z.string().regex(/^[0-9a-f]{64}$/u), z.string());

/** The same as Apollo's own tool writes it. */
const Apollo = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  operations: z.array(z.object({ id: z.string(), body: z.string() })),
});

const Manifest = z.union([
  ByHash,
  Apollo.transform(({ operations }): Record<string, string> =>
    Object.fromEntries(operations.map(({ id, body }) => [id, body])),
  ),
]);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The documents of one manifest. Throws `StartFault` where it is none, or where a text has another hash than it stands under. */
export const readManifest = async (file: string): Promise<Readonly<Record<string, string>>> => {
  const read = Manifest.safeParse(parsed(await readFile(file, 'utf8')));
  if (!read.success)
    throw new StartFault(
      `${file} is no manifest of documents: it must hold {"<SHA-256 of a text>": "<the text>"}, or the manifest of Apollo’s generator.`,
    );
  const wrong = Object.entries(read.data).find(([digest, text]) => hash('sha256', text) !== digest);
  if (wrong)
    throw new StartFault(`${file} is not to be trusted: the text under ${wrong[0]} has another SHA-256.`);
  return read.data;
};

/** The manifests of a folder, by name. Throws `StartFault` where there is no such folder. */
export const manifestsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder).catch((error: unknown) => {
    throw new StartFault(`The folder ${folder} of DOCUMENTS_DIR can not be read.`, { cause: error });
  });
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
};
