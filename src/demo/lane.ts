import type { Command } from '../decisions/register.ts';

/**
 * Which commands of one instant must follow each other: those in the same lane. Lanes follow the streams that a
 * command writes to, so commands in different lanes run side by side and meet no conflict.
 */
export const laneOf = ({ type, data }: Command): string => {
  switch (type) {
    case 'RecordMark':
    case 'CorrectMark':
    case 'WithdrawMark':
    case 'AnnounceAbsence':
    case 'RecordAbsence':
    case 'RecordLateArrival':
    case 'CancelAbsence':
    case 'ClassifyAbsence':
      return `${data.lesson}.${data.student}`;
    case 'TakeAttendance':
      return data.lesson;
    case 'CheckAttendanceWeek':
      return data.group;
    case 'RecordAttestationMark':
    case 'CorrectAttestationMark':
    case 'RecordRepeatAttestation':
    case 'RegisterStudent':
    case 'RecordBirthDate':
      return data.student;
    case 'AssignTeacher':
    case 'ConductLesson':
    case 'AssignHomework':
    case 'AssignTeachingLoad':
      return data.journal;
    // A group keeps a list of its pages.
    case 'OpenJournal':
      return data.group ?? data.journal;
    case 'OpenAccount':
    case 'GrantRole':
    case 'ConfirmRoleGrant':
    case 'EstablishGuardianship':
    case 'AssignPosition':
    case 'RecordContacts':
      return data.account;
    default:
      return 'one by one';
  }
};
