import type { Meta } from '../../events/recorded.ts';
import type { EventNamed } from '../../events/register.ts';
import { dutyKey, type Duty } from '../../src/policies/duties/duty.ts';
import { academicYearOf } from '../../src/policies/programme.ts';
import { existing, type Change, type Handlers } from '../projection.ts';
import type { DutyDone, DutyGroup } from './table.ts';

/** The groups, with whoever is their curator today. */
export const groupHandlers: Handlers<DutyGroup> = {
  GroupFormed: ({ data: { group }, meta }) => [
    { key: [group], next: () => ({ group, curator: null, formedOn: meta.occurredOn, graduatedOn: null }) },
  ],
  GroupCuratorAssigned: (event) => [
    {
      key: [event.data.group],
      next: (row) => ({ ...existing(row, event), curator: event.data.account }),
    },
  ],
  GroupGraduated: (event) => [
    {
      key: [event.data.group],
      next: (row) => ({ ...existing(row, event), graduatedOn: event.data.on }),
    },
  ],
  GroupMovementAnnulled: (event) =>
    event.data.kind === 'graduation'
      ? [{ key: [event.data.group], next: (row) => ({ ...existing(row, event), graduatedOn: null }) }]
      : [],
};

const done = (
  meta: Meta,
  duty: Duty,
  of: string | null,
  term: string,
  doneOn = meta.occurredOn,
): readonly Change<DutyDone>[] => {
  const key = dutyKey(duty, of, term);
  return [{ key: [key], next: (row) => row ?? { key, doneOn, doneBy: meta.actor.account } }];
};

const CHECKS: Readonly<Record<EventNamed<'ReferenceDataChecked'>['data']['what'], Duty>> = {
  referenceBooks: 'referenceDataCheck',
  groupComposition: 'groupCompositionCheck',
  personalData: 'personalDataReview',
};

/** What was done of what is owed, whichever event says so. */
export const doneHandlers: Handlers<DutyDone> = {
  ReferenceDataChecked: ({ data: { what, group, term }, meta }) => done(meta, CHECKS[what], group, term),
  SourceDocumentsHandedOver: ({ data: { group, term, on }, meta }) =>
    done(meta, 'sourceDocuments', group, term, on),
  WorkProgrammeSet: ({ data: { courseUnit, academicYear }, meta }) =>
    done(meta, 'workProgramme', courseUnit, String(academicYear)),
  ThematicPlanAdopted: ({ data: { group, courseUnit, academicYear }, meta }) =>
    group === null ? [] : done(meta, 'thematicPlan', `${group}.${courseUnit}`, String(academicYear)),
  GroupBriefed: ({ data: { group, on, audience }, meta }) => {
    const duty = audience === 'students' ? 'studentBriefing' : 'guardianBriefing';
    return done(meta, duty, group, String(academicYearOf(on)), on);
  },
  AttendanceWeekChecked: ({ data: { group, week }, meta }) => done(meta, 'attendanceWeekCheck', group, week),
  PeriodEndChecked: ({ data: { period }, meta }) => done(meta, 'periodEndCheck', period, period),
  DutyFulfilled: ({ data: { duty, group, term }, meta }) => done(meta, duty, group, term),
};
