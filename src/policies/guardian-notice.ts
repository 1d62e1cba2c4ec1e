import { plusDays, type PlainDate } from './calendar.ts';

const DAYS_OF_WEEK = 7;

/** How a guardian is told: in the journal, or by a printout on paper. */
export type NoticeForm = 'electronic' | 'paper';

/** What is known of a guardian's wish. */
export interface GuardianWish {
  /** Since when a written statement declines electronic access; `null` where there is none. */
  readonly declinedOn: PlainDate | null;
  /** When the last printout was handed over. */
  readonly lastPrintout: PlainDate | null;
}

/**
 * How a guardian is told on a day: who declined electronic access in writing gets nothing electronic from that day on
 * (R-MSG-12, T-40). Only a written statement counts, whatever was said or never opened.
 */
export const noticeForm = ({ declinedOn }: GuardianWish, day: PlainDate): NoticeForm =>
  declinedOn !== null && declinedOn <= day ? 'paper' : 'electronic';

/** Until when the next printout is due; `null` where none is (R-REP-26, T-40). */
export const printoutDue = (
  rule: { readonly everyWeeks: number } | null,
  { declinedOn, lastPrintout }: GuardianWish,
): PlainDate | null =>
  rule === null || declinedOn === null
    ? null
    : plusDays(
        lastPrintout !== null && lastPrintout > declinedOn ? lastPrintout : declinedOn,
        DAYS_OF_WEEK * rule.everyWeeks,
      );
