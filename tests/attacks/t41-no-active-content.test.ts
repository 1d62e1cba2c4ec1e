import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isEnumType } from 'graphql';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { foundCollege, type College } from '../support/college.ts';
import { exported, fetchExport } from '../support/exporting.ts';
import { serveHouse, type ServedHouse } from '../support/served-house.ts';

/*
 * Attack T41: a PDF that runs a script or calls home. No PDF is made here, nor any other file that can hold active content:
 * these tests hold that it stays so, and whoever adds one meets them first.
 */
const root = join(import.meta.dirname, '..', '..');
const ACTIVE = /application\/pdf|\.pdf\b|\.docx?\b|\.xlsm?\b|\.rtf\b|\.svg\b|image\/svg/iu;

let served: ServedHouse;
let college: College;
beforeAll(async () => {
  served = await serveHouse();
  college = await foundCollege(served);
});
afterAll(() => served.close());

describe('attack T41: active content in a file', () => {
  it('has no format to hide in: exports are lines of text', () => {
    const format = buildGradeLedgerSchema().getType('ExportFormat');
    const names = isEnumType(format) ? format.getValues().map(({ name }) => name) : [];
    expect(names).toEqual(['CSV', 'JSON_LINES']);
  });

  it('has no library that would write it, and no source that names such a file', async () => {
    const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
    };
    const shipped = Object.entries(packages).flatMap(([path, { dev }]) => (dev === true ? [] : [path]));
    expect(shipped.filter((path) => /pdf|docx|xlsx|exceljs|puppeteer/iu.test(path))).toEqual([]);
    const sources: string[] = [];
    for (const folder of ['src', 'schema'])
      for (const name of await readdir(join(root, folder), { recursive: true }))
        if (name.endsWith('.ts') && ACTIVE.test(await readFile(join(root, folder, name), 'utf8')))
          sources.push(join(folder, name));
    expect(sources).toEqual([]);
  });

  it.each(['CSV', 'JSON_LINES'] as const)(
    'a file of %s is fetched to be kept, never opened as a page',
    async (format) => {
      const auditor = college.as('auditor');
      const { path } = await exported(auditor, { format });
      const { headers } = await fetchExport(served, auditor, path);
      expect(headers.get('content-type')).toMatch(/^(?:text\/csv|application\/(?:jsonl|x-ndjson))/u);
      expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/u);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    },
  );
});
