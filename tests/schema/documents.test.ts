import { hash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { print } from 'graphql';
import { PageMarksDocument } from '../../schema/documents/documents.ts';
import { emitted } from '../../schema/documents/emitted.ts';
import { buildGradeLedgerSchema } from '../../schema/schema.ts';
import { trustedDocuments } from '../../src/server/documents/trusted.ts';

const own = fileURLToPath(new URL('../../schema/documents/', import.meta.url));
const schema = buildGradeLedgerSchema();

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradeledger-documents-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const PAGE = 'query Page($id: ID!) { journal(id: $id) { id courseUnit { title } } }';
const manifest = (text: string) => JSON.stringify({ [hash('sha256', text)]: text });

describe('the documents of the screens', () => {
  it('are typed and listed as their sources say', async () => {
    for (const [name, text] of await emitted(own)) expect(await readFile(join(own, name), 'utf8')).toBe(text);
  });

  it('all fit the schema and the limits, and are found by the hash of what a client prints', async () => {
    const { byHash } = await trustedDocuments(schema, { only: true, folder: null });
    expect(byHash.size).toBeGreaterThanOrEqual(20);
    const found = byHash.get(hash('sha256', print(PageMarksDocument)));
    expect(found?.operation.name?.value).toBe('PageMarks');
    expect(PageMarksDocument).toMatchObject({ __meta__: { hash: found?.hash } });
  });
});

describe('the documents of a front end of one’s own', () => {
  it('are typed and listed by the same command', async () => {
    await writeFile(join(folder, 'page.graphql'), PAGE);
    const files = await emitted(folder);
    expect(files.get('documents.ts')).toContain('export const PageDocument');
    await writeFile(join(folder, 'manifest.json'), files.get('manifest.json') ?? '');
    const { byHash } = await trustedDocuments(schema, { only: true, folder });
    expect([...byHash.values()].map(({ operation }) => operation.name?.value)).toContain('Page');
  });

  it('are refused as a whole where one does not fit the schema', async () => {
    await writeFile(join(folder, 'page.graphql'), '{ journal(id: "x") { colour } }');
    await expect(emitted(folder)).rejects.toThrow(/colour/u);
  });

  it.each([
    [manifest(PAGE), undefined],
    [
      JSON.stringify({
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [{ id: hash('sha256', PAGE), name: 'Page', type: 'query', body: PAGE }],
      }),
      undefined,
    ],
    ['{', /manifest.json is no manifest of documents/u],
    ['[]', /is no manifest of documents/u],
    [JSON.stringify({ [hash('sha256', 'x')]: PAGE }), /is not to be trusted: the text under/u],
    [manifest('{ colour }'), /does not fit this server: .*colour/u],
    [manifest('{'), /does not fit this server: Syntax Error/u],
    [manifest('query A { viewer { today } } query B { viewer { today } }'), /one operation, and no more/u],
    [manifest(`{ ${'viewer { today } '.repeat(11)} }`), /11 root fields, at most 10/u],
  ])(
    'from the manifest %# are taken, or refused with a sentence when the server starts',
    async (text, sentence) => {
      await writeFile(join(folder, 'manifest.json'), text);
      const opening = trustedDocuments(schema, { only: true, folder });
      if (sentence) await expect(opening).rejects.toThrow(sentence);
      else expect((await opening).byHash.has(hash('sha256', PAGE))).toBe(true);
    },
  );

  it('are missed in one sentence where there is no such folder', async () => {
    await expect(trustedDocuments(schema, { only: true, folder: join(folder, 'none') })).rejects.toThrow(
      /of DOCUMENTS_DIR can not be read/u,
    );
  });
});
