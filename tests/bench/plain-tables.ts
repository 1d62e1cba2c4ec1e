import { Pool } from 'pg';

/** The schema of the plain tables. */
export const PLAIN = 'plain';

/** What stands in a cell. */
export interface PlainCell {
  readonly studentId: string;
  readonly lessonId: string;
  readonly value: string | null;
  readonly attendance: string;
  readonly revision: number;
  readonly classified: string;
  readonly changedAt: string;
}

const TABLES = `
CREATE SCHEMA ${PLAIN};
SET search_path = ${PLAIN};
CREATE TABLE study_group (id uuid PRIMARY KEY, name text NOT NULL);
CREATE TABLE course_unit (id uuid PRIMARY KEY, title text NOT NULL);
CREATE TABLE journal (
  id uuid PRIMARY KEY,
  group_id uuid NOT NULL REFERENCES study_group,
  course_unit_id uuid NOT NULL REFERENCES course_unit
);
CREATE TABLE student (id uuid PRIMARY KEY, group_id uuid NOT NULL REFERENCES study_group);
CREATE TABLE lesson (id uuid PRIMARY KEY, journal_id uuid NOT NULL REFERENCES journal, place int NOT NULL);
CREATE TABLE mark (
  journal_id uuid NOT NULL REFERENCES journal,
  student_id uuid NOT NULL REFERENCES student,
  lesson_id uuid NOT NULL REFERENCES lesson,
  value text,
  attendance text NOT NULL,
  revision int NOT NULL,
  classified text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (student_id, journal_id, lesson_id)
);
CREATE INDEX ON journal (group_id);
CREATE INDEX ON journal (course_unit_id);
CREATE INDEX ON student (group_id);
CREATE INDEX ON lesson (journal_id);
CREATE INDEX ON mark (journal_id);
CREATE INDEX ON mark (lesson_id);
INSERT INTO study_group VALUES (gen_random_uuid(), 'ИС-11');
INSERT INTO course_unit VALUES (gen_random_uuid(), 'Алгебра');`;

/** What a page is in plain tables. */
export interface PlainPage {
  readonly journal: string;
  readonly students: readonly string[];
  readonly lessons: readonly string[];
  readonly cells: readonly PlainCell[];
}

/** Puts pages into six plain tables with the indexes that their queries want. */
export const fillPlainTables = async (url: string, ...pages: readonly PlainPage[]): Promise<void> => {
  const pool = new Pool({ connectionString: url, max: 1 });
  await pool.query(TABLES);
  for (const { journal, students, lessons, cells } of pages) {
    await pool.query('INSERT INTO journal SELECT $1, g.id, u.id FROM study_group g, course_unit u', [
      journal,
    ]);
    await pool.query('INSERT INTO student SELECT s, g.id FROM study_group g, unnest($1::uuid[]) s', [
      students,
    ]);
    await pool.query(
      'INSERT INTO lesson SELECT l, $2, n FROM unnest($1::uuid[]) WITH ORDINALITY AS listed (l, n)',
      [lessons, journal],
    );
    await pool.query(
      `INSERT INTO mark SELECT $1, c."studentId", c."lessonId", c.value, c.attendance, c.revision, c.classified, c."changedAt"
       FROM jsonb_to_recordset($2::jsonb) AS c("studentId" uuid, "lessonId" uuid, value text, attendance text,
         revision int, classified text, "changedAt" timestamptz)`,
      [journal, JSON.stringify(cells)],
    );
  }
  await pool.query('VACUUM ANALYZE');
  await pool.end();
};

const HISTORY = `
SET search_path = ${PLAIN};
CREATE TABLE mark_history (
  id bigserial PRIMARY KEY,
  student_id uuid NOT NULL,
  lesson_id uuid NOT NULL,
  old_value text,
  new_value text,
  changed_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON mark_history (student_id);
CREATE FUNCTION note_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ${PLAIN}.mark_history (student_id, lesson_id, old_value, new_value)
  VALUES (coalesce(NEW.student_id, OLD.student_id), coalesce(NEW.lesson_id, OLD.lesson_id), OLD.value, NEW.value);
  RETURN NULL;
END $$;
CREATE TRIGGER history AFTER INSERT OR UPDATE OR DELETE ON mark FOR EACH ROW EXECUTE FUNCTION note_mark()`;

/** Lets a trigger write one row of history for each change of a mark. */
export const addHistory = async (url: string): Promise<void> => {
  const pool = new Pool({ connectionString: url, max: 1 });
  await pool.query(HISTORY);
  await pool.end();
};
