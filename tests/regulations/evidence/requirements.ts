/** `npm run requirements`: prints which test shows which requirement, writes it down, and fails where something is missing. */
import { writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { COLUMNS, type TableName } from './catalogue.ts';
import { catalogueOf } from './document.ts';
import { readDocument, readEvidence, tableFile } from './evidence.ts';
import { failures, standings } from './judge.ts';
import { asMarkdown, asText, tally } from './report.ts';
import { toTsv } from './tsv.ts';

const at = (file: string) => new URL(`../${file}`, import.meta.url);
const catalogue = catalogueOf(readDocument());

for (const name of Object.keys(COLUMNS) as TableName[])
  writeFileSync(at(tableFile(name)), toTsv<string>(COLUMNS[name], catalogue[name]));

const evidence = readEvidence();
const all = standings(evidence);
writeFileSync(
  at('coverage.md'),
  await format(asMarkdown(all), { parser: 'markdown', printWidth: 110, proseWrap: 'never' }),
);
console.log(asText(all));
const wrong = failures(evidence);
for (const failure of wrong) console.error(failure);
console.log(`\n${tally(all)}; ${wrong.length} failures`);
process.exitCode = wrong.length > 0 ? 1 : 0;
