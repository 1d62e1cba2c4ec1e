import type { Actor } from '../../events/recorded.ts';
import { PORTFOLIOS } from '../../events/staff.ts';
import { definitionOf, events, type EventNamed, type EventType } from '../../events/register.ts';
import { REFUSAL_CODES, type RefusalCode as RefusalCodeName } from '../../src/decisions/refusal.ts';
import type { RegistrationField as RegistrationFieldName } from '../../src/policies/registration.ts';
import { messages } from '../messages/messages.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** Why a command was refused. */
export const RefusalCode = graphqlEnum<RefusalCodeName>(
  'RefusalCode',
  'Why a command was refused. A code is never removed and never changes its meaning.',
  Object.fromEntries(REFUSAL_CODES.map((code) => [code, messages.en.refusals[code]])) as Record<
    RefusalCodeName,
    string
  >,
);

/** What happened: the type of an event. */
export const EventKind = graphqlEnum<EventType>(
  'EventKind',
  'What happened: the type of an event.',
  Object.fromEntries(Object.keys(events).map((type) => [type, definitionOf(type).meaning])) as Record<
    EventType,
    string
  >,
);

/** Where a fact came from. */
export const Source = graphqlEnum<'online' | 'temporaryJournal' | 'import'>('Source', 'How a fact came in.', {
  online: 'Entered online.',
  temporaryJournal: 'Transferred from a temporary journal after an outage.',
  import: 'Brought in with an import of history.',
});

/** Through which door somebody acted. */
export const Channel = graphqlEnum<Actor['channel']>('Channel', 'Through which door somebody acted.', {
  graphql: 'The API.',
  cli: 'The command line of the server.',
  import: 'An import of history.',
  demo: 'The making of the demonstration.',
});

/** The two rollovers of a group. */
export const PromotionKind = graphqlEnum<'semester' | 'year'>('PromotionKind', 'Where a promotion leads.', {
  semester: 'To the next semester.',
  year: 'To the next semester and the next year of study.',
});

/** What kind of course unit it is. */
export const CourseUnitKind = graphqlEnum<EventNamed<'CourseUnitRegistered'>['data']['kind']>(
  'CourseUnitKind',
  'What is studied and attested.',
  {
    discipline: 'Discipline (учебная дисциплина).',
    interdisciplinaryCourse: 'Interdisciplinary course (МДК).',
    professionalModule: 'Professional module (ПМ).',
    practice: 'Practice (практика).',
    electiveCourse: 'Elective course.',
  },
);

/** What kind of period it is. */
export const PeriodKind = graphqlEnum<EventNamed<'AttestationPeriodSet'>['data']['kind']>(
  'PeriodKind',
  'What an attestation period is.',
  { semester: 'A semester.', year: 'An academic year.', studyPeriod: 'A study period of the college’s own.' },
);

/** How somebody studies. */
export const FormOfStudy = graphqlEnum<EventNamed<'StudentEnrolled'>['data']['formOfStudy']>(
  'FormOfStudy',
  'How somebody studies.',
  {
    fullTime: 'Full-time (очная).',
    partTime: 'Part-time (очно-заочная).',
    correspondence: 'By correspondence (заочная).',
  },
);

/** Whose account it is. */
export const AccountHolder = graphqlEnum<'staff' | 'student' | 'guardian'>(
  'AccountHolder',
  'Whose account it is.',
  {
    staff: 'A member of staff.',
    student: 'A student.',
    guardian: 'A guardian.',
  },
);

/** What a deputy director answers for. */
export const Portfolio = graphqlEnum<(typeof PORTFOLIOS)[number]>(
  'Portfolio',
  'What a deputy director answers for.',
  {
    academic: 'Academic work (УР).',
    practicalTraining: 'Practical training (УПР).',
    educationalWork: 'Educational work (УВР).',
    processManagement: 'The educational process as a whole.',
  },
);

/** Who was briefed. */
export const BriefingAudience = graphqlEnum<EventNamed<'GroupBriefed'>['data']['audience']>(
  'BriefingAudience',
  'Who was briefed on the journal.',
  { students: 'The students of the group.', guardians: 'Their guardians.' },
);

/** A field of a registration. */
export const RegistrationField = graphqlEnum<RegistrationFieldName>(
  'RegistrationField',
  'What makes the registration of a student or guardian complete.',
  {
    familyName: 'Surname.',
    givenName: 'First name.',
    patronymicIfAny: 'Patronymic, if there is one.',
    email: 'E-mail address.',
    mobilePhone: 'Mobile telephone.',
  },
);
