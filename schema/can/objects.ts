import type { Command } from '../../src/decisions/register.ts';
import { AttestationSheet } from '../attestation-sheets.ts';
import { uuidOf } from '../global-id.ts';
import { AttestationPeriod } from '../nouns/attestation-period.ts';
import { Erasure } from '../nouns/erasure.ts';
import { Lesson } from '../nouns/lesson.ts';
import { RegulationChange } from '../nouns/regulation-change.ts';
import { PendingRoleGrant } from '../nouns/role-grant.ts';
import { ProposedEditWindowGrant } from '../proposed-window-grants.ts';
import { StudentChangeRequest } from '../student-change-requests.ts';
import { defineCan } from './define-can.ts';
import { cellActions } from './lesson-cells.ts';
import { WHY } from './why.ts';

const lessonOf = ({ id, journalId }: Lesson) => ({
  journal: uuidOf('Journal', journalId),
  lesson: uuidOf('Lesson', id),
});

const lessonCan = defineCan({
  noun: Lesson,
  name: 'LessonCan',
  actions: {
    ...cellActions,
    conduct: {
      description: 'Record that it took place.',
      policy: { capability: 'lesson.conduct' },
      command: (lesson): Command => ({
        type: 'ConductLesson',
        data: {
          ...lessonOf(lesson),
          deliveryForm: lesson.deliveryForm,
          workTypes: ['lessonWork'],
          topic: WHY,
          planItem: null,
          attendanceBasis: null,
          workTopics: {},
        },
      }),
    },
    assignHomework: {
      description: 'Write down homework.',
      policy: { capability: 'lesson.conduct' },
      command: (lesson): Command => ({
        type: 'AssignHomework',
        data: { ...lessonOf(lesson), homework: WHY, dueOn: null, manner: null, pages: null },
      }),
    },
    cancel: {
      description: 'Cancel it, with a reason.',
      policy: { capability: 'lesson.schedule' },
      command: (lesson): Command => ({ type: 'CancelLesson', data: { ...lessonOf(lesson), reason: WHY } }),
    },
  },
});

const attestationPeriodCan = defineCan({
  noun: AttestationPeriod,
  name: 'AttestationPeriodCan',
  actions: {
    lock: {
      description: 'Lock it.',
      policy: { capability: 'period.lock' },
      command: ({ id }): Command => ({
        type: 'LockAttestationPeriod',
        data: { period: uuidOf('AttestationPeriod', id), reason: null },
      }),
    },
    reopen: {
      description: 'Open it again, with a reason.',
      policy: { capability: 'period.lock' },
      fresh: true,
      command: ({ id }): Command => ({
        type: 'ReopenAttestationPeriod',
        data: { period: uuidOf('AttestationPeriod', id), reason: WHY },
      }),
    },
  },
});

const attestationSheetCan = defineCan({
  noun: AttestationSheet,
  name: 'AttestationSheetCan',
  actions: {
    complete: {
      description: 'Complete it.',
      policy: { capability: 'attestation.record' },
      command: ({ journalId }): Command => ({
        type: 'CompleteAttestationSheet',
        data: { journal: uuidOf('Journal', journalId) },
      }),
    },
  },
});

const proposedGrantCan = defineCan({
  noun: ProposedEditWindowGrant,
  name: 'ProposedEditWindowGrantCan',
  actions: {
    confirm: {
      description: 'Confirm it as the second person.',
      policy: { capability: 'window.confirm' },
      fresh: true,
      command: ({ row }): Command => ({ type: 'ConfirmEditWindowGrant', data: { grant: row.grant } }),
    },
    decline: {
      description: 'Decline it, with a reason.',
      policy: { capability: 'window.confirm' },
      command: ({ row }): Command => ({
        type: 'DeclineEditWindowGrant',
        data: { grant: row.grant, reason: WHY },
      }),
    },
  },
});

const pendingRoleCan = defineCan({
  noun: PendingRoleGrant,
  name: 'PendingRoleGrantCan',
  actions: {
    confirm: {
      description: 'Confirm it as the second person.',
      policy: { capability: 'role.confirm' },
      fresh: true,
      command: ({ row: { account, grant } }): Command => ({
        type: 'ConfirmRoleGrant',
        data: { account, grant },
      }),
    },
    decline: {
      description: 'Decline it, with a reason.',
      policy: { capability: 'role.confirm' },
      command: ({ row: { account, grant } }): Command => ({
        type: 'DeclineRoleGrant',
        data: { account, grant, reason: WHY },
      }),
    },
  },
});

const regulationChangeCan = defineCan({
  noun: RegulationChange,
  name: 'RegulationChangeCan',
  actions: {
    confirm: {
      description: 'Confirm it as the second person.',
      policy: { capability: 'regulation.confirm' },
      fresh: true,
      command: ({ state: { change } }): Command => ({ type: 'ConfirmRegulationChange', data: { change } }),
    },
    decline: {
      description: 'Decline it, with a reason.',
      policy: { capability: 'regulation.confirm' },
      command: ({ state: { change } }): Command => ({
        type: 'DeclineRegulationChange',
        data: { change, reason: WHY },
      }),
    },
  },
});

const studentChangeCan = defineCan({
  noun: StudentChangeRequest,
  name: 'StudentChangeRequestCan',
  actions: {
    accept: {
      description: 'Accept it; where an order is needed, the refusal says so until one is named.',
      policy: { capability: 'student.move' },
      command: ({ row: { request } }): Command => ({
        type: 'AcceptStudentChange',
        data: { request, order: null },
      }),
    },
    decline: {
      description: 'Decline it, with a reason.',
      policy: { capability: 'student.move' },
      command: ({ row: { request } }): Command => ({
        type: 'DeclineStudentChange',
        data: { request, reason: WHY },
      }),
    },
  },
});

const erasureCan = defineCan({
  noun: Erasure,
  name: 'ErasureCan',
  actions: {
    approve: {
      description: 'Agree to it.',
      policy: { capability: 'erasure.approve' },
      fresh: true,
      command: ({ id }): Command => ({ type: 'ApproveErasure', data: { erasure: uuidOf('Erasure', id) } }),
    },
    decline: {
      description: 'Leave standing what was not destroyed yet.',
      policy: { capability: 'erasure.approve' },
      command: ({ id }): Command => ({
        type: 'DeclineErasure',
        data: { erasure: uuidOf('Erasure', id), basis: 'retentionRequired' },
      }),
    },
  },
});

/** The field `can` of every noun that has one. A new one is one more line. */
export const objectVerdicts = [
  ...lessonCan,
  ...attestationPeriodCan,
  ...attestationSheetCan,
  ...proposedGrantCan,
  ...pendingRoleCan,
  ...regulationChangeCan,
  ...studentChangeCan,
  ...erasureCan,
];
