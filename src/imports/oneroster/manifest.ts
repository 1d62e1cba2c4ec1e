import type { Source } from './byte-source.ts';
import type { Findings } from './finding.ts';
import { readRows } from './rows.ts';
import { FILES_IGNORED, FILES_READ, type FileName, type Mode, type Version } from './standard.ts';

/** What a bundle says it holds, compared with what is there. */
export interface Manifest {
  readonly version: Version;
  readonly tables: ReadonlyMap<FileName, FoundTable>;
}

/** A table and its file. */
export interface FoundTable {
  /** As the bundle spells it. */
  readonly name: string;
  readonly mode: Mode;
  readonly bytes: number;
}

type Properties = ReadonlyMap<string, { readonly value: string; readonly line: number }>;

const FILE = 'manifest.csv';
const isMode = (word: string): word is Mode => word === 'absent' || word === 'bulk' || word === 'delta';
const isVersion = (word: string): word is Version => word === '1.1' || word === '1.2';

/** The first row of a file, lower case; nothing when it has none. */
async function headerOf(source: Source, name: string): Promise<readonly string[]> {
  for await (const { cells } of readRows(
    () => source.read(name),
    () => undefined,
  ))
    return cells.map((cell) => cell.trim().toLowerCase());
  return [];
}

/** Version 1.2 moved the roles of users to a table of their own. */
async function guessVersion(source: Source, names: ReadonlyMap<string, string>): Promise<Version> {
  if (names.has('roles.csv')) return '1.2';
  const users = names.get('users.csv');
  return users === undefined || (await headerOf(source, users)).includes('role') ? '1.1' : '1.2';
}

async function propertiesOf(source: Source, name: string, findings: Findings): Promise<Properties> {
  const properties = new Map<string, { value: string; line: number }>();
  const broken = (line: number): void => {
    findings.add({
      severity: 'problem',
      file: name,
      line,
      message: 'a quote opened in this line is never closed',
    });
  };
  const rows = readRows(
    () => source.read(name),
    ({ line }) => {
      broken(line);
    },
  );
  for await (const { line, cells } of rows)
    properties.set((cells[0] ?? '').trim().toLowerCase(), {
      value: (cells[1] ?? '').trim().toLowerCase(),
      line,
    });
  return properties;
}

async function versionOf(
  source: Source,
  names: ReadonlyMap<string, string>,
  said: Properties,
  findings: Findings,
) {
  const stated = said.get('oneroster.version');
  if (stated && isVersion(stated.value)) return stated.value;
  const guess = await guessVersion(source, names);
  const why = said.size === 0 ? 'there is no manifest' : 'it states no version that is known';
  const message = `${why}; the columns look like version ${guess}`;
  const place = stated && { line: stated.line, column: 'oneroster.version', value: stated.value };
  findings.add({ severity: 'notice', file: names.get(FILE) ?? FILE, ...place, message });
  return guess;
}

function modeOf(table: FileName, isThere: boolean, said: Properties, findings: Findings): Mode {
  const file = `${table}.csv`;
  const stated = said.get(`file.${table.toLowerCase()}`);
  if (!stated) {
    if (isThere && said.size > 0)
      findings.add({
        severity: 'notice',
        file,
        message: 'the manifest does not name the file; it was read as bulk',
      });
    return isThere ? 'bulk' : 'absent';
  }
  const { value, line } = stated;
  const where = { file: FILE, line, column: `file.${table}`, value };
  if (!isMode(value)) {
    findings.add({
      severity: 'fault',
      ...where,
      message: 'is none of absent, bulk, delta; the file was not read',
    });
    return 'absent';
  }
  if (value !== 'absent' && !isThere)
    findings.add({ severity: 'fault', ...where, message: 'the file is promised but is not there' });
  if (value === 'absent' && isThere)
    findings.add({
      severity: 'notice',
      ...where,
      message: 'the file is there but said to be absent; it was not read',
    });
  return isThere ? value : 'absent';
}

function noticeUnread(names: ReadonlyMap<string, string>, findings: Findings): void {
  const ignored = new Set(FILES_IGNORED.map((table) => `${table}.csv`.toLowerCase()));
  const read = new Set([FILE, ...FILES_READ.map((table) => `${table}.csv`.toLowerCase())]);
  for (const [lower, file] of names) {
    if (read.has(lower) || !lower.endsWith('.csv')) continue;
    const message = ignored.has(lower) ? 'the journal has no use for the file' : 'is no file of the standard';
    findings.add({ severity: 'notice', file, message: `${message}; it was not read` });
  }
}

/** Reads `manifest.csv`; without one, every table that is there counts as bulk and the version is guessed. */
export async function readManifest(source: Source, findings: Findings): Promise<Manifest> {
  const names = new Map(Array.from(source.files.keys(), (name) => [name.toLowerCase(), name]));
  const name = names.get(FILE);
  const said = name === undefined ? new Map<string, never>() : await propertiesOf(source, name, findings);
  const version = await versionOf(source, names, said, findings);
  const tables = new Map<FileName, FoundTable>();
  for (const table of FILES_READ) {
    const file = names.get(`${table}.csv`.toLowerCase());
    const mode = modeOf(table, file !== undefined, said, findings);
    tables.set(table, { name: file ?? `${table}.csv`, mode, bytes: source.files.get(file ?? '') ?? 0 });
  }
  noticeUnread(names, findings);
  return { version, tables };
}
