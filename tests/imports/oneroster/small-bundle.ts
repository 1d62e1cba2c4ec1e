import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { readBundle, type Bundle } from '../../../src/imports/oneroster/bundle.ts';
import type { Result } from '../../../src/imports/oneroster/records/result.ts';
import { openSource } from '../../../src/imports/oneroster/source.ts';

/** Files of a bundle by name; `undefined` takes one out of the small bundle. */
export type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** One class with a teacher, a student, one piece of work and its result; version 1.2, all in bulk. */
export const SMALL: Files = {
  'manifest.csv': [
    'propertyName,value',
    'manifest.version,1.0',
    'oneroster.version,1.2',
    ...['academicSessions', 'categories', 'classes', 'courses', 'enrollments'].map(
      (name) => `file.${name},bulk`,
    ),
    ...['lineItems', 'orgs', 'results', 'roles', 'users'].map((name) => `file.${name},bulk`),
  ].join('\n'),
  'orgs.csv': 'sourcedId,name,type\ncollege,Колледж,school\n',
  'academicSessions.csv':
    'sourcedId,title,type,startDate,endDate\nautumn,Осень,semester,2026-09-01,2026-12-31\n',
  'courses.csv': 'sourcedId,title,courseCode,orgSourcedId\nmaths,Математика,ОУД.03,college\n',
  'classes.csv':
    'sourcedId,title,courseSourcedId,schoolSourcedId,termSourcedIds\nm-21,М-21,maths,college,autumn\n',
  'users.csv': 'sourcedId,givenName,familyName\nteacher,Анна,Орлова\nstudent,Иван,Петров\n',
  'roles.csv': 'sourcedId,userSourcedId,role\nr1,teacher,teacher\nr2,student,student\n',
  'enrollments.csv':
    'sourcedId,classSourcedId,userSourcedId,role\ne1,m-21,teacher,teacher\ne2,m-21,student,student\n',
  'categories.csv': 'sourcedId,title\ntest,Контрольная\n',
  'lineItems.csv': 'sourcedId,title,classSourcedId,categorySourcedId\nwork-1,Работа 1,m-21,test\n',
  'results.csv':
    'sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n' +
    'one,work-1,student,fully graded,78,2026-10-19\n',
};

const folders: string[] = [];

/** An empty folder that `removeFolders` takes away. */
export async function temporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'oneroster-'));
  folders.push(path);
  return path;
}

/** Takes away what the tests of a file wrote. */
export async function removeFolders(): Promise<void> {
  for (const path of folders.splice(0)) await rm(path, { recursive: true });
}

/** Writes files as a folder and gives its path. */
export async function folderOf(files: Files): Promise<string> {
  const path = await temporaryFolder();
  for (const [name, content] of Object.entries(files))
    if (content !== undefined) await writeFile(join(path, name), content);
  return path;
}

/** Writes files as a zip and gives its path. */
export async function zipOf(files: Files): Promise<string> {
  const path = join(await temporaryFolder(), 'bundle.zip');
  const entries = Object.entries(files).flatMap(([name, content]) =>
    content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  await writeFile(path, zipSync(Object.fromEntries(entries)));
  return path;
}

/** A bundle read to the end of its results. */
export interface WholeBundle extends Bundle {
  readonly resultsRead: readonly Result[];
}

/** Reads the bundle at a path, results and all. */
export async function readAll(path: string): Promise<WholeBundle> {
  const source = await openSource(path);
  const bundle = await readBundle(source);
  const resultsRead = await Array.fromAsync(bundle.results());
  await source.close();
  return { ...bundle, resultsRead };
}

/** Reads the small bundle with some files replaced. */
export async function readSmall(changes: Files = {}): Promise<WholeBundle> {
  return readAll(await folderOf({ ...SMALL, ...changes }));
}
