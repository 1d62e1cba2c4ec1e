import type { Role } from '../../events/role.ts';

/** Who holds an account, by the role it may carry; every other role is for staff (T-37). */
export const LEARNER_HOLDERS: Readonly<Partial<Record<Role, 'student' | 'guardian'>>> = {
  student: 'student',
  legalGuardian: 'guardian',
  trustedPerson: 'guardian',
};

/** Pedagogical staff: a regulation may say who gives them their roles (R-ROLE-07). */
const PEDAGOGICAL = new Set<Role>(['teacher', 'practicalTrainingInstructor', 'groupCurator']);

/** Whether a role is one of pedagogical staff. */
export const isPedagogical = (role: Role): boolean => PEDAGOGICAL.has(role);

/** Those who keep the journal and those who watch over it: one person alone makes neither (four eyes). */
const FOUR_EYES = new Set<Role>(['journalAdministrator', 'auditor']);

/** Whether a role is in force only once a second person has confirmed it. */
export const needsSecondPerson = (role: Role): boolean => FOUR_EYES.has(role);

/** Whether somebody is a second person beside the one who proposed: the one rule of every four-eyes step. */
export const isSecondPerson = (account: string, proposedBy: string): boolean => account !== proposedBy;

/** The director appoints those responsible for the journal (R-ROLE-08), and nobody else. */
const APPOINTED = new Set<Role>(['journalAdministrator', 'journalAdministratorReadOnly']);

/** Named by administrators alone; a deputy names other staff (R-ROLE-07). */
const RESERVED = new Set<Role>([...FOUR_EYES, 'journalAdministratorReadOnly', 'director']);

/** Whether one role may give or take another: what a role gives is less than all there is (R-ROLE-06…08). */
export const mayGive = (giver: Role, role: Role): boolean => {
  switch (giver) {
    case 'journalAdministrator':
      return true;
    case 'director':
      return APPOINTED.has(role);
    case 'deputyDirector':
      return !RESERVED.has(role) && !(role in LEARNER_HOLDERS);
    default:
      return false;
  }
};
