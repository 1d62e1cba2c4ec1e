import type { GradebookPage } from '../projections/gradebook/page.ts';
import type { AttestationRow, CellRow } from '../projections/gradebook/rows.ts';
import { globalId } from './global-id.ts';
import type {
  Gradebook,
  GradebookAttestation,
  GradebookCell,
  GradebookColumns,
  GradebookLine,
  GradebookRow,
} from './nouns/gradebook.ts';
import { journalOf } from './nouns/journal.ts';
import { lessonOf } from './nouns/lesson.ts';

const valueOf = ({ marks }: CellRow): string | null =>
  marks.length === 0 ? null : marks.map(({ value }) => value).join('/');

/** A cell as the API shows it. */
export const cellOf = (cell: CellRow, lessonId: string): GradebookCell => ({
  lessonId,
  value: valueOf(cell),
  marks: cell.marks,
  revision: cell.markRevision,
  attendance: cell.attendance,
  classified: cell.classified,
  hoursMissed: cell.hoursMissed,
  minutesLate: cell.minutesLate,
  changedAt: cell.changedAt,
});

/** An attestation as the API shows it. */
export const attestationOf = ({
  original,
  current,
  heldOn,
  repeats,
  revision,
}: AttestationRow): GradebookAttestation => ({
  original,
  current,
  heldOn,
  repeats: repeats.length,
  revision,
});

const lineOf = (
  studentId: string,
  lessons: readonly string[],
  cells: ReadonlyMap<string, CellRow>,
): GradebookLine => {
  const own = lessons.map((lesson) => cells.get(lesson));
  // Frozen lists are serialised once for all who ask.
  return {
    studentId,
    values: Object.freeze(own.map((cell) => (cell ? valueOf(cell) : null))),
    attendance: Object.freeze(own.map((cell) => cell?.attendance ?? 'none')),
    classified: Object.freeze(own.map((cell) => cell?.classified ?? 'unclassified')),
    revisions: Object.freeze(own.map((cell) => cell?.markRevision ?? -1)),
    changedAt: Object.freeze(own.map((cell) => cell?.changedAt ?? null)),
  };
};

/** Puts a page into the shapes of the API: rows for people, columns for screens. */
const shaped = ({ page, lessons, roster, cells, attestations }: GradebookPage): Gradebook => {
  const lessonIds = lessons.map(({ lesson }) => lesson);
  const encoded = new Map(lessonIds.map((lesson) => [lesson, globalId('Lesson', lesson)]));
  const byStudent = Map.groupBy(cells, ({ student }) => student);
  const attested = new Map(attestations.map((row) => [row.student, row]));

  const rows: GradebookRow[] = [];
  const lines: GradebookLine[] = [];
  for (const { student } of roster) {
    const studentId = globalId('Student', student);
    const own = new Map((byStudent.get(student) ?? []).map((cell) => [cell.lesson, cell]));
    const attestation = attested.get(student);
    rows.push({
      uuid: student,
      studentId,
      cells: lessonIds.flatMap((lesson) => {
        const cell = own.get(lesson);
        return cell ? [cellOf(cell, encoded.get(lesson) ?? '')] : [];
      }),
      attestation: attestation ? attestationOf(attestation) : null,
    });
    lines.push(lineOf(studentId, lessonIds, own));
  }
  const columns: GradebookColumns = { lessonIds: Object.freeze([...encoded.values()]), lines };
  return { journal: journalOf(page), revision: page.revision, lessons: lessons.map(lessonOf), rows, columns };
};

const known = new WeakMap<GradebookPage, Gradebook>();

/** A page as the API shows it; the same page read again is not shaped again. */
export const gradebookOf = (page: GradebookPage): Gradebook => {
  const found = known.get(page);
  if (found) return found;
  // Frozen: what was answered from it may be answered again.
  const gradebook = Object.freeze(shaped(page));
  known.set(page, gradebook);
  return gradebook;
};
