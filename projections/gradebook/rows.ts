import type { RowOf } from '../definition.ts';
import type {
  gradebookAttestation,
  gradebookCell,
  gradebookLesson,
  gradebookPage,
  gradebookRoster,
} from './table.ts';

/** One page of the journal. */
export type PageRow = RowOf<typeof gradebookPage>;

/** A column of the page: a lesson. */
export type LessonRow = RowOf<typeof gradebookLesson>;

/** A line of the page: a student and the days on the page. */
export type RosterRow = RowOf<typeof gradebookRoster>;

/** Where a line and a column meet: marks and attendance. */
export type CellRow = RowOf<typeof gradebookCell>;

/** The attestation of a student on the page. */
export type AttestationRow = RowOf<typeof gradebookAttestation>;
