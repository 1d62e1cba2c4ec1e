import type { EventNamed } from '../../events/register.ts';
import type { DayKind as DayKindName } from '../../src/policies/production-calendar.ts';
import { graphqlEnum } from './graphql-enum.ts';

/** What a stretch of the academic calendar is given to. */
export const StretchKind = graphqlEnum<
  EventNamed<'AcademicCalendarSet'>['data']['stretches'][number]['kind']
>('StretchKind', 'What a stretch of the academic calendar is given to.', {
  studyPeriod: 'Study (теоретическое обучение).',
  vacation: 'Vacation (каникулы).',
  trainingPractice: 'Training practice (учебная практика).',
  industrialPractice: 'Industrial practice (производственная практика).',
  preDiplomaPractice: 'Pre-diploma practice (преддипломная практика).',
  interimAttestation: 'Interim attestation (промежуточная аттестация, сессия).',
  finalAttestation: 'State final attestation (ГИА).',
});

/** Whose calendar it is. */
export const CalendarOwnerKind = graphqlEnum<EventNamed<'AcademicCalendarSet'>['data']['for']['kind']>(
  'CalendarOwnerKind',
  'Whose academic calendar it is.',
  { college: 'The whole college’s.', group: 'A group’s own.', stream: 'That of a stream of groups.' },
);

/** Whose attendance regime it is. */
export const RegimeOwnerKind = graphqlEnum<EventNamed<'AttendanceRegimeSet'>['data']['of']['kind']>(
  'RegimeOwnerKind',
  'Whose attendance regime (режим пребывания) it is.',
  {
    group: 'A group’s.',
    stream: 'That of a stream of groups.',
    student: 'That of a student with an individual curriculum.',
  },
);

/** Which days a bell schedule is for. */
export const BellDayKind = graphqlEnum<EventNamed<'BellScheduleSet'>['data']['dayKind']>(
  'BellDayKind',
  'Which days a bell schedule is for.',
  { ordinary: 'Ordinary days.', short: 'Short days, before holidays.' },
);

/** What a date is. */
export const DayKind = graphqlEnum<DayKindName>('DayKind', 'What a date is to the college.', {
  working: 'A working day, working weekends among them.',
  short: 'A working day, shorter by the production calendar.',
  weekend: 'A weekend.',
  dayOff: 'A holiday, a day off moved there, or a day on which the college is closed.',
});

/** How a day differs from its weekday. */
export const ExceptionalDayKind = graphqlEnum<
  EventNamed<'ProductionCalendarImported'>['data']['days'][number]['kind']
>('ExceptionalDayKind', 'How a day of the production calendar differs from its weekday.', {
  dayOff: 'Off.',
  shortDay: 'Shorter; on a weekend it is worked all the same.',
  workingDay: 'Worked, although it is a weekend.',
});
