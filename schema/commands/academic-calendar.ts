import { Field, ID, InputType, Int } from 'type-graphql';
import type { CalendarOwner } from '../../src/decisions/folds/academic-calendar.ts';
import type { CalendarStretch } from '../../src/policies/academic-year.ts';
import { between, sized } from '../bounds.ts';
import { CalendarOwnerKind, StretchKind } from '../enums/calendar.ts';
import { uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate, LocalTime, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

const YEAR = 'The academic year by the calendar year it begins in: 2024 is 2024/25.';

const yearOf = (year: number): number => between('year', year, 1993, 2199);

@InputType({ description: 'A stretch of the academic calendar.' })
class CalendarStretchInput {
  @Field(() => StretchKind, { description: 'What it is given to.' })
  readonly kind!: CalendarStretch['kind'];

  @Field(() => Label, { nullable: true, description: 'What people call it.' })
  readonly title?: string | null;

  @Field(() => LocalDate, { description: 'Its first day.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;
}

@InputType({ description: 'The academic calendar (календарный учебный график) of a year, whole.' })
class SetAcademicCalendarInput {
  @Field(() => Int, { description: YEAR })
  readonly year!: number;

  @Field(() => CalendarOwnerKind, { defaultValue: 'college', description: 'Whose calendar it is.' })
  readonly for!: CalendarOwner['kind'];

  @Field(() => ID, { nullable: true, description: 'The group or the stream; left out for the college.' })
  readonly ownerId?: string | null;

  @Field(() => [CalendarStretchInput], {
    description: 'Its stretches, within the year and apart, 120 at most.',
  })
  readonly stretches!: readonly CalendarStretchInput[];

  @Field(() => OrderReference, { nullable: true, description: 'The local act or order.' })
  readonly order?: string | null;

  @Field(() => Int, { defaultValue: 0, description: 'Its revision as it was read; 0 where there was none.' })
  readonly expectedRevision!: number;

  @Field(() => FreeText, { nullable: true, description: 'Why it replaces the one that stands.' })
  readonly reason?: string | null;
}

@InputType({ description: 'The working regime (режим работы) of the college for a year.' })
class SetWorkingRegimeInput {
  @Field(() => Int, { description: YEAR })
  readonly year!: number;

  @Field(() => Int, { description: 'Working days in a week: 5 or 6.' })
  readonly workingWeek!: number;

  @Field(() => LocalTime, { description: 'When the college opens.' })
  readonly opensAt!: string;

  @Field(() => LocalTime, { description: 'When it closes.' })
  readonly closesAt!: string;

  @Field(() => Int, { defaultValue: 1, description: 'Shifts, 1 to 3.' })
  readonly shifts!: number;

  @Field(() => [LocalDate], {
    defaultValue: [],
    description: 'Days on which it is closed beside those of the production calendar, 120 at most.',
  })
  readonly closedOn!: readonly string[];

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'The journal of a year, to be opened.' })
class OpenJournalYearInput {
  @Field(() => Int, { description: YEAR })
  readonly year!: number;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

const ownerOf = ({ for: kind, ownerId }: SetAcademicCalendarInput): CalendarOwner => {
  if (kind === 'college') return { kind };
  if (ownerId === null || ownerId === undefined) throw problem('ARGUMENT_MISSING', { argument: 'ownerId' });
  return { kind, id: uuidOf(kind === 'group' ? 'StudyGroup' : 'StudyStream', ownerId) };
};

/** A working week of five or six days. */
export const weekOf = (days: number): 5 | 6 => (between('workingWeek', days, 5, 6) === 5 ? 5 : 6);

/** What is done to the academic year. */
export const academicCalendarCommands = [
  defineCommand({
    one: 'setAcademicCalendar',
    many: 'setAcademicCalendars',
    description: 'Sets the academic calendar of a year: of the college, of a group or of a stream.',
    capability: 'calendar.set',
    input: SetAcademicCalendarInput,
    command: (input) => ({
      command: {
        type: 'SetAcademicCalendar',
        data: {
          year: yearOf(input.year),
          for: ownerOf(input),
          stretches: sized('stretches', input.stretches, 1, 120).map(({ title = null, ...days }) => ({
            ...days,
            title,
          })),
          order: input.order ?? null,
          expectedRevision: input.expectedRevision,
          reason: input.reason ?? null,
        },
      },
      id: null,
    }),
  }),
  defineCommand({
    one: 'setWorkingRegime',
    many: 'setWorkingRegimes',
    description: 'Enters the working regime of the college for a year.',
    capability: 'calendar.set',
    input: SetWorkingRegimeInput,
    command: ({ year, workingWeek, shifts, closedOn, order = null, ...hours }) => ({
      command: {
        type: 'SetWorkingRegime',
        data: {
          ...hours,
          year: yearOf(year),
          workingWeek: weekOf(workingWeek),
          shifts: between('shifts', shifts, 1, 3),
          closedOn: [...sized('closedOn', closedOn, 0, 120)],
          order,
        },
      },
      id: null,
    }),
  }),
  defineCommand({
    one: 'openJournalYear',
    many: 'openJournalYears',
    description: 'Opens the electronic journal of a year, once its calendar is set.',
    capability: 'calendar.set',
    input: OpenJournalYearInput,
    command: ({ year, order = null }) => ({
      command: { type: 'OpenJournalYear', data: { year: yearOf(year), order } },
      id: null,
    }),
  }),
];
