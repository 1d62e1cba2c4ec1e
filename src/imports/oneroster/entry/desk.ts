import type { PlainDate } from '../../../policies/calendar.ts';
import type { RunningCollege } from '../../../runtime/college.ts';
import type { Bundle } from '../bundle.ts';
import type { Located } from '../record-kind.ts';
import type { FileName } from '../standard.ts';
import type { Clerk, Entered } from './clerk.ts';
import type { Ids } from './ids.ts';
import type { Known } from './known.ts';
import type { Tally } from './tally.ts';

/** All that stands on the desk while a bundle is entered. */
export interface Desk {
  readonly college: RunningCollege;
  readonly today: PlainDate;
  readonly bundle: Bundle;
  readonly id: Ids;
  /** What stood in the journal before. */
  readonly known: Known;
  readonly clerk: Clerk;
  readonly tally: Tally;
  /** Why something is changed: stands in every correction. */
  readonly reason: string;
  /** Rows that have been dealt with, for the progress bar. */
  readonly onRow: () => void;
}

/** Commands in flight at once: enough to fill a batch of the log while the next one is decided. */
export const IN_FLIGHT = 256;

/** The rows of a table that are in force. The others create nothing: known or not, they are reported. */
export function* inForce<Row extends Located>(
  { tally, onRow }: Desk,
  table: FileName,
  rows: ReadonlyMap<string, Row>,
  isKnown: (row: Row) => boolean,
): Generator<Row> {
  for (const row of rows.values()) {
    if (row.status === 'active') {
      yield row;
      continue;
    }
    onRow();
    if (isKnown(row)) tally.isGone(table, `its row says ${row.status}; the journal keeps it`, row);
    else tally.notice(table, row, 'status', `says ${row.status}, and was not taken over`);
  }
}

/** Counts what a command came to for its row; tells whether it was accepted. */
export const booked = (
  { tally }: Desk,
  [table, row]: readonly [FileName, Located],
  entered: Entered,
  became: 'recorded' | 'corrected',
  what: string,
): boolean => {
  if (entered.refusal) tally.refused(table, row, entered.refusal, what);
  else tally.count(table, entered.hasChanged ? became : 'unchanged');
  return entered.refusal === null;
};
