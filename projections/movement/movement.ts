import { defineProjection, projected } from '../definition.ts';
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
    projected(studentMovement, movementHandlers),
    projected(groupMovement, groupMovementHandlers),
    projected(studentName, nameHandlers),
    projected(studentStay, stayHandlers),
    projected(studentChangeRequest, requestHandlers),
    projected(subgroupDivision, divisionHandlers),
  ],
});
