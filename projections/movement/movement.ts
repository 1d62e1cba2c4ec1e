import { defineProjection, projected } from '../definition.ts';
import { personal } from '../personal.ts';
import { nameHandlers } from './apply-names.ts';
import { divisionHandlers, requestHandlers } from './apply-requests.ts';
import { groupMovementHandlers, movementHandlers, stayHandlers } from './apply.ts';
import { studentChangeRequest, subgroupDivision } from './table-requests.ts';
import { groupMovement, studentMovement, studentName, studentStay } from './table.ts';

/** The movement of the student body, and who is in it on any day. */
export const movement = defineProjection({
  name: 'movement',
  version: 1,
  tables: [
    projected(studentMovement, movementHandlers, [
      personal('special', 'student', ['reason', 'annulmentReason']),
    ]),
    projected(groupMovement, groupMovementHandlers, [personal('special', 'group', ['annulmentReason'])]),
    projected(studentName, nameHandlers, [
      personal('identity', 'student', ['familyName', 'givenName', 'patronymic']),
    ]),
    projected(studentStay, stayHandlers),
    projected(studentChangeRequest, requestHandlers, [
      personal('identity', ['student', 'request'], ['familyName', 'givenName', 'patronymic']),
      personal('special', ['student', 'request'], ['details', 'answer']),
    ]),
    projected(subgroupDivision, divisionHandlers),
  ],
});
