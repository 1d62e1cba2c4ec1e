import type { Recorded } from '../../events/recorded.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import { whereaboutsHandlers } from '../whereabouts.ts';
import type { GroupMovement, MovementKind, StudentMovement, StudentStay } from './table.ts';

type Order = { readonly number: string; readonly date: string } | null;

const ordered = (order: Order) => ({ orderNumber: order?.number ?? null, orderDate: order?.date ?? null });

const blank = {
  until: null,
  fromGroup: null,
  toGroup: null,
  formOfStudy: null,
  individualCurriculum: null,
  toYear: null,
  toSemester: null,
  conditional: null,
  annulledAt: null,
  annulledBy: null,
  annulmentOrderNumber: null,
  annulmentOrderDate: null,
  annulmentReason: null,
} as const;

type Moved = Recorded & {
  readonly data: { readonly student: string; readonly order: Order };
};

/** One row for each movement, under the id of its event. */
const moved = (
  { data: { student, order }, sealed, meta, position }: Moved,
  kind: MovementKind,
  told: Pick<StudentMovement, 'on'> & Partial<StudentMovement>,
): readonly Change<StudentMovement>[] => [
  {
    key: [student, meta.id],
    next: () => ({
      ...blank,
      student,
      movement: meta.id,
      kind,
      ...ordered(order),
      reason: (sealed as { readonly reason?: string | null } | undefined)?.reason ?? null,
      recordedAt: meta.at,
      recordedBy: meta.actor.account,
      position,
      ...told,
    }),
  },
];

/** The movements of students, in the order in which they were recorded; one that was annulled stays. */
export const movementHandlers: Handlers<StudentMovement> = {
  StudentEnrolled: (event) => {
    const { group: toGroup, from: on, formOfStudy, individualCurriculum } = event.data;
    return moved(event, 'enrolment', { on, toGroup, formOfStudy, individualCurriculum });
  },
  StudentReinstated: (event) => {
    const { group: toGroup, from: on, formOfStudy, individualCurriculum } = event.data;
    return moved(event, 'reinstatement', { on, toGroup, formOfStudy, individualCurriculum });
  },
  StudentTransferred: (event) => {
    const { on, from: fromGroup, to: toGroup } = event.data;
    return moved(event, 'transfer', { on, fromGroup, toGroup });
  },
  EnrolmentTermsChanged: (event) => {
    const { on, formOfStudy, individualCurriculum } = event.data;
    return moved(event, 'termsChange', { on, formOfStudy, individualCurriculum });
  },
  StudentRenamed: (event) => moved(event, 'surnameChange', { on: event.data.on }),
  AcademicLeaveGranted: (event) => {
    const { from: on, until, group: fromGroup } = event.data;
    return moved(event, 'leave', { on, until, fromGroup });
  },
  AcademicLeaveEnded: (event) => {
    const { on, group: toGroup } = event.data;
    return moved(event, 'leaveEnd', { on, toGroup });
  },
  StudentExpelled: (event) => moved(event, 'expulsion', { on: event.data.on, fromGroup: event.data.group }),
  StudentGraduated: (event) => moved(event, 'graduation', { on: event.data.on, fromGroup: event.data.group }),
  StudentPromoted: (event) => {
    const { group, toYear, toSemester, conditional } = event.data;
    const told = { on: event.meta.occurredOn, fromGroup: group, toGroup: group };
    return moved(event, 'promotion', { ...told, toYear, toSemester, conditional });
  },
  StudentMovementAnnulled: (event) => {
    const { data, sealed, meta } = event;
    const { orderNumber, orderDate } = ordered(data.order);
    const next = (row: StudentMovement | undefined): StudentMovement => ({
      ...existing(row, event),
      annulledAt: meta.at,
      annulledBy: meta.actor.account,
      annulmentOrderNumber: orderNumber,
      annulmentOrderDate: orderDate,
      annulmentReason: sealed?.reason ?? null,
    });
    return [{ key: [data.student, data.movement], next }];
  },
};

const movedGroup = (
  { meta, position, data }: Recorded & { readonly data: { readonly group: string; readonly order: Order } },
  told: Pick<GroupMovement, 'kind' | 'on' | 'toYear' | 'toSemester' | 'students' | 'exceptions'>,
): readonly Change<GroupMovement>[] => [
  {
    key: [data.group, meta.id],
    next: () => ({
      ...told,
      group: data.group,
      movement: meta.id,
      ...ordered(data.order),
      recordedAt: meta.at,
      recordedBy: meta.actor.account,
      position,
      annulledAt: null,
      annulledBy: null,
      annulmentReason: null,
    }),
  },
];

/** The promotions and the graduation of groups. */
export const groupMovementHandlers: Handlers<GroupMovement> = {
  GroupPromoted: (event) => {
    const { toYear, toSemester, students, conditional: exceptions } = event.data;
    const on = event.meta.occurredOn;
    return movedGroup(event, { kind: 'promotion', on, toYear, toSemester, students, exceptions });
  },
  GroupGraduated: (event) => {
    const { on, students, leftOut: exceptions } = event.data;
    const told = { on, toYear: null, toSemester: null, students: students.length, exceptions };
    return movedGroup(event, { kind: 'graduation', ...told });
  },
  GroupMovementAnnulled: (event) => {
    const { data, sealed, meta } = event;
    const next = (row: GroupMovement | undefined): GroupMovement => ({
      ...existing(row, event),
      annulledAt: meta.at,
      annulledBy: meta.actor.account,
      annulmentReason: sealed?.reason ?? null,
    });
    return [{ key: [data.group, data.movement], next }];
  },
};

/** Where students study, and when they are on leave. */
export const stayHandlers: Handlers<StudentStay> = whereaboutsHandlers((whereabouts) => whereabouts);
