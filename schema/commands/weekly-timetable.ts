import { Field, ID, InputType, Int } from 'type-graphql';
import type { AddTimetableEntry } from '../../src/decisions/timetable/template.ts';
import { between } from '../bounds.ts';
import { DeliveryForm } from '../enums/journal.ts';
import { Weeks } from '../enums/timetable.ts';
import { globalId, uuidOf } from '../global-id.ts';
import { FreeText, Label, LocalDate, OrderReference } from '../scalars.ts';
import { defineCommand } from './define-command.ts';
import { PlaceInput, placeOf } from './place-input.ts';

@InputType({ description: 'A weekly timetable to be drawn up.' })
class ComposeTimetableInput {
  @Field(() => Label, { description: 'What people call it.' })
  readonly title!: string;

  @Field(() => LocalDate, { description: 'Its first day; the week of it is odd.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  readonly until!: string;
}

@InputType({ description: 'A lesson of a page for every week, or for every other.' })
class AddTimetableEntryInput extends PlaceInput {
  @Field(() => ID, { description: 'The weekly timetable.' })
  readonly timetableId!: string;

  @Field(() => ID, { description: 'The page of the journal.' })
  readonly journalId!: string;

  @Field(() => Int, { description: 'The weekday: 1 is Monday, 7 is Sunday.' })
  readonly weekday!: number;

  @Field(() => Weeks, { defaultValue: 'every', description: 'In which weeks.' })
  readonly weeks!: AddTimetableEntry['weeks'];

  @Field(() => Int, { defaultValue: 2, description: 'Its length in academic hours, 1 to 12.' })
  readonly academicHours!: number;

  @Field(() => DeliveryForm, { description: 'How it will be delivered.' })
  readonly deliveryForm!: AddTimetableEntry['deliveryForm'];

  @Field(() => LocalDate, { nullable: true, description: 'From when; left out: from the first day.' })
  readonly from?: string | null;
}

@InputType({ description: 'A lesson that leaves a weekly timetable.' })
class EndTimetableEntryInput {
  @Field(() => ID, { description: 'The weekly timetable.' })
  readonly timetableId!: string;

  @Field(() => ID, { description: 'Its lesson.' })
  readonly entryId!: string;

  @Field(() => LocalDate, { description: 'The last day on which it is held.' })
  readonly lastDay!: string;

  @Field(() => FreeText, { description: 'Why.' })
  readonly reason!: string;
}

@InputType({ description: 'A weekly timetable to be approved.' })
class ApproveTimetableInput {
  @Field(() => ID, { description: 'The weekly timetable.' })
  readonly timetableId!: string;

  @Field(() => OrderReference, { nullable: true, description: 'The order it is approved by.' })
  readonly order?: string | null;
}

@InputType({ description: 'Lessons to be made from a weekly timetable.' })
class GenerateLessonsInput {
  @Field(() => ID, { description: 'The weekly timetable.' })
  readonly timetableId!: string;

  @Field(() => LocalDate, { description: 'The first day.' })
  readonly from!: string;

  @Field(() => LocalDate, { description: 'The last day.' })
  readonly until!: string;
}

/** What is done to weekly timetables. */
export const weeklyTimetableCommands = [
  defineCommand({
    one: 'composeTimetable',
    many: 'composeTimetables',
    description: 'Begins a weekly timetable for a stretch of days.',
    capability: 'lesson.schedule',
    input: ComposeTimetableInput,
    command: (input, created) => ({
      command: { type: 'ComposeTimetable', data: { ...input, timetable: created } },
      id: globalId('Timetable', created),
    }),
  }),
  defineCommand({
    one: 'addTimetableEntry',
    many: 'addTimetableEntries',
    description: 'Adds a lesson to a weekly timetable, which has no clash in itself.',
    capability: 'lesson.schedule',
    input: AddTimetableEntryInput,
    command: (
      { timetableId, journalId, weekday, weeks, academicHours, deliveryForm, from = null, ...place },
      created,
    ) => ({
      command: {
        type: 'AddTimetableEntry',
        data: {
          timetable: uuidOf('Timetable', timetableId),
          entry: created,
          journal: uuidOf('Journal', journalId),
          weekday: between('weekday', weekday, 1, 7),
          weeks,
          academicHours: between('academicHours', academicHours, 1, 12),
          deliveryForm,
          from,
          ...placeOf(place),
        },
      },
      id: globalId('TimetableEntry', created),
    }),
  }),
  defineCommand({
    one: 'endTimetableEntry',
    many: 'endTimetableEntries',
    description:
      'Takes a lesson out of a weekly timetable after a day: its lessons to come are cancelled, what was held stays.',
    capability: 'lesson.schedule',
    input: EndTimetableEntryInput,
    command: ({ timetableId, entryId, lastDay, reason }) => ({
      command: {
        type: 'EndTimetableEntry',
        data: {
          timetable: uuidOf('Timetable', timetableId),
          entry: uuidOf('TimetableEntry', entryId),
          lastDay,
          reason,
        },
      },
      id: entryId,
    }),
  }),
  defineCommand({
    one: 'approveTimetable',
    many: 'approveTimetables',
    description: 'Approves a weekly timetable as it stands; what is added later asks for approval again.',
    capability: 'timetable.approve',
    input: ApproveTimetableInput,
    command: ({ timetableId, order = null }) => ({
      command: { type: 'ApproveTimetable', data: { timetable: uuidOf('Timetable', timetableId), order } },
      id: timetableId,
    }),
  }),
  defineCommand({
    one: 'generateLessons',
    many: 'generateLessonsOfTimetables',
    description:
      'Makes the dated lessons of a weekly timetable between two days, all or none; vacations and days off are left out, and nothing is made twice.',
    capability: 'lesson.schedule',
    input: GenerateLessonsInput,
    command: ({ timetableId, from, until }) => ({
      command: {
        type: 'GenerateLessons',
        data: { timetable: uuidOf('Timetable', timetableId), from, until },
      },
      id: timetableId,
    }),
  }),
];
