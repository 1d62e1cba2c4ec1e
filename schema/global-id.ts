import { validate } from 'uuid';
import { problem } from './errors/problem.ts';

/** The types that have an id of their own. */
export type NodeType =
  | 'AbsenceCorrection'
  | 'Account'
  | 'Activity'
  | 'Assignment'
  | 'AttestationPeriod'
  | 'BellSchedule'
  | 'Building'
  | 'ControlWork'
  | 'Council'
  | 'CourseUnit'
  | 'Curriculum'
  | 'Department'
  | 'EditWindowGrant'
  | 'Erasure'
  | 'Export'
  | 'Finding'
  | 'GroupMeasure'
  | 'GroupMovement'
  | 'GuardianDelegation'
  | 'Guardianship'
  | 'Journal'
  | 'JournalControl'
  | 'Lesson'
  | 'Outage'
  | 'RegulationChange'
  | 'RoleGrant'
  | 'Room'
  | 'StaffPosition'
  | 'Student'
  | 'StudentChangeRequest'
  | 'StudentMovement'
  | 'StudyGroup'
  | 'StudyStream'
  | 'SubgroupDivision'
  | 'ThematicPlan'
  | 'ThematicPlanItem'
  | 'Timetable'
  | 'TimetableEntry'
  | 'TopicDebt'
  | 'Webhook';

/** The opaque id of a thing: base64url of `Type:uuid`. */
export const globalId = (type: NodeType, uuid: string): string =>
  Buffer.from(`${type}:${uuid}`, 'latin1').toString('base64url');

/** The id of a thing, or null where there is none. */
export const globalIdOrNull = (type: NodeType, uuid: string | null | undefined): string | null =>
  uuid === null || uuid === undefined ? null : globalId(type, uuid);

/** What an id names, or null for a text that is no id of ours. */
export const parseGlobalId = (id: string): { readonly type: string; readonly uuid: string } | null => {
  const [type = '', uuid = ''] = Buffer.from(id, 'base64url').toString('latin1').split(':');
  return validate(uuid) && uuid === uuid.toLowerCase() ? { type, uuid } : null;
};

/** The UUID behind an id of the given type; anything else is a malformed input. */
export const uuidOf = (type: NodeType, id: string): string => {
  const parsed = parseGlobalId(id);
  if (parsed?.type === type) return parsed.uuid;
  throw problem('ID_OF_ANOTHER_TYPE', { given: id.slice(0, 80), type });
};

/** The same, where the id may be left out. */
export const uuidOrNull = (type: NodeType, id: string | null | undefined): string | null =>
  id === null || id === undefined ? null : uuidOf(type, id);

/** The same, as a filter takes it: `undefined` narrows nothing. */
export const uuidIfGiven = (type: NodeType, id: string | null | undefined): string | undefined =>
  uuidOrNull(type, id) ?? undefined;
