import { randomUUID } from 'node:crypto';
import { exampleOf } from '../../events/catalogue/example.ts';
import type { EventDefinition } from '../../events/event.ts';
import type { Meta } from '../../events/recorded.ts';
import { definitions, type DomainEvent, type EventType } from '../../events/register.ts';
import { idOf } from './names.ts';
import { told, type History } from './pure-ledger.ts';
import {
  algebra,
  autumn,
  college,
  courseUnit,
  father,
  first,
  group,
  ivanova,
  petrova,
  smirnov,
  streams,
  world,
} from './world.ts';

/** A text of one field of one event, told apart from every other. */
export type TextOf = (type: string, field: string) => string;

/** The same things stand in every event: those of the small college, and one more of each other kind. */
const IDS: Readonly<Record<string, string>> = {
  account: father,
  college,
  courseUnit,
  group,
  journal: algebra,
  lesson: first,
  period: autumn,
  student: ivanova,
};

/** The ids of movements that are annulled. */
const moved = '019340aa-0000-7000-8000-000000000001';
const promoted = '019340aa-0000-7000-8000-000000000002';

/** Texts that are read as ids or days; each only has to be its own. */
const ASIDE: Readonly<Record<string, () => string>> = {
  'GuardianshipEstablished.student': () => smirnov,
  'GuardianDelegationGranted.guardian': () => petrova,
  'GuardianDelegationGranted.guardianship': randomUUID,
  'StudentBirthDateRecorded.birthDate': () => '2007-03-04',
};

/** What has to have happened before an event that amends it. */
const BEFORE: Readonly<Partial<Record<EventType, readonly EventType[]>>> = {
  AbsenceCancelled: ['AbsenceRecorded'],
  AbsenceClassified: ['AbsenceRecorded'],
  AttestationMarkCorrected: ['AttestationMarkRecorded'],
  CouncilCancelled: ['CouncilScheduled'],
  CourseWorkMarkCorrected: ['CourseWorkMarkRecorded'],
  CurriculumRevised: ['CurriculumAdopted'],
  DemonstrationExamCorrected: ['DemonstrationExamRecorded'],
  MarkWithdrawn: ['MarkRecorded'],
  RoleGrantDeclined: ['RoleGrantProposed'],
  RoleRevoked: ['RoleGranted'],
  ThesisResultCorrected: ['ThesisResultRecorded'],
  TimetableEntryEnded: ['TimetableComposed', 'TimetableEntryAdded'],
  DebtMeasureRecorded: ['AcademicDebtIncurred'],
  MarkCorrected: ['MarkRecorded'],
  ThematicPlanItemSet: ['ThematicPlanAdopted'],
};

const actor: Meta['actor'] = {
  account: petrova,
  session: 'session',
  channel: 'graphql',
  role: 'journalAdministrator',
  onBehalfOf: null,
};

const dataOf = ({ type, data: schema }: EventDefinition): Record<string, unknown> => {
  const data = exampleOf(schema) as Record<string, unknown>;
  for (const field of Object.keys(data))
    if (typeof data[field] === 'string' && field in IDS) data[field] = IDS[field];
  if (type === 'StudentMovementAnnulled') data['movement'] = moved;
  if (type === 'GroupMovementAnnulled') data['movement'] = promoted;
  return data;
};

const sealedOf = ({ type, sealed }: EventDefinition, textOf: TextOf): Record<string, string> =>
  Object.fromEntries(
    Object.keys(sealed).map((field) => [field, ASIDE[`${type}.${field}`]?.() ?? textOf(type, field)]),
  );

const eventOf = (definition: EventDefinition, textOf: TextOf): DomainEvent => {
  const sealed = sealedOf(definition, textOf);
  return {
    type: definition.type,
    data: dataOf(definition),
    ...(Object.keys(sealed).length > 0 && { sealed }),
  } as unknown as DomainEvent;
};

const streamOf = ({ category }: EventDefinition, { data }: DomainEvent): string => {
  const own = (data as Readonly<Record<string, unknown>>)[category];
  return `${category}-${typeof own === 'string' ? own : idOf(category)}`;
};

/** Movements of a student and a group under ids that can be named later. */
const movements: History = {
  [streams.of(ivanova)]: [
    told(
      {
        type: 'AcademicLeaveEnded',
        data: {
          student: ivanova,
          group,
          from: '2024-09-09',
          until: '2024-12-01',
          on: '2024-10-01',
          order: null,
        },
      },
      { id: moved },
    ),
  ],
  [streams.group]: [
    told(
      {
        type: 'GroupPromoted',
        data: {
          group,
          promotion: 'semester',
          fromYear: 1,
          fromSemester: 1,
          toYear: 1,
          toSemester: 2,
          students: 1,
          conditional: 0,
          order: null,
        },
      },
      { id: promoted },
    ),
  ],
};

/** What every history of texts begins with: the small college, and what its texts will amend. */
export const untoldTexts = (): History => world(movements);

/** Every event that seals something, with a text in each of its fields, told after what it amends. */
export const everyText = (textOf: TextOf): readonly History[] => {
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));
  return definitions
    .filter(({ sealed }) => Object.keys(sealed).length > 0)
    .flatMap(({ type }) => [...(BEFORE[type as EventType] ?? []), type])
    .flatMap((type) => {
      const definition = byType.get(type);
      if (!definition) return [];
      const event = eventOf(definition, textOf);
      return [{ [streamOf(definition, event)]: [told(event, { actor })] }];
    });
};
