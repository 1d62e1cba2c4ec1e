/**
 * What a bundle gives to say: a `fault` cost a whole file or the rest of it, a `problem` cost one row, a `notice`
 * cost nothing. A `refusal` is a good row that a rule of the journal refused; what is `vanished` from the bundle
 * stands in the journal as it stood.
 */
export interface Finding {
  readonly severity: 'fault' | 'problem' | 'refusal' | 'vanished' | 'notice';
  /** Name in the bundle, `results.csv`. */
  readonly file: string;
  /** The line on which the row begins, from 1; missing when the whole file is meant. */
  readonly line?: number;
  readonly column?: string;
  /** The cell as written, shortened; never shown for free text, which may be personal. */
  readonly value?: string;
  readonly message: string;
}

const SHOWN_CHARACTERS = 80;

/** Shortens a cell for display. */
export const shown = (cell: string): string =>
  cell.length > SHOWN_CHARACTERS ? `${cell.slice(0, SHOWN_CHARACTERS)}…` : cell;

/** Everything found in one bundle, in the order of reading; grows while results stream. */
export class Findings {
  readonly list: Finding[] = [];
  readonly #told = new Set<string>();

  add(finding: Finding): void {
    this.list.push(finding);
  }

  /** Adds a finding only the first time something is said under this key. */
  once(key: string, finding: Finding): void {
    const name = `${finding.file}\n${key}`;
    if (this.#told.has(name)) return;
    this.#told.add(name);
    this.list.push(finding);
  }
}
