import { shown, type Findings } from './finding.ts';
import type { FileName, Mode, Version } from './standard.ts';

/** How far a table has been read, and what came of it; `results` count up while they stream. */
export interface FileReport {
  /** As the bundle spells it. */
  readonly name: string;
  readonly mode: Mode;
  readonly bytes: number;
  readonly bytesRead: number;
  /** Rows read, blank ones not counted: `kept + leftOut`. */
  readonly rows: number;
  readonly kept: number;
  readonly leftOut: number;
  /** Whether the id of every row is known, so that what a bulk table does not hold is truly gone. */
  readonly isComplete: boolean;
  /** Records whose row was left out: they exist, but are not known. */
  readonly leftOutIds: ReadonlySet<string>;
}

/** One table of a bundle while it is read: where its findings go, and its counts. */
export class BundleFile implements FileReport {
  readonly table: FileName;
  readonly name: string;
  readonly mode: Mode;
  readonly version: Version;
  readonly bytes: number;
  bytesRead = 0;
  kept = 0;
  leftOut = 0;
  /** Whether reading came to the end of the file. */
  wasRead = false;
  readonly leftOutIds = new Set<string>();
  readonly #findings: Findings;
  #isFaulty = false;
  #hasNamelessRows = false;

  constructor(
    table: FileName,
    found: { readonly name: string; readonly mode: Mode; readonly bytes: number },
    version: Version,
    findings: Findings,
  ) {
    this.table = table;
    this.name = found.name;
    this.mode = found.mode;
    this.bytes = found.bytes;
    this.version = version;
    this.#findings = findings;
  }

  get rows(): number {
    return this.kept + this.leftOut;
  }

  get isComplete(): boolean {
    return this.wasRead && !this.#hasNamelessRows;
  }

  /** Sets the counts back, for another reading. */
  restart(): void {
    this.bytesRead = this.kept = this.leftOut = 0;
    this.wasRead = this.#isFaulty = this.#hasNamelessRows = false;
  }

  /** Reading came to the end of the file. */
  finish(): void {
    this.wasRead = !this.#isFaulty;
  }

  /** The file, or the rest of it, is not read. */
  fault(message: string, line?: number, column?: string): void {
    this.#isFaulty = true;
    const place = { ...(line !== undefined && { line }), ...(column !== undefined && { column }) };
    this.#findings.add({ severity: 'fault', file: this.name, ...place, message });
  }

  /** Something is wrong with a row; `leaveOut` says that it is lost. */
  problem(message: string, line: number, column?: string, value?: string): void {
    const place = {
      ...(column !== undefined && { column }),
      ...(value !== undefined && { value: shown(value) }),
    };
    this.#findings.add({ severity: 'problem', file: this.name, line, ...place, message });
  }

  /** Said once per file and message. */
  notice(message: string, line?: number, column?: string, value?: string): void {
    const place = {
      ...(column !== undefined && { column }),
      ...(value !== undefined && { value: shown(value) }),
    };
    const found = {
      severity: 'notice',
      file: this.name,
      ...(line !== undefined && { line }),
      ...place,
    } as const;
    this.#findings.once(`${column ?? ''}\n${value ?? ''}\n${message}`, { ...found, message });
  }

  /** Counts a row that is lost, under its id where that can be read. */
  leaveOut(sourcedId?: string): void {
    this.leftOut += 1;
    if (sourcedId) this.leftOutIds.add(sourcedId);
    else this.#hasNamelessRows = true;
  }
}
