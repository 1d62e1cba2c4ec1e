import { defineProjection, projected } from '../definition.ts';
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
  attestationPeriod,
  courseUnit,
  directoryCollege,
  guardianship,
  personAccount,
  roleGrant,
} from './table.ts';

/** Who and what there is at a college, and what each account's roles reach. */
export const directory = defineProjection({
  name: 'directory',
  version: 1,
  tables: [
    projected(directoryCollege, reference.collegeHandlers),
    projected(personAccount, reference.accountHandlers),
    projected(roleGrant, reference.roleHandlers),
    projected(guardianship, reference.guardianshipHandlers),
    projected(courseUnit, reference.courseUnitHandlers),
    projected(attestationPeriod, reference.periodHandlers),
    projected(personStudent, people.studentHandlers),
    projected(studyGroup, people.groupHandlers),
    projected(groupMember, people.memberHandlers),
    projected(directoryPage, pages.pageHandlers),
    projected(directoryPageStudent, pages.pageStudentHandlers),
    projected(teachingLoad, pages.loadHandlers),
    projected(substitution, pages.substitutionHandlers),
  ],
});
