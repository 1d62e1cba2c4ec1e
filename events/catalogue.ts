import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sampleBody, sampleName } from './catalogue/sample.ts';
import { catalogueTable, withTable } from './catalogue/table.ts';
import { definitions } from './register.ts';

// `npm run catalogue`: writes the samples that are missing, freezes them, and renews the table of the README.
// A sample that is there is never touched: it is what a log out in the world may hold.

const at = (file: string) => new URL(file, import.meta.url);

const frozen = JSON.parse(readFileSync(at('samples/frozen.json'), 'utf8')) as Record<string, string>;
for (const definition of definitions) {
  const name = sampleName(definition.type, definition.version);
  const file = at(`samples/${name}`);
  if (existsSync(file)) continue;
  const sample = `${sampleBody(definition)}\n`;
  writeFileSync(file, sample);
  frozen[name] = createHash('sha256').update(sample).digest('hex');
}
const inOrder = Object.entries(frozen).toSorted(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(at('samples/frozen.json'), `${JSON.stringify(Object.fromEntries(inOrder), null, 2)}\n`);

const readme = readFileSync(at('README.md'), 'utf8');
writeFileSync(at('README.md'), withTable(readme, catalogueTable(definitions)));
