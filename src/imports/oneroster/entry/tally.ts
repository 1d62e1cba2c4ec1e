import type { Refusal, RefusalCode } from '../../../decisions/refusal.ts';
import type { Bundle } from '../bundle.ts';
import { Findings, shown, type Finding } from '../finding.ts';
import type { Located } from '../record-kind.ts';
import type { FileName } from '../standard.ts';

/** What became of the good rows of a table. */
export interface RowCounts {
  /** New in the journal. */
  recorded: number;
  /** Changed what stood there. */
  corrected: number;
  /** Stood there already. */
  unchanged: number;
  /** Gave nothing to record: a result without a score, a person with no part in the journal. */
  empty: number;
  refused: number;
}

const none = (): RowCounts => ({ recorded: 0, corrected: 0, unchanged: 0, empty: 0, refused: 0 });

const factsOf = ({ facts }: Refusal): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');

/** Counts what became of every row, and keeps what there is to say about some. */
export class Tally {
  readonly rows = new Map<FileName, RowCounts>();
  readonly refusals = new Map<RefusalCode, number>();
  vanished = 0;
  readonly #findings = new Findings();
  readonly #files: Bundle['files'];

  constructor(files: Bundle['files']) {
    this.#files = files;
  }

  get findings(): readonly Finding[] {
    return this.#findings.list;
  }

  /** The sum over all tables. */
  get total(): RowCounts {
    const total = none();
    for (const counts of this.rows.values())
      for (const [name, count] of Object.entries(counts) as [keyof RowCounts, number][]) total[name] += count;
    return total;
  }

  count(table: FileName, became: keyof RowCounts): void {
    this.rows.getOrInsertComputed(table, none)[became] += 1;
  }

  /** The row cannot become anything in the journal. */
  problem(table: FileName, { line }: Located, column: string, message: string, value?: string): void {
    const cell = value === undefined ? {} : { value: shown(value) };
    this.#findings.add({ severity: 'problem', file: this.#file(table), line, column, ...cell, message });
  }

  /** Something was done otherwise than the row says. */
  notice(table: FileName, { line }: Located, column: string, message: string): void {
    this.#findings.add({ severity: 'notice', file: this.#file(table), line, column, message });
  }

  /** Something is so for many rows of a table: said at the first, once. */
  noticeOnce(table: FileName, { line }: Located, column: string, message: string): void {
    const finding = { severity: 'notice', file: this.#file(table), line, column, message } as const;
    this.#findings.once(message, finding);
  }

  /** A rule refused the row; `what` says where it was to go. */
  refused(table: FileName, { line }: Located, refusal: Refusal, what: string): void {
    this.count(table, 'refused');
    this.refusals.set(refusal.code, (this.refusals.get(refusal.code) ?? 0) + 1);
    const facts = factsOf(refusal);
    const message = `${refusal.code}${facts && ` (${facts})`}: ${what}`;
    this.#findings.add({ severity: 'refusal', file: this.#file(table), line, message });
  }

  /** Something is gone from the bundle, or to be deleted by it: it stays in the journal as it is. */
  isGone(table: FileName, message: string, row?: Located): void {
    this.vanished += 1;
    const place = row && { line: row.line };
    this.#findings.add({ severity: 'vanished', file: this.#file(table), ...place, message });
  }

  #file(table: FileName): string {
    return this.#files.get(table)?.name ?? `${table}.csv`;
  }
}
