import { BundleFile, type FileReport } from './bundle-file.ts';
import type { Source } from './byte-source.ts';
import { Findings, type Finding } from './finding.ts';
import { readManifest } from './manifest.ts';
import type { AnyRecord, Located, RecordKind, RecordOf } from './record-kind.ts';
import { readRecords } from './records.ts';
import { academicSessions, type AcademicSession } from './records/academic-session.ts';
import { categories, type Category } from './records/category.ts';
import { classes, type Class } from './records/class.ts';
import { courses, type Course } from './records/course.ts';
import { enrollments, type Enrollment } from './records/enrollment.ts';
import { lineItems, type LineItem } from './records/line-item.ts';
import { orgs, type Org } from './records/org.ts';
import { results, type Result } from './records/result.ts';
import { roles, type Role } from './records/role.ts';
import { users, type User } from './records/user.ts';
import { checkReferences, type ReadTable } from './references.ts';
import type { FileName, Version } from './standard.ts';

type Table<T> = ReadonlyMap<string, T>;

/** A bundle that has been read: every record is valid, and what it depends on is there. */
export interface Bundle {
  readonly version: Version;
  readonly orgs: Table<Org>;
  readonly academicSessions: Table<AcademicSession>;
  readonly courses: Table<Course>;
  readonly classes: Table<Class>;
  readonly users: Table<User>;
  /** Empty in version 1.1, where the role stands with the user. */
  readonly roles: Table<Role>;
  readonly enrollments: Table<Enrollment>;
  readonly categories: Table<Category>;
  readonly lineItems: Table<LineItem>;
  /** Streams the results, and adds to `findings` and `files` as it goes: read it once, to its end. */
  results(): AsyncGenerator<Result>;
  readonly files: ReadonlyMap<FileName, FileReport>;
  /** In the order of reading. */
  readonly findings: readonly Finding[];
}

class BundleReader {
  readonly findings = new Findings();
  readonly files = new Map<FileName, BundleFile>();
  readonly #tables = new Map<FileName, ReadTable>();
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  async begin(): Promise<Version> {
    const { version, tables } = await readManifest(this.#source, this.findings);
    for (const [table, found] of tables)
      this.files.set(table, new BundleFile(table, found, version, this.findings));
    return version;
  }

  async table<K extends RecordKind>(kind: K): Promise<Table<RecordOf<K>>> {
    const file = this.#file(kind);
    const records = new Map<string, RecordOf<K>>();
    if (file.mode !== 'absent')
      for await (const record of readRecords(kind, this.#source, file)) records.set(record.sourcedId, record);
    // Entered first: sessions, orgs and users also name rows of their own table.
    this.#tables.set(kind.file, { file, records });
    this.#dropDangling(kind, file, records);
    return records;
  }

  async *stream<K extends RecordKind>(kind: K): AsyncGenerator<RecordOf<K>> {
    const file = this.#file(kind);
    if (file.mode === 'absent') return;
    const mayStay = checkReferences(kind, file, this.#tables);
    for await (const record of readRecords(kind, this.#source, file)) {
      if (mayStay(record)) yield record;
      else this.#drop(file, record);
    }
  }

  #file({ file }: RecordKind): BundleFile {
    const found = this.files.get(file);
    if (!found) throw new Error(`The manifest lists no ${file}.`);
    return found;
  }

  #dropDangling(kind: RecordKind, file: BundleFile, records: Map<string, AnyRecord>): void {
    const mayStay = checkReferences(kind, file, this.#tables);
    for (const record of records.values()) {
      if (mayStay(record)) continue;
      records.delete(record.sourcedId);
      this.#drop(file, record);
    }
  }

  #drop(file: BundleFile, { sourcedId }: Located): void {
    file.kept -= 1;
    file.leaveOut(sourcedId);
  }
}

/**
 * Reads a bundle: the roster at once, results when asked for. Content never makes it throw: what is wrong
 * is among the findings, and everything else is there. Throws `SourceUnreadable`; the source stays open.
 */
export async function readBundle(source: Source): Promise<Bundle> {
  const reader = new BundleReader(source);
  const version = await reader.begin();
  return {
    version,
    // Each table after those it refers to.
    orgs: await reader.table(orgs),
    academicSessions: await reader.table(academicSessions),
    courses: await reader.table(courses),
    classes: await reader.table(classes),
    users: await reader.table(users),
    roles: await reader.table(roles),
    enrollments: await reader.table(enrollments),
    categories: await reader.table(categories),
    lineItems: await reader.table(lineItems),
    results: () => reader.stream(results),
    files: reader.files,
    findings: reader.findings.list,
  };
}
