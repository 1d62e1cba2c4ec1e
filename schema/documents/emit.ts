/**
 * `npm run documents`: types the documents of this folder for front ends, and lists them by hash for servers that take
 * no others. `-- --check` writes nothing, and fails where a file is not what it would write; `-- <folder>` does the same
 * for the documents of a front end of one's own.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emitted } from './emitted.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});
const own = fileURLToPath(new URL('.', import.meta.url));
const folder = resolve(positionals[0] ?? own);

const stale: string[] = [];
for (const [name, text] of await emitted(folder)) {
  const file = join(folder, name);
  if (!values.check) await writeFile(file, text);
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file);
}
if (stale.length > 0) {
  console.error(`Not what the documents say: ${stale.join(', ')}. Run \`npm run documents\`.`);
  process.exitCode = 1;
}
