import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SourceUnreadable, type Source } from '../../../src/imports/oneroster/byte-source.ts';
import { openSource } from '../../../src/imports/oneroster/source.ts';
import { folderOf, readAll, removeFolders, SMALL, temporaryFolder, zipOf } from './small-bundle.ts';

afterAll(removeFolders);

const textOf = async (source: Source, name: string): Promise<string> =>
  Buffer.concat(await Array.fromAsync(source.read(name))).toString();

describe('a source', () => {
  it('gives the same records from a folder and from a zip', async () => {
    const folder = await readAll(await folderOf(SMALL));
    const zip = await readAll(await zipOf(SMALL));
    expect(zip.findings).toEqual([]);
    expect(zip.resultsRead).toEqual(folder.resultsRead);
    expect(zip.users).toEqual(folder.users);
  });

  it('finds the bundle inside the folder that an archiver packed around it', async () => {
    const packed = Object.fromEntries(Object.entries(SMALL).map(([name, text]) => [`autumn/${name}`, text]));
    const bundle = await readAll(await zipOf({ ...packed, '__MACOSX/autumn/._users.csv': 'clutter' }));
    expect(bundle.users.size).toBe(2);
    expect(bundle.findings).toEqual([]);
  });

  it('may read a file of a zip again', async () => {
    const source = await openSource(await zipOf({ 'orgs.csv': 'a,b\n' }));
    expect(await textOf(source, 'orgs.csv')).toBe('a,b\n');
    expect(await textOf(source, 'orgs.csv')).toBe('a,b\n');
    await source.close();
  });

  it.each([
    ['a path that does not exist', () => '/nowhere/bundle.zip', /does not exist/],
    [
      'a file that is no zip',
      async () => join(await folderOf({ 'a.zip': 'no zip' }), 'a.zip'),
      /not a readable zip/,
    ],
    ['a path that leads out of the archive', () => zipOf({ '../users.csv': 'x' }), /not a safe zip/],
    ['an absolute path', () => zipOf({ '/etc/users.csv': 'x' }), /not a safe zip/],
    ['two bundles in one zip', () => zipOf({ 'a/users.csv': 'x', 'b/users.csv': 'x' }), /several folders/],
  ])('refuses %s in one clear sentence', async (_, path, sentence) => {
    const opening = openSource(await path());
    await expect(opening).rejects.toThrow(SourceUnreadable);
    await expect(opening).rejects.toThrow(sentence);
  });

  it('refuses a zip bomb before unpacking it', async () => {
    const path = await zipOf({ 'users.csv': 'a'.repeat(100_000) });
    await expect(openSource(path, { bytes: 50_000, files: 10 })).rejects.toThrow(/unpack to more than/);
    await expect(openSource(path, { bytes: 200_000, files: 0 })).rejects.toThrow(
      /holds 1 files, more than 0/,
    );
  });

  it('refuses a zip whose content is longer than it states', async () => {
    const path = await zipOf({ 'users.csv': 'a'.repeat(100_000) });
    const bytes = await readFile(path);
    // The uncompressed size in the central directory, the only one readers may trust.
    bytes.writeUInt32LE(1000, bytes.indexOf('PK\u0001\u0002') + 24);
    await writeFile(path, bytes);
    const source = await openSource(path, { bytes: 50_000, files: 10 });
    await expect(textOf(source, 'users.csv')).rejects.toThrow(SourceUnreadable);
    await source.close();
  });

  it('refuses a zip whose content does not match its checksum', async () => {
    const path = join(await temporaryFolder(), 'bundle.zip');
    const bytes = await readFile(await zipOf({ 'users.csv': 'sourcedId\n' }));
    bytes.writeUInt32LE(1, bytes.indexOf('PK\u0001\u0002') + 16);
    await writeFile(path, bytes);
    const source = await openSource(path);
    await expect(textOf(source, 'users.csv')).rejects.toThrow(/damaged at users.csv: wrong checksum/);
    await source.close();
  });
});
