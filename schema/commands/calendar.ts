import { Field, ID, InputType, Int } from 'type-graphql';
import type { SetAttendanceRegime } from '../../src/decisions/attendance-regime.ts';
import type { SetBellSchedule } from '../../src/decisions/bell-schedule.ts';
import type { ExceptionalDay } from '../../src/policies/production-calendar.ts';
import { between, sized } from '../bounds.ts';
import { BellDayKind, ExceptionalDayKind, RegimeOwnerKind } from '../enums/calendar.ts';
import { globalId, uuidOf, type NodeType } from '../global-id.ts';
import { FreeText, Label, LocalDate, LocalTime, OrderReference } from '../scalars.ts';
import { weekOf } from './academic-calendar.ts';
import { defineCommand } from './define-command.ts';
import { problem } from '../errors/problem.ts';

@InputType({ description: 'A day that differs from its weekday.' })
class ExceptionalDayInput {
  @Field(() => LocalDate, { description: 'The day.' })
  readonly date!: string;

  @Field(() => ExceptionalDayKind, { description: 'How it differs.' })
  readonly kind!: ExceptionalDay['kind'];

  @Field(() => LocalDate, { nullable: true, description: 'The weekend that a day off was moved from.' })
  readonly movedFrom?: string | null;
}

@InputType({ description: 'The production calendar of a year.' })
class ImportProductionCalendarInput {
  @Field(() => Int, { description: 'The calendar year.' })
  readonly year!: number;

  @Field(() => Label, { description: 'Where it comes from: sources disagree.' })
  readonly source!: string;

  @Field(() => [ExceptionalDayInput], {
    description: 'Its days that differ from their weekday, 366 at most.',
  })
  readonly days!: readonly ExceptionalDayInput[];

  @Field(() => OrderReference, {
    nullable: true,
    description: 'The order, where it replaces one that stands.',
  })
  readonly order?: string | null;

  @Field(() => FreeText, { nullable: true, description: 'Why it replaces the one that stands.' })
  readonly reason?: string | null;
}

@InputType({ description: 'An attendance regime (режим пребывания) from a date on.' })
class SetAttendanceRegimeInput {
  @Field(() => RegimeOwnerKind, { description: 'Whose it is.' })
  readonly of!: SetAttendanceRegime['of']['kind'];

  @Field(() => ID, { description: 'The group, the stream or the student.' })
  readonly ownerId!: string;

  @Field(() => LocalDate, { description: 'From when on.' })
  readonly from!: string;

  @Field(() => Int, { description: 'Days of attendance in a week: 5 or 6.' })
  readonly workingWeek!: number;

  @Field(() => Int, { defaultValue: 1, description: 'The shift, 1 to 3.' })
  readonly shift!: number;

  @Field(() => LocalTime, { nullable: true, description: 'When the day begins.' })
  readonly startsAt?: string | null;

  @Field(() => Int, { nullable: true, description: 'Academic hours in a week, 1 to 60.' })
  readonly weeklyHours?: number | null;

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A pair (пара) of a bell schedule.' })
class PairInput {
  @Field(() => Int, { description: 'Its number in the day, 0 to 20.' })
  readonly number!: number;

  @Field(() => LocalTime, { description: 'When it begins.' })
  readonly startsAt!: string;

  @Field(() => LocalTime, { description: 'When it ends.' })
  readonly endsAt!: string;
}

@InputType({ description: 'A bell schedule (расписание звонков) from a date on.' })
class SetBellScheduleInput {
  @Field(() => Label, { description: 'What people call it.' })
  readonly title!: string;

  @Field(() => [Int], { description: 'The weekdays it is for; 1 is Monday.' })
  readonly weekdays!: readonly number[];

  @Field(() => BellDayKind, { defaultValue: 'ordinary', description: 'For ordinary days or for short ones.' })
  readonly dayKind!: SetBellSchedule['dayKind'];

  @Field(() => LocalDate, { description: 'From when on.' })
  readonly from!: string;

  @Field(() => [PairInput], { description: 'Its pairs, 20 at most, none of which overlap.' })
  readonly pairs!: readonly PairInput[];

  @Field(() => OrderReference, { nullable: true, description: 'The order.' })
  readonly order?: string | null;
}

@InputType({ description: 'A bell schedule that holds no longer.' })
class WithdrawBellScheduleInput {
  @Field(() => ID, { description: 'The schedule.' })
  readonly bellScheduleId!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;
}

const OWNERS: Readonly<Record<SetAttendanceRegime['of']['kind'], NodeType>> = {
  group: 'StudyGroup',
  stream: 'StudyStream',
  student: 'Student',
};

const weekdaysOf = (weekdays: readonly number[]): number[] => {
  const days = [...new Set(weekdays.map((weekday) => between('weekdays', weekday, 1, 7)))].sort();
  if (days.length === weekdays.length && days.length > 0) return days;
  throw problem('WEEKDAYS_MALFORMED');
};

/** What is done to production calendars, regimes and bells. */
export const calendarCommands = [
  defineCommand({
    one: 'importProductionCalendar',
    many: 'importProductionCalendars',
    description: 'Takes the production calendar of a year over; it moves no deadline that was given before.',
    capability: 'calendar.set',
    input: ImportProductionCalendarInput,
    command: ({ year, days, order = null, reason = null, source }) => ({
      command: {
        type: 'ImportProductionCalendar',
        data: {
          source,
          year: between('year', year, 1993, 2199),
          days: sized('days', days, 1, 366).map(({ movedFrom = null, ...day }) => ({ ...day, movedFrom })),
          order,
          reason,
        },
      },
      id: null,
    }),
  }),
  defineCommand({
    one: 'setAttendanceRegime',
    many: 'setAttendanceRegimes',
    description: 'Sets when a group, a stream or a student is at the college.',
    capability: 'calendar.set',
    input: SetAttendanceRegimeInput,
    command: ({ of: kind, ownerId, workingWeek, shift, startsAt = null, weeklyHours = null, ...regime }) => ({
      command: {
        type: 'SetAttendanceRegime',
        data: {
          of: { kind, id: uuidOf(OWNERS[kind], ownerId) },
          from: regime.from,
          workingWeek: weekOf(workingWeek),
          shift: between('shift', shift, 1, 3),
          startsAt,
          weeklyHours: weeklyHours === null ? null : between('weeklyHours', weeklyHours, 1, 60),
          order: regime.order ?? null,
        },
      },
      id: ownerId,
    }),
  }),
  defineCommand({
    one: 'setBellSchedule',
    many: 'setBellSchedules',
    description: 'Sets the bells of some weekdays from a date on.',
    capability: 'calendar.set',
    input: SetBellScheduleInput,
    command: ({ weekdays, pairs, order = null, ...schedule }, created) => ({
      command: {
        type: 'SetBellSchedule',
        data: {
          ...schedule,
          schedule: created,
          weekdays: weekdaysOf(weekdays),
          pairs: sized('pairs', pairs, 1, 20).map((pair) => ({
            ...pair,
            number: between('number', pair.number, 0, 20),
          })),
          order,
        },
      },
      id: globalId('BellSchedule', created),
    }),
  }),
  defineCommand({
    one: 'withdrawBellSchedule',
    many: 'withdrawBellSchedules',
    description: 'Ends a bell schedule; an earlier one holds again.',
    capability: 'calendar.set',
    input: WithdrawBellScheduleInput,
    command: ({ bellScheduleId, until }) => ({
      command: {
        type: 'WithdrawBellSchedule',
        data: { schedule: uuidOf('BellSchedule', bellScheduleId), until },
      },
      id: bellScheduleId,
    }),
  }),
];
