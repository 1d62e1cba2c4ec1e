/** What lies above what, where a value is no number; every grade lies above having none. */
const RANK: Readonly<Record<string, number>> = {
  fail: 0,
  academicDebt: 2,
  notAttested: 2,
  validReasonNonAttendance: 2,
  grade3: 3,
  grade4: 4,
  grade5: 5,
};

const UNPASSED: ReadonlySet<string> = new Set([
  'academicDebt',
  'notAttested',
  'validReasonNonAttendance',
  'fail',
]);

const rankOf = (value: string): number => RANK[value] ?? Number(value);

/** Whether a correction gave a better mark or result than stood there; a pass and a grade cannot be compared. */
export const isRaise = (from: string, to: string): boolean => {
  if (to === 'pass') return UNPASSED.has(from);
  return from !== 'pass' && rankOf(to) > rankOf(from);
};
