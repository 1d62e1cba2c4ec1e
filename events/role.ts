/**
 * What a person may be at a college, in the words of five regulations (R-ROLE-01…10).
 * A role is not a position: a department head may hold any of them (T-36).
 */
export const ROLES = [
  'director',
  'deputyDirector',
  'journalAdministrator',
  'journalAdministratorReadOnly',
  'departmentHead',
  'academicOfficeHead',
  'academicOfficeSecretary',
  'hrSpecialist',
  'methodologist',
  'scheduler',
  'substitutionOperator',
  'teacher',
  'substituteTeacher',
  'practicalTrainingInstructor',
  'groupCurator',
  'thesisSupervisor',
  'practiceSupervisor',
  'student',
  'legalGuardian',
  'trustedPerson',
  'technicalSpecialist',
  'inspector',
  'auditor',
] as const;

/** One of the roles of the college. */
export type Role = (typeof ROLES)[number];
