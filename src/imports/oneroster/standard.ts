/** The versions of the OneRoster CSV binding that are read. */
export type Version = '1.1' | '1.2';

/** Whether a table is there, and whether it is the whole of it or only what changed. */
export type Mode = 'absent' | 'bulk' | 'delta';

/** The tables the journal reads, in the order in which they may refer to each other. */
export const FILES_READ = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'users',
  'roles',
  'enrollments',
  'categories',
  'lineItems',
  'results',
] as const;

/** A table the journal reads, without `.csv`. */
export type FileName = (typeof FILES_READ)[number];

/** Tables of the standard the journal has no use for; personal ones are thereby never read. */
export const FILES_IGNORED = [
  'demographics',
  'resources',
  'classResources',
  'courseResources',
  'userResources',
  'userProfiles',
  'scoreScales',
  'lineItemScoreScales',
  'resultScoreScales',
  'lineItemLearningObjectiveIds',
  'resultLearningObjectiveIds',
] as const;
