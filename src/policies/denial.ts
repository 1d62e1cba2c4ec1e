import type { Role } from '../../events/role.ts';
import type { Capability } from './access.ts';
import type { ParameterKey } from './regulation/parameters.ts';
import type { Regulation, Rule } from './regulation/regulation.ts';

/** The parameter that says what a role may edit in the journal, for those who mostly look on (T-13, T-50). */
const JOURNAL_EDIT: Readonly<Partial<Record<Role, ParameterKey>>> = {
  deputyDirector: 'deputy.journalEdit',
  departmentHead: 'departmentHead.journalEdit',
  groupCurator: 'curator.journalEdit',
};

/** Entries in the journal: what is recorded of lessons, attendance and results. */
const ENTRIES = new Set<Capability>([
  'absence.record',
  'attestation.record',
  'attestation.repeat',
  'courseWork.record',
  'demonstrationExam.record',
  'lesson.conduct',
  'mark.record',
]);

/**
 * The clause by which a regulation expressly keeps a role from an entry, if there is one: it beats every grant
 * of the table of rights. Silence keeps nobody from anything; there the table alone decides.
 */
export const denialOf = (regulation: Regulation, role: Role, capability: Capability): Rule | null => {
  const parameter = JOURNAL_EDIT[role];
  if (!parameter || !ENTRIES.has(capability)) return null;
  const origin = regulation.settings.get(parameter)?.origin;
  if (origin !== 'stated' && origin !== 'changed') return null;
  // Curators with absences to themselves keep those; nobody here ever edits marks.
  if (regulation.value(parameter) === 'absencesOnly' && capability === 'absence.record') return null;
  return regulation.value(parameter) === null ? null : regulation.rule(parameter);
};

/** Whether a regulation may have something to say about a role and a capability at all. */
export const mayBeDenied = (role: Role, capability: Capability): boolean =>
  role in JOURNAL_EDIT && ENTRIES.has(capability);
