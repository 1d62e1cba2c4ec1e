import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import * as access from './apply-access.ts';
import * as pages from './apply-pages.ts';
import * as people from './apply-people.ts';
import * as reference from './apply.ts';
import {
  directoryPage,
  directoryPageStudent,
  groupMember,
  personStudent,
  studyGroup,
  substitution,
  teachingLoad,
} from './table-groups.ts';
import {
  groupBriefing,
  guardianDelegation,
  guardianship,
  roleGrant,
  roleProposal,
  staffPosition,
  studentMajority,
} from './table-access.ts';
import { attestationPeriod, courseUnit, directoryCollege, personAccount } from './table.ts';

/** Who and what there is at a college, and what each account's roles reach. */
export const directory = defineProjection({
  name: 'directory',
  version: 3,
  tables: [
    projected(directoryCollege, reference.collegeHandlers),
    projected(personAccount, access.accountHandlers, [
      personal('staff', 'account', ['name']),
      personal('contact', 'account', ['email', 'phone']),
    ]),
    projected(roleGrant, access.roleHandlers),
    projected(roleProposal, access.proposalHandlers),
    projected(staffPosition, access.positionHandlers),
    projected(guardianship, access.guardianshipHandlers, [personal('guardian', 'account', ['student'])]),
    projected(guardianDelegation, access.delegationHandlers, [
      personal('guardian', 'account', ['guardian', 'guardianship']),
    ]),
    projected(studentMajority, access.majorityHandlers, [access.majorityTexts]),
    projected(groupBriefing, access.briefingHandlers),
    projected(courseUnit, reference.courseUnitHandlers),
    projected(attestationPeriod, reference.periodHandlers),
    projected(personStudent, people.studentHandlers, [
      personal('identity', 'student', ['familyName', 'givenName', 'patronymic']),
    ]),
    projected(studyGroup, people.groupHandlers),
    projected(groupMember, people.memberHandlers),
    projected(directoryPage, pages.pageHandlers),
    projected(directoryPageStudent, pages.pageStudentHandlers),
    projected(teachingLoad, pages.loadHandlers),
    projected(substitution, pages.substitutionHandlers),
  ],
});
