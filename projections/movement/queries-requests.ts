import type { Scope } from '../../src/policies/scope.ts';
import type { Reader } from '../reader.ts';
import { within } from '../within.ts';
import type { StudentChangeRequest, SubgroupDivision } from './table-requests.ts';

/** What was asked for about students of one's own, or of the college; the oldest first. */
export const studentChangeRequests = async (
  reader: Reader,
  scope: Scope,
  status: StudentChangeRequest['status'] | undefined,
): Promise<readonly StudentChangeRequest[]> =>
  await reader
    .selectFrom('student_change_request as r')
    .where('r.college', '=', scope.college)
    .$if(status !== undefined, (query) => query.where('r.status', '=', status ?? 'open'))
    .where((eb) => within(scope, { groups: [eb.ref('r.group')], students: [eb.ref('r.student')] }))
    .select(['r.request', 'r.kind', 'r.status', 'r.student', 'r.group', 'r.toGroup', 'r.on'])
    .select(['r.familyName', 'r.givenName', 'r.patronymic', 'r.details', 'r.requestedAt', 'r.requestedBy'])
    .select(['r.answeredAt', 'r.answeredBy', 'r.answer'])
    .orderBy('r.requestedAt')
    .orderBy('r.request')
    .limit(500)
    .execute();

/** How a group was or is to be divided, the latest first. */
export const subgroupDivisions = async (
  reader: Reader,
  scope: Scope,
  group: string,
): Promise<readonly SubgroupDivision[]> => {
  const pages = reader
    .selectFrom('directory_page as p')
    .where('p.college', '=', scope.college)
    .where((eb) => within(scope, { journals: [eb.ref('p.journal')] }))
    .select('p.group');
  return await reader
    .selectFrom('subgroup_division as d')
    .where('d.college', '=', scope.college)
    .where('d.group', '=', group)
    .where((eb) => eb.or([within(scope, { groups: [eb.ref('d.group')] }), eb('d.group', 'in', pages)]))
    .select(['d.division', 'd.group', 'd.parts', 'd.agreed', 'd.proposedAt', 'd.assignedFrom'])
    .orderBy('d.proposedAt', 'desc')
    .orderBy('d.division')
    .execute();
};
