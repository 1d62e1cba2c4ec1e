import type { PlainDate } from './calendar.ts';

/** The edit windows of a regulation from a date on, in calendar days. */
export interface EditWindowSettings {
  /** Counts the changes of the college's regulation; 0 is the default regulation. */
  readonly version: number;
  readonly effectiveFrom: PlainDate;
  readonly currentMarkDays: number;
  readonly attestationMarkDays: number;
}

/** The default regulation (003): 21 days for current marks, 31 for attestation marks (R-MRK-05, R-PA-02). */
export const DEFAULT_EDIT_WINDOWS: EditWindowSettings = {
  version: 0,
  effectiveFrom: '0001-01-01',
  currentMarkDays: 21,
  attestationMarkDays: 31,
};

/** The rules of a regulation that decide, by parameter, with the clause each comes from. */
export const CLAUSES = {
  'currentMark.editWindowDays': '003 §3.3 L89',
  'attestation.editWindowDays': '003 §3.3 L90',
  'attestation.entryDeadline': '003 §3.4 L112',
  'attestation.allowedMarks': '003 §3.3 L91-94',
  'attestation.repeatRecorded': '003 §3.3 L84',
  'attendance.entryDeadline': '003 §3.3 L95',
  'attendance.announcedAbsence': '003 §3.3 L96',
  'attendance.excuseClassifier': '003 App. 2',
  'teacher.scope': '000 §3.2.2 L46',
  'substitution.recorded': '004 §4.5.2 L312',
  'promotion.groupRollover': '004 §4.6.2 L411',
} as const;

/** A parameter of the regulation that some rule reads. */
export type Parameter = keyof typeof CLAUSES;

/** The settings in force on a date: the latest that took effect by then (T-48: never retroactive). */
export const settingsOn = (settings: readonly EditWindowSettings[], date: PlainDate): EditWindowSettings =>
  settings.reduce(
    (found, next) => (next.effectiveFrom <= date && next.version > found.version ? next : found),
    DEFAULT_EDIT_WINDOWS,
  );
